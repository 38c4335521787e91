import {contactByNumber, contactOfRecord} from './contacts.js';

/** @import {Contact} from './contacts.js' */

/**
 * Returns the activity of a log that Five9 requests to save, and the contact to which the activity belongs. Takes only
 * texts and numbers of the log, because the log comes from outside.
 *
 * @param {unknown} params The parameters of the request.
 * @returns {{contact: Contact | undefined, what: string, text: string}}
 */
export function logEntry(params) {
  const {interactionType, interactionData, interactionLogData} = Object(params);
  const {who, what, dispositionName, comments, duration} = Object(interactionLogData);
  const {number, ani, dnis, callType} = Object(interactionData);
  const customer = textIn(number ?? (callType === 'INBOUND' ? ani : dnis));
  const about = textIn(Object(what).name);
  const texts = [lasted(duration), about && `About ${about}.`, textIn(comments)];
  return {
    contact: contactOfRecord(Object(who).id) ?? contactOfRecord(Object(what).id) ?? contactByNumber(customer),
    what: `${textIn(interactionType)} · ${textIn(dispositionName) || 'Transferred'}`,
    text: texts.filter(Boolean).join(' '),
  };
}

/** @param {unknown} value */
const textIn = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} seconds */
function lasted(seconds) {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return '';
  const whole = Math.max(0, Math.round(seconds));
  return `Lasted ${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}.`;
}
