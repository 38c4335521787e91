import {control} from './control.mjs';
import {sendJson, sendResponse, TooLargeError, toRequest} from './fetch-bridge.mjs';
import {webSockets} from './sockets.mjs';

/** @import {Handler} from './listen.mjs' */

/** Milliseconds until the customer answers an outbound call. `five9-simulator` has the same default. */
const ANSWER_AFTER = 2500;

/**
 * Creates the simulated Five9 of the server. All clients of its HTTP and WebSocket interfaces share one contact centre.
 *
 * @param {import('./simulator.mjs').Simulator} simulator
 * @param {string} url Address of the server.
 */
export function openFive9(simulator, url) {
  const baseURL = new URL(url).origin;
  const center = new simulator.ContactCenter({autoAnswerAfter: ANSWER_AFTER, apiBaseURL: baseURL});
  const rest = new simulator.RestHandler(center);
  const pages = new simulator.ServedPages({askedTabs: () => center.options.askedTabs});
  center.attach(pages);
  const metadata = () => rest.metadata(baseURL);
  const five9 = {
    simulator,
    center,
    rest,
    journal: new simulator.Journal(center, pages),
    requests: new simulator.AdapterRequests(center, pages),
    sockets: new simulator.SocketHandler(center, {metadata}),
    baseURL,
  };
  const {upgrade, close} = webSockets(five9);
  const underControl = control(five9);

  /**
   * @param {Parameters<Handler>[0]} request
   * @param {Parameters<Handler>[1]} response
   * @param {URL} url
   */
  async function restHandler(request, response, url) {
    if (!url.pathname.startsWith(simulator.REST_PATH)) return false;
    // Refuse these HTTP methods, because the Fetch API and Five9 do not accept them.
    if (request.method === 'TRACE' || request.method === 'TRACK') {
      refuse(request, response, 405, 'METHOD_NOT_ALLOWED', `No address here takes ${request.method}.`);
      return true;
    }
    try {
      await sendResponse(await rest.handle(await toRequest(request, url)), response);
    } catch (error) {
      if (!(error instanceof TooLargeError)) throw error;
      refuse(request, response, 413, 'TOO_LARGE', error.message);
    }
    return true;
  }

  /**
   * Sends an error for a request that cannot be passed to the REST handler, because its method is TRACE or TRACK, or
   * because its body is too large. The error has the same format as the errors of the REST handler.
   *
   * @param {Parameters<Handler>[0]} request
   * @param {Parameters<Handler>[1]} response
   * @param {number} status
   * @param {string} contextCode
   * @param {string} message
   */
  function refuse({headers: {origin}}, response, status, contextCode, message) {
    const headers = origin && simulator.isLocalOrigin(origin) ? simulator.corsHeaders(origin) : {};
    const timestamp = center.state().now;
    sendJson(
      response,
      status,
      {five9ExceptionDetail: {timestamp, errorCode: 0, message, context: {contextCode}}},
      headers,
    );
  }

  return {
    center,
    handlers: [underControl, restHandler],
    upgrade,
    close,
  };
}
