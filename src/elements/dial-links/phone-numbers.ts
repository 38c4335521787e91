import type {NumberFound} from 'libphonenumber-js/min';

const DAY_OR_MONTH = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
/** Texts that look like phone numbers, but are not phone numbers. */
const NOT_A_NUMBER = new RegExp(
  [
    // A date, if no more digits follow. With more digits, the text may be a French phone number: five pairs of digits
    // with dots between them.
    `^(?:${YEAR}([./-])${DAY_OR_MONTH}\\1${DAY_OR_MONTH}|${DAY_OR_MONTH}([./-])${DAY_OR_MONTH}\\2(?:${YEAR}|\\d\\d))(?![./-]?\\d)`,
    // An IP address.
    '^(?=.*\\d{3})(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}$',
  ].join('|'),
);
/** Minimum number of digits of a phone number without a country code. */
const MIN_DIGITS = 6;
/**
 * Number of digits from which a number counts as complete even without its national prefix, for example the first 0 of
 * many national numbers.
 */
const COMPLETE_DIGITS = 10;

/**
 * Returns only the matches that are certainly phone numbers, because it is better to miss a number than to dial a wrong
 * number.
 *
 * @param text The text in which libphonenumber-js found the matches.
 */
export function phoneNumbers(text: string, matches: NumberFound[]): NumberFound[] {
  const likely = matches.filter((match) => isLikely(text.slice(match.startsAt, match.endsAt), match));
  const separate = likely.filter((match) => isSeparate(text, match, likely));
  // If a match was removed, check the other matches again, because a neighbour may have been kept only because of the
  // removed match.
  return separate.length === matches.length ? separate : phoneNumbers(text, separate);
}

/** Returns a number as it is written, without its extension. */
const withoutExtension = (written: string, extension: string | undefined): string =>
  extension ? written.slice(0, written.lastIndexOf(extension)) : written;

function isLikely(written: string, {number}: NumberFound): boolean {
  const hasCountryCode = /^\(?[+＋]/.test(written);
  if (hasCountryCode) return true;
  if (NOT_A_NUMBER.test(written)) return false;
  const digits = digitsOf(withoutExtension(written, number.ext));
  if (digits.length < MIN_DIGITS) return false;
  if (digits.length >= COMPLETE_DIGITS) return true;
  // Accept a short number only if it has the national prefix of its country (if there is one), because without this
  // prefix, the number may be an order number, an account number or a price.
  const national = number.formatNational().replace(/\D/g, '');
  return digits === national.slice(0, national.length - (number.ext?.length ?? 0));
}

/** Returns whether a match is not a part of a longer row of digits, such as the card number `4111 1111 1111 1111`. */
function isSeparate(text: string, {startsAt, endsAt}: NumberFound, matches: readonly NumberFound[]): boolean {
  const hasPlus = /^[+＋]/.test(text.slice(startsAt));
  const followsDigit = /\p{Nd}[\s.-]?$/u.test(text.slice(Math.max(0, startsAt - 2), startsAt));
  const precedesDigit = /^[\s.-]?\p{Nd}/u.test(text.slice(endsAt, endsAt + 2));
  // Allow digits before or after this match if they belong to another match, because then they are a separate number.
  const followsNumber = matches.some((other) => other.endsAt <= startsAt && startsAt - other.endsAt < 2);
  const precedesNumber = matches.some((other) => endsAt <= other.startsAt && other.startsAt - endsAt < 2);
  const isStart = hasPlus || !followsDigit || followsNumber;
  const isEnd = !precedesDigit || precedesNumber;
  return isStart && isEnd;
}

/** Returns only the digits of a text. Digits of any script count, for example Arabic digits. */
const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '');
