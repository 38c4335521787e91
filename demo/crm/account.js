import {hue, initials} from './contact-list.js';
import {find, fromTemplate} from '../page/template.js';

/** @import {Activity, Case, Contact, Phone} from './contacts.js' */

/** Unsaved notes, by id of the contact. A note is kept when a call opens the record of another contact. */
const drafts = new Map();

/**
 * Renders the page of a contact.
 *
 * @param {Contact} contact
 */
export function recordPage(contact) {
  const {id, name, role, account, tag, phones, details, cases, activities} = contact;
  const page = fromTemplate('record', {name, position: `${role} at ${account.name}`, tag, initials: initials(name)});
  const fill = (/** @type {string} */ list, /** @type {Element[]} */ rows) => {
    find(`[data-list=${list}]`, page).replaceChildren(...rows);
  };
  page.dataset.contact = id;
  find('.avatar', page).dataset.hue = hue(id);
  find('.tag', page).dataset.tag = tag;
  fill(
    'phones',
    phones.map((phone) => phoneRow(contact, phone)),
  );
  fill(
    'details',
    Object.entries(details).map(([label, value]) => fromTemplate('detail', {label, value})),
  );
  fill(
    'cases',
    cases.map((one) => caseRow(contact, one)),
  );
  find('.cases', page)
    .closest('section')
    ?.toggleAttribute('hidden', cases.length === 0);
  fill('activities', activities.map(activityRow));
  giveRecord(find('five9-dial-links', page), contactRecord(contact));
  listenForNotes(contact, find('form', page));
  return page;
}

/**
 * Adds an entry to the activities of a contact.
 *
 * @param {Contact} contact
 * @param {Activity} activity
 */
export function addActivity(contact, activity) {
  contact.activities.unshift(activity);
  document.querySelector(`[data-contact="${contact.id}"] [data-list=activities]`)?.prepend(activityRow(activity));
}

/**
 * @param {Contact} contact
 * @param {Phone} phone
 */
function phoneRow(contact, {kind, number, of}) {
  const record = of === 'account' ? accountRecord(contact) : contactRecord(contact);
  const row = fromTemplate('phone', {kind, label: record['record-label']});
  giveRecord(find('five9-click2dial', row), {number, ...record});
  return row;
}

/** @param {Contact} contact */
const contactRecord = ({id, name}) => ({
  'record-id': id,
  'record-label': 'Contact',
  'record-name': name,
  'record-kind': 'who',
});

/** @param {Contact} contact */
const accountRecord = ({account: {id, name}}) => ({
  'record-id': id,
  'record-label': 'Account',
  'record-name': name,
  'record-kind': 'what',
});

/**
 * @param {Contact} contact
 * @param {Case} one
 */
function caseRow({name, phones}, {id, number, subject, priority}) {
  const row = fromTemplate('case', {number, subject, priority});
  find('.badge', row).dataset.priority = priority;
  const button = find('five9-click2dial', row);
  giveRecord(button, {
    number: phones[0]?.number ?? '',
    'record-id': id,
    'record-label': 'Case',
    'record-type': 'Case',
    'record-name': subject,
    'record-kind': 'what',
  });
  button.textContent = `${name.split(' ')[0]} about ${number}`;
  return row;
}

/**
 * Sets attributes of a Five9 element that describe a CRM record, for example `record-id` and `record-name`.
 *
 * @param {Element} element
 * @param {Record<string, string>} attributes
 */
function giveRecord(element, attributes) {
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
}

/** @param {Activity} activity */
const activityRow = (activity) => fromTemplate('activity', {...activity});

/**
 * @param {Contact} contact
 * @param {HTMLElement} form
 */
function listenForNotes(contact, form) {
  const note = /** @type {HTMLTextAreaElement} */ (find('textarea', form));
  note.value = drafts.get(contact.id) ?? '';
  note.addEventListener('input', () => drafts.set(contact.id, note.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    addActivity(contact, {what: 'Note', when: 'Just now', text: note.value});
    drafts.delete(contact.id);
    note.value = '';
  });
}
