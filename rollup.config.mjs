import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {adoptedStyles} from './scripts/bundle/adopted-styles.mjs';
import {beside} from './scripts/bundle/on-demand-files.mjs';
import {minifyTemplates} from './scripts/bundle/minify-templates.mjs';
import {ownLit} from './scripts/bundle/own-lit.mjs';
import {ownPolicy} from './scripts/bundle/own-policy.mjs';
import {leanDecorators} from './scripts/bundle/lean-decorators.mjs';

/**
 * @param {string} entry of src/cdn/
 * @param {import('rollup').OutputOptions} output
 * @returns {import('rollup').RollupOptions}
 */
function bundle(entry, output) {
  return {
    input: `src/cdn/${entry}.ts`,
    // Beside the file, but not named in it: the line would weigh as much as a feature.
    output: {sourcemap: 'hidden', inlineDynamicImports: true, ...output},
    plugins: [
      // Lit's other builds warn on the page's console.
      nodeResolve({exportConditions: ['production', 'default'], extensions: ['.ts', '.js']}),
      // The same settings as everywhere, and an explicit target: else class fields would hide Lit's accessors.
      esbuild({tsconfig: 'tsconfig.json', target: 'es2022'}),
      leanDecorators(),
      minifyTemplates(),
      ownLit(),
      ownPolicy(),
      adoptedStyles(),
      beside(),
      terser({
        module: true,
        ecma: 2020,
        compress: {
          passes: 6,
          ecma: 2020,
          keep_fargs: false,
          // Two ways to write a method compress worse than the longer one of them.
          arrows: false,
          unsafe_arrows: true,
          hoist_funs: true,
          unsafe_methods: true,
        },
        format: {comments: false, ecma: 2020},
      }),
    ],
    // `lit` imports all of itself for effects that we have no use for (lists of loaded versions). Without them, an element that
    // takes only ReactiveElement from it leaves the templates out.
    treeshake: {moduleSideEffects: (id) => !id.includes('node_modules')},
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
}

/** One build each, not one build with chunks: every file is self-contained. */
export default [
  bundle('five9-elements', {file: 'cdn/five9-elements.js', format: 'es'}),
  bundle('five9-elements', {file: 'cdn/five9-elements.iife.js', format: 'iife', name: 'Five9Elements'}),
  bundle('click2dial', {file: 'cdn/click2dial.js', format: 'es'}),
  bundle('interaction-api', {file: 'cdn/interaction-api.js', format: 'es'}),
  bundle('rest', {file: 'cdn/rest.js', format: 'es'}),
  bundle('adapter-checklist', {file: 'cdn/adapter-checklist.js', format: 'es'}),
  bundle('crm-sdk', {file: 'cdn/crm-sdk.js', format: 'es'}),
  bundle('combobox', {file: 'cdn/combobox.js', format: 'es'}),
  bundle('console', {file: 'cdn/console.js', format: 'es'}),
  bundle('variable-form', {file: 'cdn/variable-form.js', format: 'es'}),
  bundle('simulator', {file: 'cdn/simulator.js', format: 'es'}),
  bundle('dial-links', {file: 'cdn/dial-links.js', format: 'es'}),
  bundle('simulator-rest', {file: 'cdn/simulator-rest.js', format: 'es'}),
];
