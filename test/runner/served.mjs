/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * Adds the command `served-simulator`: it starts the simulated Five9 of the built package as `npm start` does, and
 * returns its address. Each browser has its own simulated Five9, because browsers run at the same time and the calls of
 * one browser would appear in the other browsers.
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
      // Import the module on demand, so that tests without this command need no build.
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
