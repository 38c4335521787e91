import {isRecord} from '../../interaction-api/is-record.js';
import type {CrmObject} from '../../interaction-api/types.js';

/** A CRM record as attributes describe it. */
export interface RecordAttributes {
  recordId?: string | null | undefined;
  recordType?: string | null | undefined;
  recordLabel?: string | null | undefined;
  recordName?: string | null | undefined;
  recordKind?: 'who' | 'what' | null | undefined;
}

/** The record; nothing without an id. */
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

/** The records of an adapter's answer. What has no id is none: it could be neither opened nor selected. */
export const recordsOf = (answer: unknown): CrmObject[] =>
  Array.isArray(answer)
    ? answer.filter(
        (one): one is CrmObject => isRecord(one) && typeof one['id'] === 'string' && one['id'].trim() !== '',
      )
    : [];

/** More than this of a text is shown nowhere: a record can hold books. */
const LONG = 200;

/** What a CRM wrote, as text of bounded length; nothing for what is no text. */
export function readable(value: unknown): string {
  const text = isRecord(value) ? '' : String((value as boolean | undefined) ?? '').trim();
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** Name of a record, or what else there is to tell it from others. */
export const nameOf = ({name, id}: CrmObject): string => readable(name) || readable(id);

/** Kind of a record, as people call it where that is known. */
export const kindOf = ({label, type}: CrmObject): string => readable(label) || readable(type);

/** More than so many of its fields would hide the next record. */
const MANY = 12;

/** What a record tells beside: names and values. */
export const fieldsOf = ({fields}: CrmObject): (readonly [name: string, value: string])[] =>
  (Array.isArray(fields) ? fields : [])
    .filter(isRecord)
    .map(({displayName, value}) => [readable(displayName), readable(value)] as const)
    .filter(([, value]) => value)
    .slice(0, MANY);
