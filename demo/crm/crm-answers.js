/** Answers the adapter for the CRM: finds the caller, shows the record, and saves the log. */
import {addActivity} from './account.js';
import {contactByNumber, contactOfRecord} from './contacts.js';
import {searchResultOf} from './crm-objects.js';
import {logEntry} from './log-entry.js';
import {find, fromTemplate} from '../page/template.js';

/** Notes that the agent has written in the adapter, by interaction id. @type {Map<string, string>} */
const notes = new Map();
/** Number of saved calls. */
let callsToday = 0;

document.addEventListener('five9-search', (event) => {
  event.respondWith(searchResultOf(contactByNumber(event.detail.number)));
});

document.addEventListener('five9-screen-pop', (event) => {
  event.preventDefault();
  showContact(event.detail.crmObject.id);
});

// A record that Five9 has found, and that the agent opens in the page.
document.addEventListener('five9-object-open', ({detail}) => {
  showContact(detail.crmObject.id);
});

document.addEventListener('five9-save-log', (event) => {
  event.respondWith(save(event.detail));
});

document.addEventListener('five9-calls-today', (event) => {
  event.preventDefault();
  find('#today').toggleAttribute('hidden', false);
  find('#today-title').focus();
});

find('#today-close').addEventListener('click', () => {
  find('#today').toggleAttribute('hidden', true);
});

find('five9-adt-input[name=note]').addEventListener('change', (event) => {
  const {interactionData, value} = /** @type {CustomEvent} */ (event).detail;
  if (interactionData) notes.set(interactionData.interactionId, value);
});

// Refuse calls to people who do not want calls, also if the agent dials in the adapter.
document.addEventListener('five9-hook-before-make-call', (event) => {
  const {number} = Object(event.detail.destination);
  const contact = contactByNumber(number);
  if (contact?.tag !== 'Do not call') return;
  event.fail(`${contact.name} is on the do-not-call list of the CRM.`, 'Do not call');
});

/** @param {unknown} id of a contact, an account or a case */
function showContact(id) {
  const contact = contactOfRecord(id);
  if (contact) location.hash = `contact-${contact.id}`;
}

/**
 * Saves a log as an activity. A real CRM sends the log to its server.
 *
 * @param {import('../../src/sdk.js').SaveLogParams} params
 */
function save(params) {
  const {contact, what, text} = logEntry(params);
  const {interactionId = ''} = params.interactionData;
  const note = notes.get(interactionId);
  notes.delete(interactionId);
  const activity = {what, when: 'Just now', text: [text, note].filter(Boolean).join(' ')};
  if (contact) addActivity(contact, activity);
  find('#today-list').prepend(fromTemplate('today', {who: contact?.name ?? 'Unknown number', what}));
  if (params.interactionType === 'Call') find('five9-crm').setAttribute('calls-today', String(++callsToday));
  return true;
}
