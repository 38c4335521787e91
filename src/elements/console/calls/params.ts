import type {Field} from './field.js';
import type {MethodForm} from './methods.js';

/** The error of a form field whose text is not valid. */
export class FieldError extends Error {
  /** @param path Path of the field. */
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Returns the `params` of a method for the texts in its form; `undefined` for a method without parameters.
 *
 * @param texts Texts of the fields by their paths.
 * @throws `FieldError` if a field needs JSON and its text is not JSON.
 */
export function paramsOf(
  {fields}: MethodForm,
  texts: ReadonlyMap<string, string>,
): Record<string, unknown> | undefined {
  if (!fields.length) return undefined;
  const params: Record<string, unknown> = {};
  for (const field of fields) {
    const value = fieldValue(field, texts.get(field.path) ?? '');
    if (value !== undefined) setDeep(params, field.path.split('.'), value);
  }
  return params;
}

/**
 * Parses JSON that a user has written.
 *
 * @param path Path of the field, for the error.
 * @throws `FieldError` if the text is not JSON.
 */
export function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new FieldError(path, `This is not valid JSON: ${(error as Error).message}`);
  }
}

function fieldValue({path, kind, empty, choices}: Field, text: string): unknown {
  if (kind === 'check') return text === 'true';
  if (!text) return empty;
  if (kind === 'json') return parseJson(path, text);
  const isBoolean = choices?.includes('false') ?? false;
  return isBoolean ? text === 'true' : text;
}

/** Sets the value at a path in an object. Creates missing objects and lists on the path. */
function setDeep(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...below] = path;
  if (!below.length) {
    target[name] = value;
    return;
  }
  const isList = /^\d/.test(below[0] ?? '');
  target[name] ??= isList ? [] : {};
  setDeep(target[name] as Record<string, unknown>, below, value);
}
