import type {SearchParams, SearchResult} from '../../sdk/crm-api/crm-api.types.js';
import {Question} from '../../shared/controllers/question.js';
import {PageError} from '../../shared/words/page-error.js';
import {askedFrom, orShow} from './ask.js';
import {searchContacts} from './contact-search.js';
import type {CrmHost} from './crm-host.js';
import {foundWords} from './crm-work.js';
import {SearchEvent} from './crm.events.js';
import {customerNumber, interactionValues} from './customer.js';
import {addressOf} from './safe-address.js';
import {readSearchAnswer} from './search-answer.js';

/** Finds the records of the other party: with an answer of the page, or else at `search-href`. */
export async function search(host: CrmHost, params: SearchParams): Promise<SearchResult> {
  const {work} = host;
  work.offer(undefined);
  host.clearError();
  const result = await orShow(host, 'search', () => find(host, params));
  if (!result) work.show('');
  return result ?? {crmObjects: []};
}

async function find(host: CrmHost, params: SearchParams): Promise<SearchResult | undefined> {
  const {element, work} = host;
  const question = new Question(element.service, askedFrom(host, 'search', params));
  const event = new SearchEvent({...params, number: customerNumber(params)}, question.signal);
  element.dispatchEvent(event);
  const answer = event.answer ?? fetchRecords(host, params, question.signal);
  if (!answer) {
    question.end();
    return undefined;
  }
  work.show('Searching…');
  const {result, omitted} = readSearchAnswer(await question.wait(answer));
  // An answer of the page may contain functions or nodes, which cannot be sent to the adapter.
  const {crmObjects} = structuredClone(result);
  work.show(foundWords(crmObjects.length));
  if (omitted) host.fail(omittedError(omitted));
  return result;
}

/** Requests the records at `search-href`. Returns `undefined` without an address, or if its variables have no values. */
function fetchRecords({element}: CrmHost, params: SearchParams, signal: AbortSignal) {
  const address = addressOf(element.searchHref, interactionValues(params), element, 'search');
  return address && searchContacts(address, element, signal);
}

function omittedError(count: number): PageError {
  const entries = count === 1 ? '1 entry of the search answer has' : `${count} entries of the search answer have`;
  return new PageError('Generic', `${entries} no id. The adapter does not get them.`, 'search');
}
