import {asInTextarea, hasLineBreak} from './line-breaks.js';

/** Kinds of fields that edit a variable as text. */
export type FieldType = 'text' | 'textarea' | 'date' | 'time' | 'datetime-local' | 'email' | 'url' | 'tel';

/** A select, or a field for text. */
export type FieldKind = FieldType | 'select';

/** Fields in which the agent can choose seconds. */
const TIME_TYPES: readonly FieldType[] = ['time', 'datetime-local'];
const WITH_SECONDS = /\d\d:\d\d:\d\d$/;

/**
 * Returns the kind of field that shows a value as it is: `wanted`, or a field for text. A native field changes a value
 * that it cannot show; for example, a date field would be empty for `31.01.2026` and for `2026-02-30`.
 */
export function fieldTypeFor(value: string, wanted: FieldType): FieldType {
  if (hasLineBreak(value)) return 'textarea';
  return [wanted, 'text' as const].find((type) => canHold(type, value)) ?? 'textarea';
}

/**
 * Returns the type of the input for a kind of field. An e-mail address and a web address are edited as text, because
 * their native fields remove blanks, and Chromium changes `ü` in the domain of an e-mail address to `xn--…`.
 */
export const inputTypeOf = (type: FieldType): Exclude<FieldType, 'textarea' | 'email' | 'url'> =>
  type === 'textarea' || type === 'email' || type === 'url' ? 'text' : type;

/** Returns the text that a field shows for a value. */
export const textInField = (type: FieldKind, value: string): string =>
  type === 'textarea' ? asInTextarea(value) : value;

/** Returns the step in seconds if the agent can choose the seconds of a value; otherwise `undefined`. */
export const stepFor = (type: FieldType, value: string): number | undefined =>
  TIME_TYPES.includes(type) && WITH_SECONDS.test(value) ? 1 : undefined;

/** Returns a time with seconds if the time before the edit had seconds. A native field leaves out `:00`. */
export const keepSeconds = (edited: string, before: string): string =>
  WITH_SECONDS.test(before) && /(^|T)\d\d:\d\d$/.test(edited) ? `${edited}:00` : edited;

function canHold(type: FieldType, value: string): boolean {
  const input = document.createElement('input');
  input.type = inputTypeOf(type);
  input.value = value;
  return input.value === value;
}
