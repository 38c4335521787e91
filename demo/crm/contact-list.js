import {search} from './contacts.js';
import {find, fromTemplate} from '../page/template.js';

/** @import {Contact} from './contacts.js' */

const input = /** @type {HTMLInputElement} */ (find('#search'));
let shown = '';

/**
 * Shows the contacts that the search finds.
 *
 * @param {string} currentId of the contact whose record is open
 */
export function showContacts(currentId) {
  shown = currentId;
  const found = search(input.value);
  find('#contact-list').replaceChildren(...found.map(row));
  find('#found').textContent = input.value && `${found.length || 'No'} ${found.length === 1 ? 'contact' : 'contacts'}`;
}

/** @param {Contact} contact */
function row({id, name, account, tag}) {
  const item = fromTemplate('contact', {name, company: account.name, initials: initials(name)});
  const link = /** @type {HTMLAnchorElement} */ (find('a', item));
  link.href = `#contact-${id}`;
  if (id === shown) link.ariaCurrent = 'page';
  item.dataset.tag = tag;
  find('.avatar', item).dataset.hue = hue(id);
  return item;
}

/** @param {string} name */
export const initials = (name) => name.replace(/(\S)\S*\s*/gu, '$1');

/**
 * Returns the number of a contact's colour, from 0 to 5.
 *
 * @param {string} id
 */
export const hue = (id) => String(Number(id) % 6);

input.addEventListener('input', () => showContacts(shown));
