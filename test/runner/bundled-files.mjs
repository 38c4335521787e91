import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

/** @import {TestRunnerPlugin} from '@web/test-runner' */

const ROOT = new URL('../../', import.meta.url);
const tsconfig = fileURLToPath(new URL('tsconfig.json', ROOT));

/** Addresses of the files that are served with all modules that they import. */
const BUNDLED = /^\/bundled(\/.+)|^(\/test\/.+\.bundle\.ts)$/;

/**
 * Returns a plugin that serves some files together with all modules that they import:
 *
 * - each file `*.bundle.ts`, because packages that are CommonJS modules, for example React, work only like this in a
 *   browser,
 * - each module of `src/` and `test/` whose address begins with `/bundled/`, because a browser needs much more time for
 *   a hundred small files than for a large one, and many tests load the same module into a new frame.
 *
 * @returns {TestRunnerPlugin}
 */
export function bundledFiles() {
  /** @type {Map<string, Promise<string>>} */
  const bundles = new Map();
  return {
    name: 'bundled-files',
    serverStart({fileWatcher}) {
      fileWatcher.on('all', () => bundles.clear());
    },
    async serve({path}) {
      const [, module, file] = BUNDLED.exec(path) ?? [];
      const entry = module?.replace(/\.js$/, '.ts') ?? file;
      if (!entry) return undefined;
      const bundle = bundles.get(entry) ?? bundleOf(entry);
      bundles.set(entry, bundle);
      return {body: await bundle, type: 'js'};
    },
  };
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
async function bundleOf(path) {
  const file = fileURLToPath(new URL(`.${path}`, ROOT));
  const {outputFiles} = await build({
    entryPoints: [file],
    outfile: file.replace(/\.ts$/, '.js'),
    bundle: true,
    write: false,
    format: 'esm',
    // Without a fixed target, esbuild compiles class fields differently, which breaks Lit's properties.
    target: 'es2022',
    tsconfig,
    conditions: ['development', 'browser'],
    // Keep imports without names. The package declares the side effects of its built files only.
    ignoreAnnotations: true,
    // The test runner serves its own modules.
    external: ['/__web-dev-server__*', '/__web-test-runner__*'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
  return outputFiles[0]?.text ?? '';
}
