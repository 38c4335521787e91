/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * The command `served-simulator`: starts the simulated Five9 as `npm start` serves it, once for all files, and tells its address. It runs the
 * built package, as `npm start` does.
 *
 * @returns {TestRunnerPlugin}
 */
export function servedSimulator() {
  /** @type {ReturnType<typeof import('../../demo/server/sites.mjs').startSites> | undefined} */
  let sites;
  return {
    name: 'served-simulator',
    async executeCommand({command}) {
      if (command !== 'served-simulator') return undefined;
      // Loaded late: most files do without, and need no build.
      const {startSites} = await import('../../demo/server/sites.mjs');
      sites ??= startSites({port: 0, adapterPort: 0});
      return {adapterUrl: (await sites).adapterUrl};
    },
    async serverStop() {
      await (await sites)?.close();
    },
  };
}
