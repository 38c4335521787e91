// Take the function once, because a script of the page may replace it after this file has loaded.
const {stringify} = JSON;

/**
 * Returns data as JSON, like `JSON.stringify`, also in a page whose scripts added `toJSON` to arrays, objects or dates.
 * Such a method makes `JSON.stringify` write an array as a text.
 *
 * @throws `TypeError` for a BigInt, and for an object that contains itself
 */
export function toJson(data: object | string, indent?: number): string;
export function toJson(data: unknown, indent?: number): string | undefined;
export function toJson(data: unknown, indent?: number): string | undefined {
  return stringify(data, originalValue, indent);
}

/** A replacer for `JSON.stringify`: returns the value as it was before the page's `toJSON`. */
function originalValue(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key];
  if (original instanceof Date) return Number.isNaN(original.getTime()) ? null : original.toISOString();
  const prototype: unknown = typeof original === 'object' && original !== null && Object.getPrototypeOf(original);
  const isPlain = Array.isArray(original) || prototype === Object.prototype;
  return isPlain && !Object.hasOwn(original as object, 'toJSON') ? original : value;
}
