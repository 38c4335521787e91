import type {CrmObject} from '../interaction-api/types.js';

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
  if (!id) return undefined;
  return {
    id,
    ...(label && {label}),
    ...(name && {name}),
    isWho: recordKind === 'who',
    isWhat: recordKind === 'what',
    ...(type && {type}),
  };
}
