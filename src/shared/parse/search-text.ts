import {asciiDigits} from '../../service/ascii-text.js';

/** Letters that no Unicode rule reduces to the letters that people type for them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ƀ: 'b',
  ɨ: 'i',
  ʉ: 'u',
  ƶ: 'z',
  ǥ: 'g',
  ı: 'i',
  ĸ: 'k',
  ə: 'e',
  ς: 'σ',
};
const SPECIAL_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'g');

/**
 * Apostrophes, accents that people type instead, and the dot of `l·l`. `d'accord`, `d’accord` and `daccord` are the
 * same.
 */
const IGNORED = /['`\u00b7\u02b9-\u02bd\u02c8\u2018-\u201b\u2032\u2035]|[\p{M}\p{Cf}]/gu;
const ACUTE_ACCENT = /\u00b4/g;
const QUOTATION_MARKS = /[\u00ab\u00bb\u201c-\u201f\u2033]/g;
const BLANKS_AND_DASHES = /[\s\p{Pd}\u2212\u2043]+/gu;

/**
 * Returns a text in the form in which a search compares texts: lower case, without accents and apostrophes, with plain
 * letters and digits, and with one blank between two words. `Łódź – Straße` becomes `lodz strasse`.
 */
export function searchText(text: string): string {
  const letters = text
    // Remove this accent first, because the next steps would make a blank of it.
    .replace(ACUTE_ACCENT, '')
    .replace(QUOTATION_MARKS, '"')
    .normalize('NFKD')
    .replace(IGNORED, '')
    // Convert to upper case first, because this makes `SS` of `ß`, and `I` of `ı`.
    .toUpperCase()
    .toLowerCase()
    .replace(SPECIAL_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
  return asciiDigits(letters).replace(BLANKS_AND_DASHES, ' ').trim();
}

/** Returns whether a text contains each word of a search, in any order. Both are in the form of `searchText`. */
export const hasAllWords = (text: string, wanted: string): boolean =>
  wanted.split(' ').every((word) => text.includes(word));

/**
 * Returns the entries that contain each word of a search, in any order. A number is searched from its first digit, so
 * `49` finds `49` and `490`. If this finds nothing, `49` finds `149` too.
 *
 * @param wanted What the user has typed.
 * @param textOf Returns the text of an entry, in the form of `searchText`.
 */
export function findEntries<Entry>(
  entries: readonly Entry[],
  wanted: string,
  textOf: (entry: Entry) => string,
): readonly Entry[] {
  const words = searchText(wanted);
  const found = entries.filter((entry) => hasAllWords(textOf(entry), words));
  const exact = found.filter((entry) => startNumbers(textOf(entry), words));
  return exact.length ? exact : found;
}

/** Returns whether each word of a search that begins with a digit is in the text, and not after another digit. */
const startNumbers = (text: string, wanted: string): boolean =>
  wanted.split(' ').every((word) => !/^\d/.test(word) || new RegExp(`(^|\\D)${escaped(word)}`).test(text));

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
