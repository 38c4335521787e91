import {InteractionApiError} from '../../interaction-api/errors.js';
import type {SearchResult} from '../../sdk/crm-api/crm-api.types.js';
import {searchResultOf} from './search-answer.js';

/** HTTP statuses that mean that no record was found. */
const NOTHING_FOUND = [204, 404];

/**
 * Requests the records at an address, with the cookies of the page.
 *
 * @throws `InteractionApiError` if the request fails, or if the answer is not JSON with records
 */
export async function searchContacts(address: URL, signal: AbortSignal): Promise<SearchResult> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new InteractionApiError('Generic', `The search failed: ${reason}`, 'search', cause);
  };
  let response: Response;
  try {
    response = await fetch(address, {credentials: 'include', headers: {accept: 'application/json'}, signal});
  } catch (cause) {
    return fail('the server cannot be reached.', cause);
  }
  if (NOTHING_FOUND.includes(response.status)) return {crmObjects: []};
  if (!response.ok) return fail(`the server answered with status ${response.status}.`);
  try {
    return searchResultOf(await response.json());
  } catch (cause) {
    return fail(`the answer of the server is not understood: ${(cause as Error).message}`, cause);
  }
}
