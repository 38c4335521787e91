import {countDigits, plainText} from './characters.js';
import {COMPLETE_DIGITS} from './complete-digits.js';
import {nationalForms} from './country-codes.js';

/** Number of digits from which a number without `+` may begin with its country code. */
const INTERNATIONAL_DIGITS = 11;

/**
 * How certain it is that two texts are the same number. A larger value is more certain.
 * - `none`: They are different numbers.
 * - `ending`: One has the digits of the other at its end, or may be the other one without its country code.
 * - `national`: One is the national form of the other one, which has a country code.
 * - `equal`: They have the same digits.
 */
export const Sameness = {none: 0, ending: 1, national: 2, equal: 3} as const;
export type Sameness = (typeof Sameness)[keyof typeof Sameness];

/**
 * Compares two texts as phone numbers. One text may lack the country code, or may have the prefix of national or
 * international calls instead, because the adapter may add, remove or change a country code.
 */
export function compareNumbers(one: string, other: string): Sameness {
  const [a, b] = [parts(one), parts(other)];
  if (!a.digits || !b.digits) return Sameness.none;
  if (a.digits === b.digits) return Sameness.equal;
  if (isNationalFormOf(a, b) || isNationalFormOf(b, a)) {
    return a.hasCountryCode || b.hasCountryCode ? Sameness.national : Sameness.ending;
  }
  const isEnding = a.digits.endsWith(b.digits) || b.digits.endsWith(a.digits);
  return isEnding && Math.min(a.digits.length, b.digits.length) >= COMPLETE_DIGITS ? Sameness.ending : Sameness.none;
}

/** Returns whether two texts can be the same number. One text may lack the country code. */
export const sameNumber = (one: string, other: string): boolean => compareNumbers(one, other) !== Sameness.none;

interface NumberParts {
  /** The digits, without the prefix of international calls. */
  readonly digits: string;
  /** Whether the digits certainly begin with a country code. */
  readonly hasCountryCode: boolean;
}

function parts(text: string): NumberParts {
  const plain = plainText(text);
  const all = plain.replace(/\D/g, '');
  const [, afterPrefix] = /^(?:00|011)([1-9]\d{7,})$/.exec(all) ?? [];
  return {digits: afterPrefix ?? all, hasCountryCode: afterPrefix !== undefined || /^[^\d+]*\+/.test(plain)};
}

/** Returns whether one number is another one as it is written inside of its country. */
function isNationalFormOf(national: NumberParts, international: NumberParts): boolean {
  const {digits, hasCountryCode} = international;
  const mayHaveCountryCode = hasCountryCode || digits.length >= INTERNATIONAL_DIGITS;
  if (!mayHaveCountryCode || national.hasCountryCode || countDigits(national.digits) < COMPLETE_DIGITS) return false;
  return nationalForms(digits).includes(national.digits);
}
