import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

/** @import {IncomingMessage, ServerResponse} from 'node:http' */

/** Bytes of a body that are taken. */
const MOST = 1_000_000;

export class TooLargeError extends Error {
  constructor() {
    super(`The body is too large: at most ${MOST} bytes.`);
  }
}

/**
 * The text of a request's body.
 *
 * @param {IncomingMessage} request
 */
export async function bodyOf(request) {
  /** @type {Buffer[]} */
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    // Read to its end all the same: who is still sending hears no answer.
    if (size <= MOST) parts.push(part);
  }
  if (size > MOST) throw new TooLargeError();
  return Buffer.concat(parts).toString();
}

/**
 * A request of Node's server as one of the Fetch API.
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
    // A page that goes away in mid-answer needs no more of it.
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
