import {isRecord} from '../../interaction-api/is-record.js';
import {textOf} from '../../interaction-api/text-of.js';

/** Returns the entries of a list that are objects. Returns an empty list if `list` is not a list. */
export function records(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/**
 * Returns a value of the adapter as text for people: a text, a number, `true` or `false`. Returns an empty text for every
 * other value, such as `null`, `NaN` or an object.
 */
export function text(value: unknown): string {
  return typeof value === 'boolean' ? String(value) : (textOf(value) ?? '');
}
