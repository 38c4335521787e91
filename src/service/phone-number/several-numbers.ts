import {countDigits} from './characters.js';
import {COMPLETE_DIGITS} from './complete-digits.js';

/** Number of digits from which a number is complete in every country, so that digits after `/` are not a part of it. */
const LONG_DIGITS = 10;

/**
 * Matches two numbers of the same form with a space between them. The digits are replaced by zeros, so that the first
 * number can be compared with the second.
 */
const SAME_FORM_TWICE = /^(\S+)\s[\s-]*\1$/;

/**
 * Returns whether a plain text without extension contains more than one phone number. A slash also stands between the
 * parts of one number, as in `030/1234567`, so there must be a complete number on each side.
 */
export function hasSeveralNumbers(plain: string): boolean {
  const isPlusInside = /\d[^+]*\+/.test(plain);
  return isPlusInside || isDivided(plain) || isDividedByWords(plain) || isRepeatedForm(plain);
}

/** Returns whether a line break, `|` or a slash stands between two numbers. */
export function isDivided(plain: string): boolean {
  for (const {0: divider, index} of plain.matchAll(/[/|\n]/g)) {
    const before = countDigits(plain.slice(0, index));
    const after = countDigits(plain.slice(index));
    if (before >= COMPLETE_DIGITS && after >= COMPLETE_DIGITS) return true;
    if (divider === '|' && before && after) return true;
    if (divider === '/' && before >= LONG_DIGITS && after) return true;
  }
  return false;
}

/** Returns whether words or other characters stand between two complete numbers, for example `or`. */
function isDividedByWords(plain: string): boolean {
  const parts = plain.split(/[^\d\s.()/*#-]+/);
  return parts.filter((part) => countDigits(part) >= COMPLETE_DIGITS).length > 1;
}

function isRepeatedForm(plain: string): boolean {
  return countDigits(plain) >= 2 * COMPLETE_DIGITS && SAME_FORM_TWICE.test(plain.replace(/\d/g, '0'));
}
