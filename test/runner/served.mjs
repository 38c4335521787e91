/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * The command `served-simulator`: starts the simulated Five9 as `npm start` serves it, and tells its address. Once for all files of a browser: several
 * browsers run side by side, and would disturb each other at its one contact centre. It runs the built package, as `npm start` does.
 *
 * @returns {TestRunnerPlugin}
 */
export function servedSimulator() {
  /** @type {Map<string, ReturnType<typeof import('../../demo/server/sites.mjs').startSites>>} */
  const sites = new Map();
  return {
    name: 'served-simulator',
    async executeCommand({command, session}) {
      if (command !== 'served-simulator') return undefined;
      // Loaded late: most files do without, and need no build.
      const {startSites} = await import('../../demo/server/sites.mjs');
      const {name} = session.browser;
      const started = sites.get(name) ?? startSites({port: 0, adapterPort: 0});
      sites.set(name, started);
      return {adapterUrl: (await started).adapterUrl};
    },
    async serverStop() {
      for (const started of sites.values()) await (await started).close();
    },
  };
}
