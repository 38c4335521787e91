import {isRecord} from '../../interaction-api/is-record.js';

/** Returns the objects in a foreign list; none if it is no list. */
export function records(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Returns a foreign value as text. A missing value and an object are an empty text. */
export function text(value: unknown): string {
  if (value === undefined || value === null || isRecord(value)) return '';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects are excluded above
  return String(value);
}
