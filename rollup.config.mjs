import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {onDemandFiles} from './scripts/bundle/on-demand-files.mjs';
import {ownLit} from './scripts/bundle/own-lit.mjs';
import {ownPolicy} from './scripts/bundle/own-policy.mjs';

/**
 * @param {string} entry name of a module in src/cdn/, without `.ts`
 * @param {import('rollup').OutputOptions} output
 * @returns {import('rollup').RollupOptions}
 */
function bundle(entry, output) {
  return {
    input: `src/cdn/${entry}.ts`,
    // Dynamic imports are inlined, so that dial-links.js contains libphonenumber-js.
    output: {sourcemap: true, inlineDynamicImports: true, ...output},
    plugins: [
      // Use Lit's production build, because its development build writes warnings to the page's console.
      nodeResolve({exportConditions: ['production', 'default'], extensions: ['.ts', '.js']}),
      // Without an explicit target, esbuild would keep native class fields, which hide Lit's accessors.
      esbuild({
        tsconfig: 'tsconfig.json',
        target: 'es2022',
        // The files of cdn/ are production builds: they contain no notices for developers.
        define: {'process.env.NODE_ENV': '"production"'},
      }),
      ownLit(),
      ownPolicy(),
      onDemandFiles(),
      terser({module: true, ecma: 2020}),
    ],
    // The packages of Lit do not declare that their modules have no side effects. Without this line, a file that uses
    // only `html` would contain all of Lit.
    treeshake: {moduleSideEffects: (id) => !id.includes('/node_modules/')},
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
}

/** Each file has its own build without shared chunks, so that a page can use each file without the other files. */
export default [
  bundle('five9-elements', {file: 'cdn/five9-elements.js', format: 'es'}),
  bundle('five9-elements', {file: 'cdn/five9-elements.iife.js', format: 'iife', name: 'Five9Elements'}),
  bundle('click2dial', {file: 'cdn/click2dial.js', format: 'es'}),
  bundle('interaction-api', {file: 'cdn/interaction-api.js', format: 'es'}),
  bundle('sdk', {file: 'cdn/sdk.js', format: 'es'}),
  bundle('sdk', {file: 'cdn/sdk.iife.js', format: 'iife', name: 'Five9Sdk'}),
  bundle('rest', {file: 'cdn/rest.js', format: 'es'}),
  bundle('adapter-checklist', {file: 'cdn/adapter-checklist.js', format: 'es'}),
  bundle('crm-sdk', {file: 'cdn/crm-sdk.js', format: 'es'}),
  bundle('crm', {file: 'cdn/crm.js', format: 'es'}),
  bundle('combobox', {file: 'cdn/combobox.js', format: 'es'}),
  bundle('console', {file: 'cdn/console.js', format: 'es'}),
  bundle('variable-form', {file: 'cdn/variable-form.js', format: 'es'}),
  bundle('simulator', {file: 'cdn/simulator.js', format: 'es'}),
  bundle('dial-links', {file: 'cdn/dial-links.js', format: 'es'}),
  bundle('simulator-rest', {file: 'cdn/simulator-rest.js', format: 'es'}),
];
