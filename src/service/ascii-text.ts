const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Distance between a full-width character and the same ASCII character. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** Returns a text with ASCII characters instead of full-width characters, for example `+` for `＋`. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET));

/** Returns a text in which the decimal digits of all scripts are ASCII digits, for example `3` for `٣`, `۳` and `３`. */
export const asciiDigits = (text: string): string => text.replace(/\p{Nd}/gu, asciiDigit);

function asciiDigit(digit: string): string {
  // Full-width and mathematical digits have ASCII digits as their compatibility form.
  const plain = digit.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  // In each other script, the digits from zero to nine follow each other, and no digit is before zero.
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
