/**
 * Returns any data as JSON. Never throws. A BigInt becomes its digits, an object inside itself becomes `null`, and data
 * that is nested too deeply becomes `null`.
 */
export function toJson(data: unknown): string {
  try {
    const json = JSON.stringify(data, withoutBigIntsAndCycles()) as string | undefined;
    // `JSON.stringify` returns `undefined` for functions, for symbols and for `undefined`.
    return json ?? 'null';
  } catch {
    return 'null';
  }
}

/** Returns a replacer for one call of `JSON.stringify`. */
function withoutBigIntsAndCycles() {
  /** The objects that contain the value that is written now, outermost first. */
  const ancestors: unknown[] = [];
  return function (this: unknown, _key: string, value: unknown): unknown {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    // `JSON.stringify` calls a replacer with the surrounding object as `this`.
    while (ancestors.length && ancestors.at(-1) !== this) ancestors.pop();
    if (ancestors.includes(value)) return null;
    ancestors.push(value);
    return value;
  };
}
