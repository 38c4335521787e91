import {once} from 'node:events';
import {createServer} from 'node:http';

/** @import {IncomingMessage, Server, ServerResponse} from 'node:http' */

/**
 * Answers a request. Resolves with `false` if the next handler must answer it.
 *
 * @callback Handler
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {URL} url
 * @returns {Promise<boolean> | boolean}
 */

/** @typedef {(request: IncomingMessage, stream: import('node:stream').Duplex, head: Buffer) => void} Upgrade */

/**
 * Addresses of the server. Only this machine can reach these addresses. The server uses both, because `localhost` can
 * mean either address.
 */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Starts a server. The first handler that accepts a request answers it.
 *
 * @param {number} port 0 means any free port.
 * @param {Handler[]} handlers
 * @param {Upgrade} [upgrade] Handles the requests that open a WebSocket.
 * @returns {Promise<{port: number, close: () => Promise<void>}>}
 */
export async function listen(port, handlers, upgrade) {
  /** @type {Server[]} */
  const servers = [];
  const close = async () => {
    await Promise.all(servers.map(closed));
  };
  let chosen = port;
  for (const host of LOOPBACK) {
    const server = createServer((request, response) => void answer(handlers, request, response));
    if (upgrade) server.on('upgrade', upgrade);
    try {
      server.listen(chosen, host);
      await once(server, 'listening');
    } catch (error) {
      // Continue without the IPv6 address, because some machines have no IPv6.
      if (host === '::1' && /EADDRNOTAVAIL|EAFNOSUPPORT/.test(codeOf(error))) continue;
      await close();
      throw error;
    }
    servers.push(server);
    chosen = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  }
  return {port: chosen, close};
}

/** @param {unknown} error */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * @param {Handler[]} handlers
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(handlers, request, response) {
  try {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    for (const handler of handlers) {
      if (await handler(request, response, url)) return;
    }
    refuse(response, 404, `There is no ${url.pathname} here.`);
  } catch (error) {
    // Send status 400 for an invalid address, because the client caused this error. All other errors are faults of the
    // server.
    if (codeOf(error) === 'ERR_INVALID_URL') return refuse(response, 400, 'This is not an address.');
    console.error(error);
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'The server failed. Read the error in the terminal of `npm start`.');
  }
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} words
 */
function refuse(response, status, words) {
  const safe = words.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  response.writeHead(status, {'content-type': 'text/html; charset=utf-8'});
  response.end(`<!doctype html><html lang="en"><title>${status}</title><p>${safe}</p></html>\n`);
}

/** @param {Server} server */
async function closed(server) {
  server.close();
  // Close all connections, because browsers keep connections open, and the process does not end while a connection is
  // open.
  server.closeAllConnections();
  await once(server, 'close');
}
