/** @import {Case, Contact} from './contacts.js' */

/**
 * Returns the records of a contact in the format of Five9: the contact, which shall be shown at once, and its cases.
 *
 * @param {Contact | undefined} contact
 */
export function searchResultOf(contact) {
  if (!contact) return {crmObjects: []};
  const person = personOf(contact);
  return {crmObjects: [person, ...contact.cases.map(caseObject)], screenPopObject: person};
}

/** @param {Contact} contact */
const personOf = ({id, name, account}) => ({
  id,
  label: 'Contact',
  name,
  isWho: true,
  isWhat: false,
  fields: [{displayName: 'Company', value: account.name}],
});

/** @param {Case} one */
const caseObject = ({id, number, subject}) => ({
  id,
  label: 'Case',
  name: subject,
  isWho: false,
  isWhat: true,
  fields: [{displayName: 'Case number', value: number}],
});
