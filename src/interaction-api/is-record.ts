/** Returns whether `value` is an object, whose fields can be read. */
export const isRecord = (value: unknown): value is Record<string, unknown> => value === Object(value);
