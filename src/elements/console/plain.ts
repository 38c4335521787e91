/** How deep an object is followed. What lies deeper no answer of Five9 has; a hostile one would fill the stack. */
const DEPTH = 40;

/**
 * A copy of anything that JSON can hold: what was told must not change in the log when somebody changes it. Errors become `{errorCode, errorMessage, method}`,
 * what JSON cannot hold becomes words.
 */
export function plain(value: unknown): unknown {
  const above: object[] = [];
  const copy = (one: unknown): unknown => {
    switch (typeof one) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return one;
      case 'number':
        return Number.isFinite(one) ? one : String(one);
      case 'object':
        return one && copyObject(one);
      case 'function':
        return `[function ${one.name}]`;
      default:
        return String(one);
    }
  };
  const copyObject = (one: object): unknown => {
    if (above.includes(one)) return '[cyclic]';
    if (above.length === DEPTH) return '[deeper]';
    if (one instanceof Date) return Number.isNaN(one.valueOf()) ? String(one) : one.toISOString();
    if (one instanceof Node || one instanceof Promise) return Object.prototype.toString.call(one);
    above.push(one);
    const result = Array.isArray(one)
      ? Array.from(one, copy)
      : Object.fromEntries(Object.entries(asRecord(one)).map(([name, field]) => [name, copy(field)]));
    above.pop();
    return result;
  };
  return copy(value);
}

/** What an error carries is not enumerable everywhere. */
function asRecord(value: object): object {
  if (!(value instanceof Error)) return value;
  const {errorCode, errorMessage, message, method} = value as Error & Record<string, unknown>;
  return errorCode ? {errorCode, errorMessage, ...(method !== undefined && {method})} : {message};
}

/** A value as JSON; a word for what JSON has nothing for. */
export const toJson = (value: unknown, indent?: number): string =>
  ['undefined', 'function', 'symbol'].includes(typeof value) ? typeof value : JSON.stringify(value, undefined, indent);

/** The same text for the same value, whatever the order of its keys. */
export const canonical = (value: unknown): string =>
  toJson(
    JSON.parse(toJson(value ?? null), (_key, one: unknown) =>
      one === Object(one) && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one as object).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ),
  );
