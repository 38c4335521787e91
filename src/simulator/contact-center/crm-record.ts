import {isRecord} from '../../interaction-api/is-record.js';
import {recordKey} from '../../interaction-api/record-id.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {CrmObject} from '../../interaction-api/types.js';

/**
 * Returns a value of a page as a CRM record; `undefined` if the value has no id. The record stays unchanged, because the
 * page gets its own record back. So the id of a record can also be a number.
 */
export function recordIn(value: unknown): CrmObject | undefined {
  return isRecord(value) && textOf(value['id']) ? (value as CrmObject) : undefined;
}

/**
 * Returns the CRM records in a list, or in a search result. Leaves out entries without an id. Returns `undefined` if the
 * value is neither a list nor a search result.
 */
export function recordsIn(value: unknown): CrmObject[] | undefined {
  const list = isRecord(value) && !Array.isArray(value) ? value['crmObjects'] : value;
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((entry: unknown) => recordIn(entry) ?? []);
}

/** Returns whether a record has this id, as text or as a number. */
export function hasId(record: CrmObject, id: unknown): boolean {
  const [own, wanted] = [textOf(record.id), textOf(id)];
  return own !== undefined && wanted !== undefined && recordKey(own) === recordKey(wanted);
}
