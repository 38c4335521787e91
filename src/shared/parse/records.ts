import {isRecord} from '../../interaction-api/is-record.js';

/** The objects of a list that others sent; none where it is no list. */
export const records = (list: unknown): Record<string, unknown>[] => (Array.isArray(list) ? list.filter(isRecord) : []);

/** A value that others sent, as text. What is missing or an object has none. */
export const text = (value: unknown): string =>
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- what has a form of its own is left out before
  value === undefined || value === null || isRecord(value) ? '' : String(value);
