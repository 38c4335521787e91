import type {CallHandle} from '../interaction-api/transport.js';
import type {RestParams, RestResult} from '../interaction-api/types.js';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/**
 * Sends a REST request from this page with the agent's session.
 *
 * @param getContext Requests the adapter's configuration. The request is sent to the address `apiBaseURL` of the
 *   configuration, followed by the path.
 * @param allowsOrigin Returns whether an origin may receive the session. Without this check, a wrong `apiBaseURL` would
 *   send the session to a foreign server.
 */
export async function executeRest(
  params: RestParams | undefined,
  getContext: () => Promise<Record<string, unknown>>,
  allowsOrigin: (origin: string) => boolean,
  handle: CallHandle,
): Promise<RestResult> {
  const {method, path, payload, headers} = readParams(params);
  const {apiBaseURL} = await getContext();
  const address = String(apiBaseURL) + path;
  if (!URL.canParse(address)) {
    throw new Error(
      'Not sent: the adapter reports no address for REST requests (apiBaseURL). Check that the agent is logged in.',
    );
  }
  const url = new URL(address);
  if (!allowsOrigin(url.origin)) {
    throw new Error(
      `Not sent: the adapter names ${url.origin} for REST requests, and this origin is not allowed. Add it to adapter-origin if it is yours.`,
    );
  }
  const request = new AbortController();
  handle.cancel = () => request.abort();
  const reply = await fetch(url, {
    method,
    headers,
    body: payload || null,
    credentials: 'include',
    // Do not follow a redirect, because it could lead to an origin that is not allowed.
    redirect: 'error',
    signal: request.signal,
  });
  return {status: reply.status, response: await reply.text()};
}

/**
 * Checks the parameters. The error messages are the same as in the Five9 SDK, because existing code may compare them.
 */
function readParams(params: RestParams | undefined) {
  if (!params) throw new Error('Rest parameters are empty');
  const {method = 'GET', path, payload, contentType = 'application/json'} = params;
  if (typeof path !== 'string' || !path.startsWith('/')) throw new Error('Wrong request path');
  if (!METHODS.includes(method) || (contentType && typeof contentType !== 'string')) {
    throw new Error('Wrong request method');
  }
  const headers = new Headers(params.headers);
  if (contentType && !headers.has('content-type')) headers.set('content-type', contentType);
  return {method, path, payload, headers};
}
