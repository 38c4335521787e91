import {isRecord} from '../../interaction-api/is-record.js';

/** Returns the objects in a list from outside; an empty list if `list` is not a list. */
export function records(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Returns a value from outside as text. For a missing value or an object, returns an empty text. */
export function text(value: unknown): string {
  if (value === undefined || value === null || isRecord(value)) return '';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects are excluded above
  return String(value);
}
