import {isRecord} from '../../transport/envelope.js';
import type {AdapterBackend} from '../adapter/adapter-backend.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import {refuse} from '../contact-center/errors.js';
import {RestHandler} from './rest-handler.js';

/** Base URL of requests that are answered in the page. No host has this name. */
const BASE_URL = 'https://simulator.invalid';

const handlers = new WeakMap<ContactCenter, RestHandler>();

/** Answers a REST request of the adapter with a contact centre in this page. */
function answerInPage(center: ContactCenter, request: Request): Promise<Response> {
  const handler = handlers.get(center) ?? new RestHandler(center);
  handlers.set(center, handler);
  return handler.handle(request, {isAdapter: true});
}

/**
 * Carries out `executeRestApiV2`. If the backend has no `sendRest`, the contact centre in this page answers the
 * request.
 */
export async function executeRest(
  backend: AdapterBackend,
  params: unknown,
): Promise<{status: number; response: string}> {
  const {path, method = 'GET', headers, contentType = 'application/json', payload} = isRecord(params) ? params : {};
  if (typeof path !== 'string' || !path.startsWith('/')) return refuse('Wrong request path');
  const all = new Headers(headers as HeadersInit | undefined);
  if (contentType && !all.has('content-type')) all.set('content-type', contentType as string);
  const init = {method: method as string, headers: all, body: (payload || null) as string | null};
  const response = await (backend.sendRest?.(path, init) ??
    answerInPage(backend as ContactCenter, new Request(BASE_URL + path, init)));
  return {status: response.status, response: await response.text()};
}
