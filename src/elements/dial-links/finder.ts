import type {NumberFound} from 'libphonenumber-js/min';
import {phoneNumbers, withoutExtension} from './phone-numbers.js';

/** A phone number in a text. */
export interface Found {
  /** Index of the first character of the number. */
  start: number;
  /** Index after the last character of the number. */
  end: number;
  /** The number to dial. */
  number: string;
  /** `tel:` address of the number. */
  href: string;
}

/** Finds the phone numbers of a text, one part of the text at a time. The caller may pause between the parts. */
export type Finder = (text: string) => Generator<Found[], void>;

/** Functions that find phone numbers. */
export interface FinderKit {
  /**
   * Returns a finder.
   *
   * @param country Country of the numbers that have no country code. Without it, such numbers are ignored.
   */
  finder(country: string | undefined): Finder;
  /** Returns whether a country code is known, for example `US`. */
  isCountry(code: string): boolean;
}

/** Shortest length of a part. A part ends at the next seam. A part longer than twice this length is not searched. */
const PART_LENGTH = 400;
/** A place that is not inside a number: between two lines, two words, or two items of a list. */
const SEAM = /\n|\p{L}\s(?=\p{L})|,\s(?=[\d+(])/gu;

/**
 * Loads libphonenumber-js.
 *
 * @throws `Error` if the package is not installed.
 */
export async function loadFinder(): Promise<FinderKit> {
  try {
    const {searchPhoneNumbersInText, isSupportedCountry} = await import('libphonenumber-js/min');
    return {
      isCountry: isSupportedCountry,
      finder: (country) => {
        const options = country ? {defaultCountry: country as 'US'} : {};
        return (text) => find(text, (part) => [...searchPhoneNumbersInText(part, options)]);
      },
    };
  } catch (cause) {
    throw new Error('five9-dial-links needs the package libphonenumber-js: npm install libphonenumber-js', {cause});
  }
}

function* find(text: string, search: (part: string) => NumberFound[]): Generator<Found[], void> {
  let start = 0;
  while (start < text.length) {
    const end = nextSeam(text, start + PART_LENGTH);
    const part = text.slice(start, end);
    // A long part without a seam is not ordinary text. To search it would be slow, and to cut it could divide a number.
    if (part.length <= 2 * PART_LENGTH && /\p{Nd}/u.test(part)) {
      const offset = start;
      const {collapsed, sourceIndex} = collapseWhiteSpace(part);
      yield phoneNumbers(collapsed, search(collapsed)).map((match) => ({
        start: offset + sourceIndex(match.startsAt),
        end: offset + sourceIndex(match.endsAt - 1) + 1,
        number: numberToDial(collapsed, match),
        href: match.number.getURI(),
      }));
    }
    start = end;
  }
}

/** Returns the first seam at or after an index; the end of the text if there is none. */
function nextSeam(text: string, index: number): number {
  if (index >= text.length) return text.length;
  SEAM.lastIndex = index;
  return SEAM.test(text) ? SEAM.lastIndex : text.length;
}

/**
 * Returns a text with single spaces, as a page shows it, and a function that returns the index of a character in the
 * source.
 */
function collapseWhiteSpace(text: string): {collapsed: string; sourceIndex: (index: number) => number} {
  if (!/[\t\n\f\r]| {2}/.test(text)) return {collapsed: text, sourceIndex: (index) => index};
  const indexes: number[] = [];
  let collapsed = '';
  for (const {0: piece, index} of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]/g)) {
    indexes.push(index);
    const isWhiteSpace = /\s/.test(piece) && piece !== '\u00a0';
    collapsed += isWhiteSpace ? ' ' : piece;
  }
  return {collapsed, sourceIndex: (index) => indexes[index] ?? text.length};
}

/** Returns the number that `five9-click2dial` dials for the same text. No country code is added to the number. */
function numberToDial(text: string, {startsAt, endsAt, number}: NumberFound): string {
  const written = withoutExtension(text.slice(startsAt, endsAt), number.ext);
  const digits = written.replace(/\D/g, '');
  const hasCountryCode = /[+＋]/.test(written);
  return !hasCountryCode && digits.endsWith(number.nationalNumber) ? digits : number.number;
}
