/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * Adds the command `served-simulator`: it starts the simulated Five9 of the built package as `npm start` does, and returns its
 * address. Each browser has its own: browsers run at the same time, and the calls of one would appear in the other.
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
      // Imported on demand: most tests do not need it, and so need no build.
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
