/** Written between the digits of a phone number, and meaningless to a dialler. */
const PUNCTUATION = /[\s().\-/\u00a0\u2010-\u2015\u202f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * What is dialled for a number as people write it: `(925) 000-0111` → `9250000111`. A leading `+`, and `*` and `#`, stay.
 * Nothing for what no dialler understands, `agent:<login>` of a transferred call included.
 *
 * Five9's own rules are not public, so nothing is added or guessed; a page that knows better amends the number in `five9-before-dial`.
 */
export function dialable(text: string): string | undefined {
  const number = text.replace(/^tel:/i, '').replace(PUNCTUATION, '');
  return /^\+?[\d*#]*\d[\d*#]*$/.test(number) ? number : undefined;
}

/** Whether two ways to write a number mean the same one: the adapter may add or take the country code. */
export function sameNumber(one: string, other: string): boolean {
  const [a, b] = [digits(one), digits(other)];
  if (a === b) return a !== '';
  return Math.min(a.length, b.length) >= 7 && (a.endsWith(b) || b.endsWith(a));
}

const digits = (text: string): string => text.replace(/\D/g, '');
