/** The CRM. It draws records and listens to events; that numbers dial is the work of the tags. */
import './adapter.js';
import './event-log.js';
import './calls.js';
import './screen-pop.js';
import {recordPage} from './account.js';
import {contactById, contacts} from './contacts.js';
import {showContacts} from './contact-list.js';
import {find} from '../page/template.js';

/** What is shown is what the address says: `#contact-123`. Other fragments name places on the page. */
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

// Whoever chooses a contact goes on in its record. One that pops up by itself takes the focus from nobody.
find('#contact-list').addEventListener('click', ({target}) => {
  if (/** @type {Element} */ (target).closest('a')) setTimeout(() => find('#record h1').focus());
});
