import {createServer} from 'node:http';

/** @import {AddressInfo} from 'node:net' */
/** @import {TestRunnerPlugin} from '@web/test-runner' */

/**
 * Serves the files of the test runner from another origin too: from another port of the same host. A frame of another
 * host would get a process of its own, and in Chromium, a test file that opens hundreds of frames would take five times
 * as long. The end-to-end tests use other hosts.
 */
export function otherOrigin() {
  const server = createServer();
  /** @type {TestRunnerPlugin} */
  const plugin = {
    name: 'other-origin',
    async serverStart({app}) {
      server.on('request', app.callback());
      await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
    },
    async serverStop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return {
    plugin,

    /** Returns the script that gives the port of the other origin to the tests. */
    script() {
      const {port} = /** @type {AddressInfo} */ (server.address());
      return `<script>globalThis.otherOriginPort = ${port};</script>`;
    },
  };
}
