/**
 * Returns a text unchanged, and a number or a bigint as its decimal text. Returns `undefined` for every other value,
 * also for `NaN` and infinite numbers.
 *
 * People's code and JSON data often contain numbers as ids, phone numbers and names. Each entrance of this package
 * converts such a value once with this function, so that all later code compares texts.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  // Convert a whole number with BigInt, because `String` writes a large number with an exponent.
  return String(Number.isInteger(value) ? BigInt(value) : value);
}

/** Returns words for the kind of a wrong value, for an error message: `null`, `an object`. */
export function kindWords(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'number') return String(value);
  if (typeof value === 'string') return 'a text';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
