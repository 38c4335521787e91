import {isRecord} from '../../transport/envelope.js';
import type {CallModel} from '../contact-center/call-model.js';
import {isSameLine} from '../contact-center/phone-number.js';
import type {Contact, Tenant} from '../contact-center/tenant.js';
import {badRequest, RestError} from './rest-error.js';
import type {Exchange} from './router.js';

/** Id of the WebSocket event that reports a changed contact. */
const CONTACT_UPDATED = '77';
/** Id of the first contact field. In Five9, these ids are numbers, and they are different for each company. */
const FIRST_FIELD_ID = 701;

/** Returns the definitions of all fields that at least one contact has. */
export const contactFields = ({contacts}: Tenant) =>
  [...new Set(contacts.flatMap((contact) => Object.keys(contact)))].map((name, index) => ({
    id: String(FIRST_FIELD_ID + index),
    name,
    displayName: name,
    type: /^number\d$/.test(name) ? 'PHONE' : name === 'email' ? 'EMAIL' : 'STRING',
    system: true,
  }));

const idOf = ({contacts}: Tenant, contact: Contact): string => String(contacts.indexOf(contact) + 1);

/** Returns the contacts with the customer's number, in the form of a REST answer. */
export function contactsOf({tenant}: Exchange, {ani, dnis, callType}: CallModel) {
  const customer = (callType === 'INBOUND' ? ani : dnis) ?? '';
  return tenant.contacts.filter(({number1}) => isSameLine(number1, customer)).map((contact) => record(tenant, contact));
}

function record(tenant: Tenant, contact: Contact) {
  const fields = contactFields(tenant).flatMap(({id, name}) => (name in contact ? [[id, contact[name]]] : []));
  return {id: idOf(tenant, contact), fields: Object.fromEntries(fields) as Record<string, string>};
}

export interface ContactChange {
  id: string;
  fields: Record<string, string>;
}

/** Returns the contact changes in the body of a request. */
export function contactChanges({contacts}: Readonly<Record<string, unknown>>): ContactChange[] {
  if (!Array.isArray(contacts)) throw badRequest('contacts must be a list of {id, fields}.');
  return contacts.map((contact: unknown) => {
    const {id, fields} = isRecord(contact) ? contact : {};
    if (!isRecord(fields)) throw badRequest('Each contact needs an id, and fields by their ids.');
    return {
      id: String(id),
      fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])),
    };
  });
}

/** Makes all changes. If a contact or a field does not exist, throws and makes no change. */
export function updateContacts({center, tenant}: Exchange, changes: readonly ContactChange[]): void {
  const names = new Map(contactFields(tenant).map(({id, name}) => [id, name]));
  const found = changes.map(({id, fields}) => {
    const contact = tenant.contacts.find((it) => idOf(tenant, it) === id);
    if (!contact) throw new RestError(404, 0, 'NOT_FOUND', `There is no contact ${id}.`, id);
    const named = Object.entries(fields).map(([field, value]) => {
      const name = names.get(field);
      if (!name) throw badRequest(`There is no contact field ${field}.`);
      return [name, value];
    });
    return {contact, named};
  });
  for (const {contact, named} of found) {
    Object.assign(contact, Object.fromEntries(named));
    center.emitWsEvent({id: CONTACT_UPDATED, payload: record(tenant, contact)});
  }
}
