/** Screen pop: opens the record of the caller. */
import {contactByNumber, contacts} from './contacts.js';

document.addEventListener('five9-call-started', (event) => {
  const {callType, ani} = event.detail.callData;
  const contact = callType === 'INBOUND' && contactByNumber(ani);
  if (contact) location.hash = `contact-${contact.id}`;
});

// The agent opens a record that Five9 has found. An account or a case is shown with its contact.
document.addEventListener('five9-object-open', ({detail}) => {
  const {id} = detail.crmObject;
  const contact = contacts.find((one) => [one, one.account, ...one.cases].some((record) => record.id === id));
  if (contact) location.hash = `contact-${contact.id}`;
});
