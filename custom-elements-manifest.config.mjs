import {
  defaultValues,
  definitions,
  distPaths,
  documentedEvents,
  elementsOnly,
  publicMembers,
  sorted,
} from './scripts/manifest-plugins.mjs';

export default {
  // The files with the elements and their base classes.
  globs: ['src/elements/**/*.ts', 'src/shared/**/*.ts', 'src/simulator/element/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/shared/base/define.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [defaultValues(), publicMembers(), documentedEvents(), definitions(), elementsOnly(), distPaths(), sorted()],
};
