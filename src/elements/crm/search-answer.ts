import {isRecord} from '../../interaction-api/is-record.js';
import type {CrmObject} from '../../interaction-api/types.js';
import type {SearchResult} from '../../sdk/crm-api/crm-api.types.js';
import {recordsOf, withTextId} from '../../shared/parse/crm-record.js';
import {text} from '../../shared/parse/records.js';

/**
 * Converts an answer to the result that the adapter takes: a search result, a list of records, one record, or nothing.
 * Ids become texts. Records without an id are left out. A record that is neither a person nor a thing becomes a person,
 * because the search is for the other party.
 *
 * @throws `TypeError` if the answer has another form
 */
export function searchResultOf(answer: unknown): SearchResult {
  if (answer === null || answer === undefined) return {crmObjects: []};
  if (Array.isArray(answer)) return {crmObjects: recordsOf(answer).map(completed)};
  if (!isRecord(answer)) throw new TypeError(`a ${typeof answer} is no record, no list of records and no search result.`);
  if (!('crmObjects' in answer)) {
    const record = withTextId(answer);
    if (!record) throw new TypeError('the record has no id.');
    return {crmObjects: [completed(record)]};
  }
  const crmObjects = recordsOf(answer['crmObjects']).map(completed);
  const {screenPopObject} = answer;
  const shown = isRecord(screenPopObject) ? withTextId(screenPopObject) : undefined;
  return {crmObjects, ...(shown && {screenPopObject: completed(shown)})};
}

function completed(record: CrmObject): CrmObject {
  const {label, name, isWho, isWhat} = record;
  const isThing = isWhat === true;
  return {...record, label: text(label), name: text(name), isWho: isWho ?? !isThing, isWhat: isThing};
}
