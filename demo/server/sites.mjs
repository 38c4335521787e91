import {fileURLToPath} from 'node:url';
import {crmApi} from './crm/api.mjs';
import {crmPages} from './crm/pages.mjs';
import {createRecords} from './crm/records.mjs';
import {openFive9} from './five9.mjs';
import {codeOf, listen} from './listen.mjs';
import {loadSimulator} from './simulator.mjs';
import {staticFiles} from './static-files.mjs';

/** @import {Handler} from './listen.mjs' */

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const CRM_FILES = {
  '/index.html': at('demo/index.html'),
  '/README.md': at('README.md'),
  '/custom-elements.json': at('custom-elements.json'),
  '/demo/': at('demo'),
  '/dist/': at('dist'),
  '/cdn/': at('cdn'),
};

const ADAPTER_FILES = {
  '/clients/integrations/adt.main.html': at('demo/adapter/adt.main.html'),
  '/demo/adapter/': at('demo/adapter'),
  // Serve `dist` too, because the adapter's page imports a module that is not in a bundle.
  '/dist/': at('dist'),
  '/cdn/': at('cdn'),
};

/**
 * Starts two servers, for the two origins of a real installation: the CRM, and Five9 with its adapter.
 *
 * @param {{port: number, adapterPort: number}} ports 0 means any free port.
 */
export async function startSites({port, adapterPort}) {
  const simulator = await loadSimulator();
  /** @type {ReturnType<typeof openFive9> | undefined} */
  let simulated;
  const five9Handlers = [0, 1].map(
    (index) => /** @type {Handler} */ ((...all) => simulated?.handlers[index]?.(...all) ?? false),
  );
  // Create the simulated Five9 below, after the server has started, because it needs the port of the server.
  const handlers = [noIcon, ...five9Handlers, staticFiles(ADAPTER_FILES)];
  const served = await site(adapterPort, 'ADAPTER_PORT', handlers, (...all) => simulated?.upgrade(...all));
  const adapterUrl = `http://localhost:${served.port}/`;
  simulated = openFive9(simulator, adapterUrl);
  const {close: hangUp} = simulated;
  const five9 = {
    port: served.port,
    close: async () => {
      hangUp();
      await served.close();
    },
  };
  try {
    const records = createRecords();
    const crmHandlers = [
      noIcon,
      home,
      settings(five9.port),
      crmApi(records),
      crmPages(records),
      staticFiles(CRM_FILES),
    ];
    const crm = await site(port, 'PORT', crmHandlers);
    return {
      url: `http://localhost:${crm.port}/`,
      adapterUrl,
      close: async () => void (await Promise.all([crm.close(), five9.close()])),
    };
  } catch (error) {
    await five9.close();
    throw error;
  }
}

/**
 * @param {number} port
 * @param {string} variable The environment variable that sets the port.
 * @param {Handler[]} handlers
 * @param {import('./listen.mjs').Upgrade} [upgrade]
 */
async function site(port, variable, handlers, upgrade) {
  try {
    return await listen(port, handlers, upgrade);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new PortTakenError(
      `Port ${port} is taken: set ${variable} to another one, as in \`${variable}=${port + 100} npm start\`.`,
    );
  }
}

export class PortTakenError extends Error {}

/** Serves the CRM's first page at `/`. */
const home = /** @type {Handler} */ (
  (_request, _response, url) => {
    if (url.pathname === '/') url.pathname = '/index.html';
    return false;
  }
);

/** Answers `/favicon.ico` without content. Every browser requests this address. */
const noIcon = /** @type {Handler} */ (
  (_request, response, {pathname}) => {
    if (pathname !== '/favicon.ico') return false;
    response.writeHead(204).end();
    return true;
  }
);

/**
 * Returns a handler that answers with the adapter's origin: the host name of the request with the port of the adapter.
 *
 * @param {number} adapterPort
 * @returns {Handler}
 */
function settings(adapterPort) {
  return (_request, response, {pathname, hostname}) => {
    if (pathname !== '/demo/settings.json') return false;
    response.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'});
    response.end(JSON.stringify({adapterOrigin: `http://${hostname}:${adapterPort}`}));
    return true;
  };
}
