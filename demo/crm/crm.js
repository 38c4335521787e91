/** The CRM. It shows records and listens to events; the Five9 elements dial. */
import './adapter.js';
import './event-log.js';
import './calls.js';
import './crm-answers.js';
import {recordPage} from './account.js';
import {contactById, contacts} from './contacts.js';
import {showContacts} from './contact-list.js';
import {find} from '../page/template.js';

/**
 * Id of the contact whose record is shown. The address contains the id, as in `#contact-123`; any other fragment is a
 * position on the page.
 */
let shown = '';

function show() {
  const [, id] = /^#contact-(.+)$/.exec(location.hash) ?? [];
  const contact = contactById(id ?? shown) ?? contacts[0];
  if (!contact || contact.id === shown) return;
  shown = contact.id;
  find('#record').replaceChildren(recordPage(contact));
  document.title = `${contact.name} – Northwind CRM`;
  showContacts(shown);
}

show();
addEventListener('hashchange', show);

// Move the focus to a record that the agent has chosen, but not to a record that a call has opened.
find('#contact-list').addEventListener('click', ({target}) => {
  if (/** @type {Element} */ (target).closest('a')) setTimeout(() => find('#record h1').focus());
});
