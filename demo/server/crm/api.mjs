/** The HTTP interface of the demo's CRM: the search for a caller, and the log of an interaction. */
import {logEntry} from '../../crm/log-entry.js';
import {bodyOf, sendJson, TooLargeError} from '../fetch-bridge.mjs';

/** @import {IncomingMessage} from 'node:http' */
/** @import {Handler} from '../listen.mjs' */
/** @import {createRecords} from './records.mjs' */

/** @typedef {ReturnType<typeof createRecords>} Records */

/** The error for a request that is not valid. */
class BadRequest extends Error {}

/**
 * @param {Records} records
 * @returns {Handler}
 */
export function crmApi(records) {
  return async (request, response, url) => {
    const {method} = request;
    if (url.pathname === '/demo/api/contacts' && method === 'GET') {
      sendJson(response, 200, records.search(url.searchParams.get('phone') ?? ''));
      return true;
    }
    if (url.pathname !== '/demo/api/activities' || method !== 'POST') return false;
    // Refuse pages of other origins. A browser sends JSON to another origin only if the server allows it in advance.
    if (!request.headers['content-type']?.startsWith('application/json')) {
      sendJson(response, 415, {error: 'Send the log as JSON.'});
      return true;
    }
    try {
      const {id, isNew} = await save(records, request);
      sendJson(response, isNew ? 201 : 200, {id});
    } catch (error) {
      if (!(error instanceof BadRequest || error instanceof TooLargeError)) throw error;
      sendJson(response, 400, {error: error.message});
    }
    return true;
  };
}

/**
 * @param {Records} records
 * @param {IncomingMessage} request
 */
async function save(records, request) {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !key) throw new BadRequest('The header Idempotency-Key is missing.');
  const log = await jsonOf(request);
  const {interactionType} = Object(log);
  if (!['Call', 'Chat', 'Email'].includes(interactionType)) {
    throw new BadRequest('interactionType must be Call, Chat or Email.');
  }
  const {contact, what, text} = logEntry(log);
  return records.save(key, {what, text, contactId: contact?.id});
}

/** @param {IncomingMessage} request */
async function jsonOf(request) {
  try {
    return JSON.parse(await bodyOf(request));
  } catch (error) {
    throw error instanceof SyntaxError ? new BadRequest(`The body is not JSON: ${error.message}`) : error;
  }
}
