import {countDigits, plainText} from './characters.js';
import {withoutTrunkZero} from './country-codes.js';
import {divideExtension, readExtension} from './extension.js';
import {hasHiddenDigits} from './hidden-digits.js';
import type {NumberProblem} from './problems.js';
import {hasSeveralNumbers} from './several-numbers.js';
import {readAddress} from './tel-address.js';

/** A phone number that can be dialled. */
export interface PhoneNumber {
  /** Digits, `*` and `#`. May begin with `+`. Has at most 15 digits. */
  readonly number: string;
  /** Digits, `*` and `#` to send after the call is answered. A comma is a pause. `undefined` if there are none. */
  readonly extension: string | undefined;
  readonly problem?: undefined;
}

/** A value that cannot be dialled, because it is not exactly one phone number. */
export interface NotANumber {
  /** The reason. `problemWords` returns a sentence for it. */
  readonly problem: NumberProblem;
  readonly number?: undefined;
  readonly extension?: undefined;
}

/** Maximum number of digits of a phone number (ITU-T E.164). */
const MAX_DIGITS = 15;
/** Maximum length of a text that is read. */
const MAX_LENGTH = 250;
/** Matches a number that a spreadsheet has written with decimals. People write no number like this. */
const DECIMAL = /^\+?\d{9,}\.\d{1,2}$/;
/** Texts that a template writes for a missing value. */
const MISSING = ['', 'null', 'undefined'];

/**
 * Reads a phone number, as people and CRM systems write it. This function decides for all elements, and for
 * `service.dial`, what is dialled. It never throws.
 *
 * Returns the number without punctuation; for example, `(925) 000-0111` becomes `9250000111`. Keeps a leading `+`, and
 * `*` and `#`. Digits of every script become ASCII digits. Reads `tel:` addresses, extensions, and the 0 in `+44 (0)20`,
 * which is not dialled.
 *
 * Five9's own rules are not public, so no country code is added. A page can change the number in `five9-before-dial`.
 *
 * Returns a problem if the value is not exactly one number. Letters are not changed to digits (`1-800-FLOWERS`), because
 * a name or a note in the text would become digits too.
 *
 * @param input A text, or a whole number.
 */
export function readNumber(input: unknown): PhoneNumber | NotANumber {
  const text = textOf(input);
  if (typeof text !== 'string') return text;
  const written = plainText(text);
  if (MISSING.includes(written)) return {problem: 'empty'};
  if (written.length > MAX_LENGTH) return {problem: 'too-long'};
  const address = readAddress(written);
  if (/^agent\s*:/i.test(address.text)) return {problem: 'agent'};
  const plain = withoutTrunkZero(address.text)
    .replace(/[()]/g, ' ')
    .replace(/^[\s|]+|[\s|]+$/g, '');
  return readPlain(plain, address.extension);
}

/** @param parameter Value of the parameter `ext` of a `tel:` address. */
function readPlain(plain: string, parameter: string | undefined): PhoneNumber | NotANumber {
  if (!/\d/.test(plain)) return {problem: 'no-digits'};
  if (DECIMAL.test(plain)) return {problem: 'decimal'};
  const divided = divideExtension(plain);
  if (divided.problem) return divided;
  const {main, extension = readExtension(parameter)} = divided;
  if (hasSeveralNumbers(main)) return {problem: 'several'};
  if (hasHiddenDigits(main)) return {problem: 'masked'};
  const number = main.replace(/[\s./-]/g, '');
  if (/\p{L}/u.test(number)) return {problem: 'letters'};
  if (!/^\+?[\d*#]+$/.test(number)) return {problem: 'characters'};
  if (countDigits(number) > MAX_DIGITS) return {problem: 'too-long'};
  return {number, extension: extension || undefined};
}

/** Returns a value as text, or the problem with its type. */
function textOf(input: unknown): string | NotANumber {
  if (input === undefined || input === null) return {problem: 'empty'};
  if (typeof input === 'string') return input;
  const isCount = typeof input === 'bigint' || (typeof input === 'number' && Number.isInteger(input));
  if (!isCount || input < 0) return {problem: 'type'};
  return BigInt(input).toString();
}

/**
 * Returns the text to dial for a number, without its extension; for example, `(925) 000-0111` becomes `9250000111`.
 * Returns `undefined` if the value cannot be dialled. `readNumber` also returns the extension, and the reason.
 */
export const dialable = (input: unknown): string | undefined => readNumber(input).number;
