/** Returns whether `value` is an object or a function. */
export const isRecord = (value: unknown): value is Record<string, unknown> => value === Object(value);
