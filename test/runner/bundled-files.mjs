import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

/**
 * Returns a plugin that serves each file `*.bundle.ts` together with all packages that it imports. Packages that are
 * CommonJS modules, for example React, work only like this in a browser.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledFiles() {
  return {
    name: 'bundled-files',
    async serve({path}) {
      if (!path.endsWith('.bundle.ts')) return undefined;
      const {outputFiles} = await build({
        entryPoints: [fileURLToPath(new URL(`../..${path}`, import.meta.url))],
        bundle: true,
        write: false,
        format: 'esm',
        define: {
          'process.env.NODE_ENV': '"development"',
          __VUE_OPTIONS_API__: 'true',
          __VUE_PROD_DEVTOOLS__: 'false',
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
        },
      });
      return {body: outputFiles[0]?.text ?? '', type: 'js'};
    },
  };
}
