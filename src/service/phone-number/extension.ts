import {countDigits, plainText} from './characters.js';
import {COMPLETE_DIGITS} from './complete-digits.js';
import type {NumberProblem} from './problems.js';

/** Words before an extension, in the languages that libphonenumber knows, and a few more. */
const WORDS = 'ext(?:ension|en|n)?|xtn?|доб(?:авочный)?|anexo|interno|int|poste|ramal|durchwahl|内線|分机';

/**
 * Matches a number and its extension. Groups: the number, the word `ext` or a similar word, the letter `x`, a pause (`,`,
 * `;`, `p` or `w`), and the extension.
 */
const MARKED = new RegExp(
  `^([^\\p{L}×,;]*\\d[^\\p{L}×,;]*)(?:[,;]*\\s*(?:(${WORDS})|([x×]))(?!\\p{L})|([,;]+|[pw](?!\\p{L})))(.*)$`,
  'isu',
);
/** Matches a number with an extension after `#`. Service codes also contain `#`, but begin with `*` or `#`. */
const AFTER_HASH = /^([^*#]*\d[^*#]*)#\s*(\d[\d\s-]*)$/;
/** Maximum number of digits of an extension after `#`. */
const HASH_DIGITS = 7;
/** Maximum number of digits between two pauses. */
const PART_DIGITS = 20;
/** Number of digits from which a text after `ext` is another complete number. */
const FULL_NUMBER_DIGITS = 10;

/** A text, divided into the number and its extension. */
export interface Divided {
  /** The text before the extension. */
  readonly main: string;
  readonly extension: string | undefined;
  readonly problem?: undefined;
}

/**
 * Divides a plain text into the number and its extension. An extension consists of digits, `*` and `#`; a comma in it is
 * a pause.
 */
export function divideExtension(plain: string): Divided | {problem: NumberProblem} {
  const [, main, word, x, pause, rest = ''] = MARKED.exec(plain) ?? [];
  if (main === undefined) return divideAtHash(plain);
  const isComplete = countDigits(main) >= COMPLETE_DIGITS;
  const isLongPause = pause !== undefined && /^(?:,,|;;)/.test(pause);
  // Without a complete number before it, a comma may be a part of the number, and an `x` may be a hidden digit.
  if (!isComplete && x) return {problem: 'letters'};
  if (!isComplete && pause && !isLongPause && countDigits(rest)) {
    return {problem: /[pw]/i.test(pause) ? 'letters' : 'several'};
  }
  const limit = pause ? COMPLETE_DIGITS : FULL_NUMBER_DIGITS;
  const isOtherNumber = countDigits(rest) >= limit && !isLongPause && !rest.includes('#');
  if (/[*#]{3}/.test(rest)) return {problem: 'masked'};
  if (isOtherNumber || /\d\s*[/|\n]\s*\d/.test(rest)) return {problem: 'several'};
  const extension = pausedDigits((word ?? x) ? rest.replace(/^[\s.:=#-]+/, '') : rest);
  if (extension === undefined) return {problem: /\p{L}/u.test(rest) ? 'letters' : 'characters'};
  return {main, extension: extension || undefined};
}

/**
 * Reads an extension that stands alone, for example the extension that a page has set in `five9-before-dial`. Returns
 * `''` if there is none, and `undefined` if the value is not an extension.
 */
export function readExtension(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return pausedDigits(plainText(String(value)));
}

function divideAtHash(plain: string): Divided {
  const [, main = '', digits = ''] = AFTER_HASH.exec(plain) ?? [];
  const isExtension = countDigits(main) >= COMPLETE_DIGITS && countDigits(digits) <= HASH_DIGITS;
  return isExtension ? {main, extension: digits.replace(/\D/g, '')} : {main: plain, extension: undefined};
}

/**
 * Returns the digits of an extension, with one comma for each pause; `undefined` if the text contains anything else.
 */
function pausedDigits(plain: string): string | undefined {
  const parts = plain
    .split(/[,;pw]+/i)
    .map((part) => part.replace(/[\s.()-]/g, ''))
    .filter((part) => part !== '');
  const isValid = parts.every((part) => /^[\d*#]+$/.test(part) && countDigits(part) <= PART_DIGITS);
  return isValid ? parts.join() : undefined;
}
