import {isRecord} from '../../interaction-api/is-record.js';
import type {PageMessage} from './batch.js';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const isOptionalText = (value: unknown): boolean => value === undefined || isText(value);

/** Returns whether a value contains the number of clients of each API. */
const isClients = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((count) => typeof count === 'number' && count >= 0);

/** Returns a request of a page as a message. Throws an error if it is not valid. */
export function toPageMessage(request: object): PageMessage {
  const {page, report, clients, isMaster, connected, seen, question} = request as Partial<Record<string, unknown>>;
  const isReport = typeof report === 'number' && isClients(clients) && typeof isMaster === 'boolean';
  const isValid = (isReport && isOptionalText(connected)) || isText(seen) || isText(question);
  if (!isText(page) || !isValid) throw new Error('A message of a page needs page, and a report, seen or question.');
  return request as PageMessage;
}
