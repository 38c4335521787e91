import {asciiDigits, halfWidth} from '../../service/ascii-text.js';

/** The value that a typed text stands for, or the reason why the text cannot be read. */
export interface Reading {
  /** The value in the form that is sent to Five9; empty if there is a problem. */
  readonly value: string;
  /** The reason as a text for the agent; empty if there is a value. */
  readonly problem: string;
}

/** The signs that a number may have before or after it. */
export type NumberSign = 'currency' | 'percent' | 'none';

/** A number with a dot before its decimals, and without separators between its groups of digits. */
export const PLAIN_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
/** Message for a text that is not a number. */
export const NUMBER_WANTED = 'Enter a number, like 12.5.';

const MINUS = /[\u2010-\u2013\u2212\ufe63]/g;
const APOSTROPHE = /[\u2018\u2019\u02bc]/g;
const ANY_SIGN = /[%\u066a]|\p{Sc}/gu;
/** A minus, a sign, a minus, the digits with their separators, and a sign. Only the digits are required. */
const PARTS = /^([+-]?) ?([%\u066a\p{Sc}]?) ?([+-]?) ?([\d.,' \u066b\u066c]*\d) ?([%\u066a\p{Sc}]?)$/u;
const BRACKETS = /^([^()]*)\(([^()+-]+)\)([^()]*)$/;
/** Digits in groups of three, with the same separator between all groups. */
const GROUPED = /^\d{1,3}([.,' \u066c])(?:\d{3}\1)*\d{3}$/;
/** Digits in groups as in India: 12,34,567. */
const GROUPED_BY_TWO = /^\d{1,2}(?:,\d\d)+,\d{3}$/;

/**
 * Reads a number in the agent's own notation, for example `$1,300.00`, `1.300,00`, `1 300,5`, `(5.00)`, `−5` or `٣٫٥`.
 * Keeps the digits, so that no decimal is lost.
 *
 * A text that can mean two numbers is refused: `1,300` and `1.300` are 1300 in some countries, and 1.3 in others. The
 * language of the page is not used, because it is often not the language in which the agent writes numbers.
 */
export function readAmount(typed: string, allowed: NumberSign = 'none'): Reading {
  const [, minus = '', before = '', innerMinus = '', amount = '', after = ''] = PARTS.exec(simplified(typed)) ?? [];
  if (!amount || (minus && innerMinus) || (before && after)) return plainReading(typed) ?? refused(NUMBER_WANTED);
  const isNegative = minus === '-' || innerMinus === '-';
  const [value, other] = readingsOf(amount).map((number) => (isNegative ? `-${number}` : number));
  if (value === undefined) return refused(NUMBER_WANTED);
  if (other !== undefined) return refused(`${typed.trim()} can mean ${value} or ${other}. Enter one of these.`);
  const sign = before || after;
  if (sign && !isAllowed(sign, allowed)) return refused(`Enter the number without ${sign}, like ${value}.`);
  return plainReading(typed) ?? {value, problem: ''};
}

const refused = (problem: string): Reading => ({value: '', problem});

/** Returns a text that already has the form of Five9 as it is. */
const plainReading = (typed: string): Reading | undefined =>
  PLAIN_NUMBER.test(typed) ? {value: typed, problem: ''} : undefined;

/** Returns a text with ASCII digits, blanks, apostrophes and minus signs, and without invisible characters. */
function simplified(typed: string): string {
  const text = asciiDigits(halfWidth(typed.replace(/\p{Cf}/gu, '')))
    .replace(MINUS, '-')
    .replace(APOSTROPHE, "'")
    .replace(/\s/g, ' ')
    .trim();
  return withMinusForBrackets(text);
}

/** Replaces brackets around a number by a minus, because accounts show a negative amount in brackets. */
function withMinusForBrackets(text: string): string {
  const [, before = '', inside = '', after = ''] = BRACKETS.exec(text) ?? [];
  const isNegative = inside && !`${before}${after}`.replace(ANY_SIGN, '').trim();
  return isNegative ? `-${before}${inside.trim()}${after}` : text;
}

function isAllowed(sign: string, allowed: NumberSign): boolean {
  if (allowed === 'none') return false;
  return /\p{Sc}/u.test(sign) === (allowed === 'currency');
}

/**
 * Returns the numbers that digits with separators can mean: none, one or two. If there are two, the first one is the
 * number whose digits are in groups.
 */
function readingsOf(amount: string): string[] {
  const separators = amount.replace(/\d/g, '');
  const last = separators.at(-1);
  if (last === undefined) return [amount];
  const [whole, decimals] = splitAtLast(amount, last);
  // A whole number of groups does not begin with zero: 0,125 is less than one.
  const hasGroups = isGrouped(amount) && !/^0\D/.test(amount);
  const hasDecimals = '.,\u066b'.includes(last) && !whole.includes(last) && (/^\d*$/.test(whole) || isGrouped(whole));
  return [
    ...(hasGroups ? [digitsOf(amount)] : []),
    ...(hasDecimals ? [decimalNumber(digitsOf(whole), hasGroups ? unlikeGroup(decimals) : decimals)] : []),
  ];
}

const splitAtLast = (text: string, separator: string): [string, string] => {
  const index = text.lastIndexOf(separator);
  return [text.slice(0, index), text.slice(index + 1)];
};

const isGrouped = (amount: string): boolean => GROUPED.test(amount) || GROUPED_BY_TWO.test(amount);

const digitsOf = (amount: string): string => amount.replace(/\D/g, '');

const decimalNumber = (whole: string, decimals: string): string => (decimals ? `${whole || '0'}.${decimals}` : whole);

/** Returns the same decimals with other than three digits, so that the number has only one reading. */
function unlikeGroup(decimals: string): string {
  const short = decimals.replace(/0+$/, '');
  return short.length === 3 ? `${short}0` : short;
}
