/**
 * Shows a bar for each live call, and adds each rejected call to the activities of the call's contact. Uses only the DOM
 * events of the document. Five9 requests to save the log of the other calls: see crm-answers.js.
 */
import {addActivity} from './account.js';
import {contactByNumber} from './contacts.js';
import {find, fromTemplate} from '../page/template.js';

/** @import {Contact} from './contacts.js' */

/** @typedef {{bar: HTMLElement, contact: Contact | undefined, since: number}} LiveCall */

/** @type {Map<string, LiveCall>} the live calls, by interaction id */
const live = new Map();

document.addEventListener('five9-call-started', ({detail: {callData}}) => {
  const {interactionId, callType, ani, dnis} = callData;
  // Ignore a known call, because the adapter reports its live calls again after every connection.
  if (live.has(interactionId)) return;
  const number = callType === 'INBOUND' ? ani : dnis;
  const contact = contactByNumber(number);
  const who = contact ? `${contact.name}, ${contact.account.name}` : 'Unknown number';
  const bar = fromTemplate('call', {state: callType === 'INBOUND' ? 'Incoming call' : 'Outgoing call', who, number});
  const link = /** @type {HTMLAnchorElement} */ (find('[data-link]', bar));
  if (contact) link.href = `#contact-${contact.id}`;
  else link.remove();
  bar.dataset.state = 'started';
  find('#calls').append(bar);
  // Get the start time from the service, because the service knows the start time also after a reload of the page.
  const interaction = document.querySelector('five9-interaction-panel')?.service?.interaction(interactionId);
  live.set(interactionId, {bar, contact, since: interaction?.startedAt ?? Date.now()});
  tick();
});

document.addEventListener('five9-call-accepted', ({detail: {callData}}) => {
  // Ignore outbound calls, because Five9 reports them as accepted as soon as they ring.
  if (callData.callType === 'INBOUND') setState(callData.interactionId, 'accepted', 'On call');
});

document.addEventListener('five9-call-ended', ({detail: {callData}}) => {
  setState(callData.interactionId, 'ended', 'Call ended, set the disposition');
});

document.addEventListener('five9-call-rejected', ({detail: {callData}}) => {
  const contact = live.get(callData.interactionId)?.contact;
  removeCall(callData.interactionId);
  if (contact) addActivity(contact, {what: 'Call · Rejected', when: 'Just now', text: 'Logged by the CRM.'});
});

document.addEventListener('five9-call-finished', ({detail: {callData}}) => {
  removeCall(callData.interactionId);
});

/**
 * @param {string} id
 * @param {string} state
 * @param {string} words
 */
function setState(id, state, words) {
  const bar = live.get(id)?.bar;
  if (!bar) return;
  bar.dataset.state = state;
  find('[data-text=state]', bar).textContent = words;
}

/** @param {string} id */
function removeCall(id) {
  live.get(id)?.bar.remove();
  live.delete(id);
}

/** @param {number} since */
function duration(since) {
  const seconds = Math.floor((Date.now() - since) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function tick() {
  for (const {bar, since} of live.values()) find('.call-time', bar).textContent = duration(since);
}

setInterval(tick, 1000);
