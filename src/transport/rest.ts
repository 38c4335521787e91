import type {Ongoing} from '../interaction-api/transport.js';
import type {RestParams, RestResult} from '../interaction-api/types.js';

/**
 * Sends a REST request from this page with the agent's session.
 *
 * @param context Asks the adapter for its configuration: its `apiBaseURL` is what the path is appended to.
 * @param allows Whether the session may go to an origin. The adapter's word alone is not enough: a wrong base must not carry it off.
 */
export async function executeRest(
  params: RestParams | undefined,
  context: () => Promise<Record<string, unknown>>,
  allows: (origin: string) => boolean,
  ongoing: Ongoing,
): Promise<RestResult> {
  // The SDK's own words for what is wrong, for code that looks at them.
  if (!params) throw new Error('Rest parameters are empty');
  const {method = 'GET', path, payload, contentType = 'application/json'} = params;
  if (!/^\//.test(path)) throw new Error('Wrong request path');
  if (!/^(GET|PUT|POST|DELETE|PATCH)$/.test(method) || (contentType && typeof contentType !== 'string')) {
    throw new Error('Wrong request method');
  }
  const {apiBaseURL} = await context();
  const url = new URL((apiBaseURL as string) + path);
  if (!allows(url.origin)) throw new Error(`${url.origin} is not allowed`);
  const request = new AbortController();
  ongoing.cancel = () => request.abort();
  const headers = new Headers(params.headers);
  if (contentType && !headers.has('content-type')) headers.set('content-type', contentType);
  const reply = await fetch(url, {
    method,
    headers,
    body: payload || null,
    credentials: 'include',
    // Where it leads to is not known before it is followed.
    redirect: 'error',
    signal: request.signal,
  });
  return {status: reply.status, response: await reply.text()};
}
