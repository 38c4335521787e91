import {isRecord} from '../../transport/envelope.js';
import {badRequest} from './rest-error.js';

/** The JSON object of a request; an empty one if there is no body. */
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

/** A field that must be a text. */
export function textIn(body: Readonly<Record<string, unknown>>, field: string): string {
  const value = body[field];
  // Ids are numeric, and some clients send them as numbers.
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || !value) throw badRequest(`${field} must be a text.`);
  return value;
}

/** The same where it may be left out. */
export const optionalTextIn = (body: Readonly<Record<string, unknown>>, field: string): string | undefined =>
  body[field] === undefined || body[field] === null || body[field] === '' ? undefined : textIn(body, field);
