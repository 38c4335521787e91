/** Whether `value` is an object whose fields may be looked at. */
export const isRecord = (value: unknown): value is Record<string, unknown> => value === Object(value);
