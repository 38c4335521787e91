/** Characters that people write between the digits of a phone number and that a dialler ignores. */
const PUNCTUATION = /[\s().\-/\u00a0\u2010-\u2015\u202f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Smallest number of digits of a phone number without its country code. A number with fewer digits is not compared with
 * the end of a longer number.
 */
const LOCAL_DIGITS = 7;

/**
 * Returns the text to dial for a number with punctuation; for example, `(925) 000-0111` becomes `9250000111`. Keeps a
 * leading `+`, and `*` and `#`. Returns `undefined` if the text is not a phone number, such as `agent:<login>` of a
 * transferred call.
 *
 * Five9's own rules are not public, so no country code is added. A page can change the number in `five9-before-dial`.
 */
export function dialable(text: string): string | undefined {
  const number = text.replace(/^tel:/i, '').replace(PUNCTUATION, '');
  return /^\+?[\d*#]*\d[\d*#]*$/.test(number) ? number : undefined;
}

/**
 * Returns whether two texts can be the same number. One text may lack the country code, because the adapter may add or
 * remove a country code.
 */
export function sameNumber(one: string, other: string): boolean {
  const [a, b] = [digits(one), digits(other)];
  if (a === b) return a !== '';
  return Math.min(a.length, b.length) >= LOCAL_DIGITS && (a.endsWith(b) || b.endsWith(a));
}

const digits = (text: string): string => text.replace(/\D/g, '');
