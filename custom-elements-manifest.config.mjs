import {
  definitions,
  distPaths,
  documentedEvents,
  elementsOnly,
  publicMembers,
  sorted,
} from './scripts/manifest-plugins.mjs';

export default {
  // Where elements are, and what they inherit from.
  globs: ['src/elements/**/*.ts', 'src/internal/**/*.ts', 'src/simulator/element/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/internal/define.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicMembers(), documentedEvents(), definitions(), elementsOnly(), distPaths(), sorted()],
};
