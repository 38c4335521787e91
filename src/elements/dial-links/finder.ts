import type {NumberFound} from 'libphonenumber-js/min';
import {readNumber} from '../../service/phone-number/index.js';
import type {NumberPlan} from '../../service/phone-number/number-plan.js';
import {plainCopy} from './plain-copy.js';
import {phoneNumbers} from './phone-numbers.js';

/** A phone number in a text. */
export interface Found {
  /** Index of the first character of the number. */
  start: number;
  /** Index after the last character of the number. */
  end: number;
  /** The number to dial, without its extension. */
  number: string;
  /** The extension of the number: digits, `*` and `#`, with a comma for a pause; `undefined` if there is none. */
  extension: string | undefined;
  /** `tel:` address of the number. */
  href: string;
}

/**
 * Finds the phone numbers in a text. Each step of the generator searches one part of the text, so that the caller can
 * pause between the parts.
 */
export type Finder = (text: string) => Generator<Found[], void>;

/** Functions of libphonenumber-js for the search, and for the comparison of numbers. */
export interface FinderKit extends NumberPlan {
  /**
   * Returns a function that finds the phone numbers in a text.
   *
   * @param country Country of the numbers that have no country code. If it is `undefined`, such numbers are ignored.
   */
  finder(country: string | undefined): Finder;
  /** Returns whether a country code is known, for example `US`. */
  isCountry(code: string): boolean;
}

/**
 * Number of characters after which a part of the text ends at the next `SEAM`. (The text is searched in parts.) A part
 * that is longer than twice this number is skipped.
 */
const PART_LENGTH = 400;
/** Matches a place at which a cut divides no number: between two lines, two words, or two items of a list. */
const SEAM = /\n|\p{L}\s(?=\p{L})|,\s(?=[\d+(])/gu;

/**
 * Loads libphonenumber-js.
 *
 * @throws `Error` if the package is not installed.
 */
export async function loadFinder(): Promise<FinderKit> {
  try {
    const {parsePhoneNumberFromString, searchPhoneNumbersInText, isSupportedCountry} =
      await import('libphonenumber-js/min');
    return {
      isCountry: isSupportedCountry,
      international(number, country) {
        const isKnown = country !== undefined && isSupportedCountry(country.toUpperCase());
        const parsed = parsePhoneNumberFromString(
          number,
          isKnown ? {defaultCountry: country.toUpperCase() as 'US'} : {},
        );
        return parsed?.isValid() ? parsed.number : undefined;
      },
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
    // Skip a long part without a `SEAM`. It is not ordinary text, and its search would be slow. A cut inside this part
    // could divide a number.
    if (part.length <= 2 * PART_LENGTH && /\p{Nd}/u.test(part)) {
      const offset = start;
      const {plain, sourceIndex} = plainCopy(part);
      yield phoneNumbers(plain, search(plain)).map((match) => {
        const endsAt = endOfNumber(plain, match);
        const {number, extension} = numberToDial(plain.slice(match.startsAt, endsAt), match);
        return {
          start: offset + sourceIndex(match.startsAt),
          end: offset + sourceIndex(endsAt - 1) + 1,
          number,
          extension,
          href: `tel:${match.number.number}${extension ? `;ext=${encodeURIComponent(extension)}` : ''}`,
        };
      });
    }
    start = end;
  }
}

/** Returns the end of the first `SEAM` at or after an index; the end of the text if there is no `SEAM`. */
function nextSeam(text: string, index: number): number {
  if (index >= text.length) return text.length;
  SEAM.lastIndex = index;
  return SEAM.test(text) ? SEAM.lastIndex : text.length;
}

/**
 * Returns the end of a match without digits after a single comma, which libphonenumber-js reads as an extension. In a
 * sentence they are another number, for example in `925-555-0100, 2 minutes ago`.
 */
function endOfNumber(text: string, {startsAt, endsAt}: NumberFound): number {
  const [, number] = /^(.*\d)\s*[,;]\s+\d+$/s.exec(text.slice(startsAt, endsAt)) ?? [];
  return number && !/[,;]$/.test(number.trimEnd()) ? startsAt + number.length : endsAt;
}

/**
 * Returns the number to dial, and its extension. If the number is written without a country code, returns the written
 * digits, because `five9-click2dial` adds no country code either.
 */
function numberToDial(written: string, {number}: NumberFound): Pick<Found, 'number' | 'extension'> {
  const {number: read, extension} = readNumber(written);
  const hasCountryCode = /[+＋]/.test(written);
  const isNational = !hasCountryCode && read?.endsWith(number.nationalNumber);
  return {number: isNational && read ? read : number.number, extension};
}
