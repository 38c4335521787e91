import {recordKey} from '../../interaction-api/record-id.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {CrmObject} from '../../interaction-api/types.js';
import {records, text} from './records.js';

/** The attributes of an element that describe a CRM record. */
export interface RecordAttributes {
  recordId?: string | null | undefined;
  recordType?: string | null | undefined;
  recordLabel?: string | null | undefined;
  recordName?: string | null | undefined;
  recordKind?: 'who' | 'what' | null | undefined;
}

/** Returns the record that the attributes describe; `undefined` if they contain no id. */
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

/**
 * Returns the records in an adapter's answer. A number as id becomes its text. Omits records without an id, because such
 * records can be neither opened nor selected, and a second entry of the same record.
 */
export function recordsOf(answer: unknown): CrmObject[] {
  const byKey = new Map<string, CrmObject>();
  for (const entry of records(answer)) {
    const record = withTextId(entry);
    if (record && !byKey.has(recordKey(record.id))) byKey.set(recordKey(record.id), record);
  }
  return [...byKey.values()];
}

/** Returns a record with its id as text; `undefined` if the record has no id. */
export function withTextId(record: Record<string, unknown>): CrmObject | undefined {
  const id = textOf(record['id']);
  if (!id?.trim()) return undefined;
  return id === record['id'] ? (record as Record<string, unknown> & CrmObject) : {...record, id};
}

/** Largest number of characters of a value that are shown. A field of a record can have thousands of characters. */
const MAX_LENGTH = 200;

/** Returns a value of the CRM as text, shortened if it is long. Returns an empty text for an object. */
export function readable(value: unknown): string {
  const words = text(value).trim();
  return words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH)}…` : words;
}

/** Returns the name of a record, or its id if it has no name. */
export const nameOf = ({name, id}: CrmObject): string => readable(name) || readable(id);

/** Returns the kind of a record: its label, or its type if it has no label. */
export const kindOf = ({label, type}: CrmObject): string => readable(label) || readable(type);

/** Largest number of fields that are shown. With more fields, the next record would not be visible. */
const MAX_FIELDS = 12;

/** Returns the fields of a record that have a value. */
export function fieldsOf({fields}: CrmObject): (readonly [name: string, value: string])[] {
  return records(fields)
    .map(({displayName, value}) => [readable(displayName), readable(value)] as const)
    .filter(([, value]) => value !== '')
    .slice(0, MAX_FIELDS);
}
