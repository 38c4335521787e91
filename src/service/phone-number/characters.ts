import {asciiDigits, halfWidth} from '../ascii-text.js';

/**
 * Matches characters that a reader does not see: zero width spaces, soft hyphens, bidi marks and isolates, and the marks
 * that turn a digit into a picture of a key.
 */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u20e3]/gu;

/**
 * Characters with the same meaning as an ASCII character. Each entry has a pattern for these characters and the ASCII
 * character.
 */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  // Every dash and every minus, also the long vowel mark that is used as a dash in Japanese numbers, and lines.
  [/[\p{Pd}\u2212\u207b\u208b\u2043\u02d7\u2796\u30fc\uff70\u2500\u2501]/gu, '-'],
  [/[\ufe62\u207a\u208a\u2795]/g, '+'],
  [/[\ufe61\u2217\u204e\u2731]/g, '*'],
  [/\ufe5f/g, '#'],
  [/[\u00b7\u2027\u2219\u22c5\u2024\u30fb\uff65\u3002\uff61\ufe52]/g, '.'],
  [/[\u060c\u3001\ufe50]/g, ','],
  [/[\u061b\ufe54]/g, ';'],
  [/[\\\u2044\u2215]/g, '/'],
  [/[\u00a6\u2502]/g, '|'],
  [/[[{\ufe59]/g, '('],
  [/[\]}\ufe5a]/g, ')'],
];

/**
 * Writes a text with ASCII characters, as far as the text may belong to a phone number: digits of every script, signs,
 * dashes, brackets and spaces. Removes invisible characters. A sequence of white space becomes one space, or one line
 * break if the sequence contains a line break.
 */
export function plainText(text: string): string {
  let plain = asciiDigits(halfWidth(text)).replace(INVISIBLE, '');
  for (const [pattern, character] of ALIKE) plain = plain.replace(pattern, character);
  return plain.replace(/\s+/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' ')).trim();
}

/** Returns the number of digits in a text that `plainText` has returned. */
export const countDigits = (plain: string): number => plain.replace(/\D/g, '').length;
