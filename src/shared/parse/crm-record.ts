import {isRecord} from '../../interaction-api/is-record.js';
import type {CrmObject} from '../../interaction-api/types.js';
import {records} from './records.js';

/** A CRM record as the attributes of an element describe it. */
export interface RecordAttributes {
  recordId?: string | null | undefined;
  recordType?: string | null | undefined;
  recordLabel?: string | null | undefined;
  recordName?: string | null | undefined;
  recordKind?: 'who' | 'what' | null | undefined;
}

/** Returns the record that attributes describe; nothing without an id. */
export function crmRecord(attributes: RecordAttributes): CrmObject | undefined {
  const {recordId: id, recordLabel: label, recordName: name, recordType: type, recordKind} = attributes;
  if (!id?.trim()) return undefined;
  return {
    id,
    ...(label && {label}),
    ...(name && {name}),
    isWho: recordKind === 'who',
    isWhat: recordKind === 'what',
    ...(type && {type}),
  };
}

/** Returns the records in an adapter's answer. A record without an id is left out: it can be neither opened nor selected. */
export function recordsOf(answer: unknown): CrmObject[] {
  const hasId = ({id}: Record<string, unknown>): boolean => typeof id === 'string' && id.trim() !== '';
  return records(answer).filter((record): record is Record<string, unknown> & CrmObject => hasId(record));
}

/** Longest text that is shown: a field of a record can hold thousands of characters. */
const MAX_LENGTH = 200;

/** Returns a value of a CRM as text of bounded length; an object has none. */
export function readable(value: unknown): string {
  const text = isRecord(value) ? '' : String((value as boolean | undefined) ?? '').trim();
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** Returns the name of a record, or its id if it has no name. */
export const nameOf = ({name, id}: CrmObject): string => readable(name) || readable(id);

/** Returns the kind of a record: its label if it has one, else its type. */
export const kindOf = ({label, type}: CrmObject): string => readable(label) || readable(type);

/** Most fields of a record that are shown: more would push the next record out of sight. */
const MAX_FIELDS = 12;

/** Returns the fields of a record that have a value. */
export function fieldsOf({fields}: CrmObject): (readonly [name: string, value: string])[] {
  return records(fields)
    .map(({displayName, value}) => [readable(displayName), readable(value)] as const)
    .filter(([, value]) => value !== '')
    .slice(0, MAX_FIELDS);
}
