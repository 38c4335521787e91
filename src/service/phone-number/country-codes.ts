/** Matches the country code at the start of an international number without `+`. */
const COUNTRY_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * What callers dial before a national number instead of the country code, for the countries where this is not `0`.
 * (National numbers of Russia begin with 8, for example.)
 */
const TRUNK_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  '1': ['1'],
  '7': ['8'],
  '36': ['06'],
  '370': ['0', '8'],
  '375': ['8', '80'],
  '993': ['8'],
};

/**
 * Country codes after which a 0 is a part of the number, for example in Italy. `38` is no country code, but numbers of
 * Ukraine are often written as `+38 (044) …`, where `380` is the country code.
 */
const KEEPS_ZERO = ['38', '39', '225', '242', '378', '379'];

/** Matches `+44 (0` and `0044 (0`, if the bracket ends after the 0 or contains the area code. */
const BRACKETED_ZERO = /^([\s(]*(?:\+|00|011)[\s.(-]*([1-9]\d{0,2})[\s.)/-]*\(\s*)0(?=\s*\)|\d)/;
/** Matches `44 (0)`. */
const BRACKETED_ZERO_WITHOUT_PLUS = /^([\s(]*([1-9]\d{0,2})[\s.)/-]*\(\s*)0(?=\s*\))/;

/**
 * Removes the 0 in brackets after a country code, as in `+44 (0)20 7946 0018`: the 0 is dialled only inside of the
 * country. Without a country code, or if the country keeps the 0, returns the text unchanged.
 */
export function withoutTrunkZero(plain: string): string {
  const [matched = '', before = '', country = ''] =
    BRACKETED_ZERO.exec(plain) ?? BRACKETED_ZERO_WITHOUT_PLUS.exec(plain) ?? [];
  return keepsZero(country) ? plain : before + plain.slice(matched.length);
}

/** Returns whether a 0 after a country code is a part of the number. */
export const keepsZero = (countryCode: string): boolean => KEEPS_ZERO.includes(countryCode);

/**
 * Returns how an international number can be written inside of its country: with and without the prefix of national
 * calls.
 *
 * @param digits The digits of the number, beginning with the country code.
 */
export function nationalForms(digits: string): readonly string[] {
  const [country = ''] = COUNTRY_CODE.exec(digits) ?? [];
  const national = digits.slice(country.length);
  const prefixes = TRUNK_PREFIXES[country] ?? ['0'];
  return [national, ...prefixes.map((prefix) => prefix + national)];
}
