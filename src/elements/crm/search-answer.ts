import {isRecord} from '../../interaction-api/is-record.js';
import {kindWords} from '../../interaction-api/text-of.js';
import type {CrmObject} from '../../interaction-api/types.js';
import type {SearchResult} from '../../sdk/crm-api/crm-api.types.js';
import {recordsOf, withTextId} from '../../shared/parse/crm-record.js';
import {records, text} from '../../shared/parse/records.js';

/** The result of a search, and the number of entries that are no records. */
export interface ReadAnswer {
  readonly result: SearchResult;
  readonly omitted: number;
}

/**
 * Converts an answer to the result that the adapter takes: a search result, a list of records, one record, or nothing.
 * Ids become texts. Entries without an id are left out. A record that is neither a person nor a thing becomes a person,
 * because the search is for the other party.
 *
 * @throws `TypeError` if the answer has another form
 */
export function readSearchAnswer(answer: unknown): ReadAnswer {
  if (answer === null || answer === undefined) return {result: {crmObjects: []}, omitted: 0};
  if (Array.isArray(answer)) return withList(answer);
  if (!isRecord(answer))
    throw new TypeError(`${kindWords(answer)} is no record, no list of records and no search result.`);
  if (!('crmObjects' in answer)) {
    const record = withTextId(answer);
    if (!record) throw new TypeError('the record has no id. Send a record, a list of records, or {crmObjects: […]}.');
    return {result: {crmObjects: [completed(record)]}, omitted: 0};
  }
  const {crmObjects, screenPopObject} = answer;
  if (isRecord(crmObjects) && !Array.isArray(crmObjects)) throw new TypeError('crmObjects is no list.');
  const shown = isRecord(screenPopObject) ? withTextId(screenPopObject) : undefined;
  const {result, omitted} = withList(Array.isArray(crmObjects) ? crmObjects : []);
  return {result: {...result, ...(shown && {screenPopObject: completed(shown)})}, omitted};
}

function withList(list: readonly unknown[]): ReadAnswer {
  const omitted = list.filter((entry) => !isRecord(entry) || !withTextId(entry)).length;
  return {result: {crmObjects: recordsOf(list).map(completed)}, omitted};
}

/** Returns a record with all fields that every record of Five9 has. */
function completed({fields, ...record}: CrmObject): CrmObject {
  const {id, label, type, name, isWho, isWhat} = record;
  const isThing = isWhat === true;
  return {
    ...record,
    label: text(label) || text(type),
    name: text(name) || id,
    isWho: isWho ?? !isThing,
    isWhat: isThing,
    ...(Array.isArray(fields) && {fields: records(fields).map(shownField)}),
  };
}

const shownField = (field: Record<string, unknown>): {displayName: string; value: string} => ({
  ...field,
  displayName: text(field['displayName']),
  value: text(field['value']),
});
