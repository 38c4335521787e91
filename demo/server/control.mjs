/**
 * Handles the requests to `/simulator/…`: commands of test tools to the contact centre, and requests of the adapter's
 * page.
 */
import {bodyOf, sendJson, TooLargeError} from './fetch-bridge.mjs';

/** @import {ServerResponse} from 'node:http' */
/** @import {AdapterRequests, ContactCenter, Journal, RestHandler} from '../../src/simulator.js' */
/** @import {Handler} from './listen.mjs' */
/** @import {Simulator} from './simulator.mjs' */

/** The largest allowed body with requests of an adapter's page, in bytes. A page may answer with many records. */
const MAX_PAGE_BYTES = 50_000_000;

/** The error for a request that is not valid. The client receives its message with status 400. */
class BadRequest extends Error {}

/**
 * Milliseconds until a reply takes another way than the HTTP response. A browser allows only six open requests to a
 * server, and a reply can take long: for example, the agent must first confirm a dialog.
 */
const REPLY_LATER = 1000;

/**
 * @param {{center: ContactCenter, rest: RestHandler, journal: Journal, requests: AdapterRequests, simulator: Simulator, baseURL: string}} five9
 * @returns {Handler}
 */
export function control(five9) {
  const {simulator, center, journal} = five9;
  return async (request, response, url) => {
    if (!url.pathname.startsWith('/simulator/')) return false;
    const {origin} = request.headers;
    if (origin && !simulator.isLocalOrigin(origin)) {
      sendJson(response, 403, {error: `Pages of ${origin} are not allowed.`});
      return true;
    }
    if (origin)
      for (const [name, value] of Object.entries(simulator.corsHeaders(origin))) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      const allowed = {'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type'};
      response.writeHead(204, allowed).end();
      return true;
    }
    /** @type {Record<string, Record<string, () => unknown>>} */
    const resources = {
      '/simulator/state': {GET: () => sendJson(response, 200, center.state())},
      '/simulator/commands': {
        POST: async () => sendJson(response, 200, {result: await runCommand(five9, await jsonOf(request))}),
      },
      '/simulator/adapter/events': {GET: () => sendJson(response, 200, journal.since(numberIn(url, 'since')))},
      '/simulator/adapter/requests': {
        POST: async () => answerAll(five9, await jsonOf(request, MAX_PAGE_BYTES), response, url.host),
      },
    };
    const resource = Object.hasOwn(resources, url.pathname) ? resources[url.pathname] : undefined;
    if (!resource) {
      sendJson(response, 404, {error: `There is no ${url.pathname}; there are ${Object.keys(resources).join(', ')}.`});
      return true;
    }
    // Handle HEAD like GET.
    const {method = ''} = request;
    const [allow = ''] = Object.keys(resource);
    if ((method === 'HEAD' ? 'GET' : method) !== allow) {
      sendJson(response, 405, {error: `${url.pathname} takes ${allow}.`}, {allow});
      return true;
    }
    try {
      await resource[allow]?.();
    } catch (error) {
      if (!(error instanceof BadRequest || error instanceof TooLargeError)) throw error;
      sendJson(response, 400, {error: error.message});
    }
    return true;
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {number} [maxBytes]
 */
async function jsonOf(request, maxBytes) {
  try {
    return JSON.parse(await bodyOf(request, maxBytes));
  } catch (error) {
    throw error instanceof SyntaxError ? new BadRequest(`The body is not JSON: ${error.message}`) : error;
  }
}

/**
 * @param {URL} url
 * @param {string} name
 */
function numberIn({searchParams}, name) {
  const text = searchParams.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw new BadRequest(`${name} must be a number.`);
  return Number(text);
}

/**
 * @param {Parameters<typeof control>[0]} five9
 * @param {unknown} body
 */
async function runCommand({center, rest}, body) {
  const {name, args = []} = /** @type {{name?: unknown, args?: unknown}} */ (Object(body));
  if (typeof name !== 'string') throw new BadRequest('name must be the name of a command, as in {"name": "state"}.');
  if (!Array.isArray(args)) throw new BadRequest('args must be a list.');
  try {
    const result = (await center.run(name, args)) ?? null;
    commandDone(rest, name);
    return result;
  } catch (error) {
    if (error instanceof Error && error.name === 'CommandError') throw new BadRequest(error.message);
    throw error;
  }
}

/**
 * @param {RestHandler} rest
 * @param {string} name
 */
function commandDone(rest, name) {
  if (name === 'reset') rest.reset();
}

/**
 * Starts the requests of an adapter's page in their order. Sends each reply as one line of JSON when it is ready, so
 * the order of the replies may differ. A reply that takes long is sent as an event.
 *
 * @param {Parameters<typeof control>[0]} five9
 * @param {unknown} body
 * @param {ServerResponse} response
 * @param {string} host
 */
async function answerAll(five9, body, response, host) {
  if (!Array.isArray(body)) throw new BadRequest('The body must be a list of requests.');
  const answers = body.map(async (request) => {
    const {id} = Object(request);
    const replied = answerOne(five9, request, host);
    const reply = await Promise.race([replied, later()]);
    response.write(`${JSON.stringify({id, ...reply})}\n`);
    if ('later' in reply) void replied.then((late) => five9.journal.reply(id, late));
  });
  response.writeHead(200, {'content-type': 'application/x-ndjson', 'cache-control': 'no-store'});
  // Send the headers now, because the page waits for the headers before it sends its next requests.
  response.flushHeaders();
  await Promise.all(answers);
  response.end();
}

/** @returns {Promise<{later: true}>} */
const later = () => new Promise((resolve) => setTimeout(resolve, REPLY_LATER, {later: true}).unref());

/**
 * @param {Parameters<typeof control>[0]} five9
 * @param {unknown} request
 * @param {string} host
 */
async function answerOne({requests, rest, baseURL}, request, host) {
  const reply = await requests.answer(request);
  const {command} = Object(request);
  if (command && 'result' in reply) commandDone(rest, command);
  const isContext = Object(request).method === 'getApplicationContext' && 'result' in reply;
  return isContext ? {result: atHost(reply.result, baseURL, host)} : reply;
}

/**
 * Returns the application context with `host` as the host of the REST API. `host` is the host from which the page
 * loaded its adapter. Another host name of the server is not possible, because the browser sends the session's cookie
 * only to the host name that set the cookie.
 *
 * @param {any} context
 * @param {string} baseURL
 * @param {string} host
 */
const atHost = (context, baseURL, host) =>
  context?.apiBaseURL === baseURL ? {...context, apiBaseURL: `http://${host}`} : context;
