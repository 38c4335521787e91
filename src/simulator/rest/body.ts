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

/** Returns a field that must be a string. Throws a `RestError` if it is another value or empty. */
export function textIn(body: Readonly<Record<string, unknown>>, field: string): string {
  const value = body[field];
  // Accept numbers too, because some clients send ids as numbers.
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || !value) throw badRequest(`${field} must be a text.`);
  return value;
}

/** Returns a field that must be a string or missing. Returns `undefined` if the field is missing, `null` or empty. */
export const optionalTextIn = (body: Readonly<Record<string, unknown>>, field: string): string | undefined =>
  body[field] === undefined || body[field] === null || body[field] === '' ? undefined : textIn(body, field);
