import {isRecord} from '../../interaction-api/is-record.js';

/** Returns the entries of a list that are objects. Returns an empty list if `list` is not a list. */
export function records(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Returns a value of any type as text. For a missing value or an object, returns an empty text. */
export function text(value: unknown): string {
  if (value === undefined || value === null || isRecord(value)) return '';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects are excluded above
  return String(value);
}
