import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

/** @import {IncomingMessage, ServerResponse} from 'node:http' */

/** The largest allowed body of a request, in bytes, if the caller has no other limit. */
const MAX_BYTES = 1_000_000;

export class TooLargeError extends Error {
  /** @param {number} maxBytes */
  constructor(maxBytes) {
    super(`The body is too large: at most ${maxBytes} bytes.`);
  }
}

/**
 * Returns the text of a request's body.
 *
 * @param {IncomingMessage} request
 * @param {number} maxBytes
 */
export async function bodyOf(request, maxBytes = MAX_BYTES) {
  /** @type {Buffer[]} */
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    // Read also the rest of a body that is too large, because a client that is still sending does not read the answer.
    if (size <= maxBytes) parts.push(part);
  }
  if (size > maxBytes) throw new TooLargeError(maxBytes);
  return Buffer.concat(parts).toString();
}

/**
 * Returns a request of Node's server as a request of the Fetch API.
 *
 * @param {IncomingMessage} request
 * @param {URL} url
 */
export async function toRequest(request, url) {
  const {method = 'GET'} = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, {method, headers, body: hasBody ? await bodyOf(request) : null});
}

/**
 * @param {Response} from
 * @param {ServerResponse} to
 */
export async function sendResponse(from, to) {
  to.writeHead(from.status, [...from.headers].flat());
  if (from.body) {
    const body = Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (from.body));
    // Ignore errors, because the client may close the connection before the end of the response.
    await pipeline(body, to).catch(() => undefined);
  } else to.end();
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {unknown} content
 * @param {Record<string, string>} [headers]
 */
export function sendJson(response, status, content, headers = {}) {
  response.writeHead(status, {'content-type': 'application/json', 'cache-control': 'no-store', ...headers});
  response.end(JSON.stringify(content));
}
