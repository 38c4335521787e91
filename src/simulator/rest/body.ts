import {isRecord} from '../../transport/envelope.js';
import {badRequest} from './rest-error.js';

/** Returns the JSON object in a request's body. Without a body, returns an empty object. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (!text.trim()) return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON.');
  }
  if (!isRecord(json) || Array.isArray(json)) throw badRequest('The body must be a JSON object.');
  return json;
}

/**
 * Returns a field as a string. Throws a `RestError` if the field is empty, or if it is neither a string nor a number.
 */
export function textIn(body: Readonly<Record<string, unknown>>, field: string): string {
  const value = body[field];
  // Accept numbers too, because some clients send ids as numbers.
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || !value) throw badRequest(`${field} must be a text.`);
  return value;
}

/** Does the same as `textIn`, but returns `undefined` if the field is missing, `null` or empty. */
export const optionalTextIn = (body: Readonly<Record<string, unknown>>, field: string): string | undefined =>
  body[field] === undefined || body[field] === null || body[field] === '' ? undefined : textIn(body, field);
