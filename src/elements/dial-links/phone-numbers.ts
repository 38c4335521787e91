import type {NumberFound} from 'libphonenumber-js/min';

const DAY_OR_MONTH = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
/** Texts that look like phone numbers, but are not phone numbers. */
const NOT_A_NUMBER = new RegExp(
  [
    // A date. If more digits follow, it is a number: in France, numbers are five pairs of digits with dots between
    // them.
    `^(?:${YEAR}([./-])${DAY_OR_MONTH}\\1${DAY_OR_MONTH}|${DAY_OR_MONTH}([./-])${DAY_OR_MONTH}\\2(?:${YEAR}|\\d\\d))(?![./-]?\\d)`,
    // An IP address.
    '^(?=.*\\d{3})(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}$',
  ].join('|'),
);
/** A number with fewer digits counts only with its country code. */
const MIN_DIGITS = 6;
/**
 * A number with at least this many digits is complete, even without the prefix that its country writes before national
 * numbers.
 */
const COMPLETE_DIGITS = 10;

/**
 * Returns the matches that are certainly phone numbers: to dial a wrong number is worse than to miss a number.
 *
 * @param text The text in which libphonenumber-js found the matches.
 */
export function phoneNumbers(text: string, matches: NumberFound[]): NumberFound[] {
  const likely = matches.filter((match) => isLikely(text.slice(match.startsAt, match.endsAt), match));
  const separate = likely.filter((match) => isSeparate(text, match, likely));
  // A match that was removed may have been the reason to keep its neighbour: check again.
  return separate.length === matches.length ? separate : phoneNumbers(text, separate);
}

/** Returns a number as it is written, without its extension. */
export const withoutExtension = (written: string, extension: string | undefined): string =>
  extension ? written.slice(0, written.lastIndexOf(extension)) : written;

function isLikely(written: string, {number}: NumberFound): boolean {
  const hasCountryCode = /^\(?[+＋]/.test(written);
  if (hasCountryCode) return true;
  if (NOT_A_NUMBER.test(written)) return false;
  const digits = digitsOf(withoutExtension(written, number.ext));
  if (digits.length < MIN_DIGITS) return false;
  if (digits.length >= COMPLETE_DIGITS) return true;
  // In a country that writes a national prefix, a short number without the prefix may be an order, an account or a
  // price.
  const national = number.formatNational().replace(/\D/g, '');
  return digits === national.slice(0, national.length - (number.ext?.length ?? 0));
}

/**
 * Returns whether a match is not a part of a longer row of digits, for example of the card number `4111 1111 1111
 * 1111`.
 */
function isSeparate(text: string, {startsAt, endsAt}: NumberFound, matches: readonly NumberFound[]): boolean {
  const hasPlus = /^[+＋]/.test(text.slice(startsAt));
  const followsDigit = /\p{Nd}[\s.-]?$/u.test(text.slice(Math.max(0, startsAt - 2), startsAt));
  const precedesDigit = /^[\s.-]?\p{Nd}/u.test(text.slice(endsAt, endsAt + 2));
  // Digits of a neighbour match are a separate number, not a part of this match.
  const followsNumber = matches.some((other) => other.endsAt <= startsAt && startsAt - other.endsAt < 2);
  const precedesNumber = matches.some((other) => endsAt <= other.startsAt && other.startsAt - endsAt < 2);
  const isStart = hasPlus || !followsDigit || followsNumber;
  const isEnd = !precedesDigit || precedesNumber;
  return isStart && isEnd;
}

/** Returns the digits of a text, in any script. */
const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '');
