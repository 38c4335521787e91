import type {SearchAnswer} from './crm.events.js';
import {PageError} from '../../shared/words/page-error.js';
import {ownOrigin} from '../../transport/own-window.js';
import {type AddressRules, safeAddress} from './safe-address.js';
import {isWebPage, statusWords, textIn, WEB_PAGE} from './server-answer.js';

/** HTTP statuses that mean that no record was found. */
const NOTHING_FOUND = [204, 404, 410];

/**
 * Requests the records at an address, with the cookies of the page.
 *
 * @throws `PageError` if the request fails, or if the answer is not JSON
 */
export async function searchContacts(address: URL, rules: AddressRules, signal: AbortSignal): Promise<SearchAnswer> {
  const response = await request(address, signal);
  if (response.redirected) safeAddress(response.url, rules, 'search');
  if (NOTHING_FOUND.includes(response.status)) return null;
  if (!response.ok) throw failed(statusWords(response.status));
  return dataIn(await bodyOf(response, signal));
}

async function request(address: URL, signal: AbortSignal): Promise<Response> {
  const isOwn = address.origin === ownOrigin();
  try {
    return await fetch(address, {
      // The browser then refuses a redirect to another origin, before it sends the number of the customer there.
      mode: isOwn ? 'same-origin' : 'cors',
      credentials: 'include',
      cache: 'no-store',
      headers: {accept: 'application/json'},
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw failed('the server cannot be reached, or it redirects to another origin.', cause);
  }
}

async function bodyOf(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await textIn(response);
  } catch (cause) {
    signal.throwIfAborted();
    throw failed(`the answer cannot be read: ${(cause as Error).message}`, cause);
  }
}

/** Returns the data of a JSON text; `null` if the text is empty. */
function dataIn(text: string): SearchAnswer {
  if (isWebPage(text)) throw failed(WEB_PAGE);
  if (!text.trim()) return null;
  try {
    return JSON.parse(text) as SearchAnswer;
  } catch (cause) {
    throw failed('the answer of the server is not JSON.', cause);
  }
}

function failed(reason: string, cause?: unknown): PageError {
  return new PageError('Generic', `The search failed: ${reason}`, 'search', cause);
}
