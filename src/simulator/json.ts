/**
 * Returns any data as JSON. Never throws. A BigInt becomes its digits. An object inside itself becomes `null`, and so
 * does data that is nested too deeply.
 */
export function toJson(data: unknown): string {
  try {
    const json = JSON.stringify(data, withoutBigIntsAndCycles()) as string | undefined;
    // Return `null` for functions, symbols and `undefined`, because `JSON.stringify` returns `undefined` for these
    // values.
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
    // Remove the objects that do not contain this value. `this` is the object that directly contains the value.
    while (ancestors.length && ancestors.at(-1) !== this) ancestors.pop();
    if (ancestors.includes(value)) return null;
    ancestors.push(value);
    return value;
  };
}
