/** Screen pop: opens the record of the caller. */
import {contactByNumber, contacts} from './contacts.js';

document.addEventListener('five9-call-started', (event) => {
  const {callType, ani} = event.detail.callData;
  const contact = callType === 'INBOUND' && contactByNumber(ani);
  if (contact) location.hash = `contact-${contact.id}`;
});

// Show a record that Five9 has found when the agent opens it. For an account or a case, show the record of its contact.
document.addEventListener('five9-object-open', ({detail}) => {
  const {id} = detail.crmObject;
  const contact = contacts.find((one) => [one, one.account, ...one.cases].some((record) => record.id === id));
  if (contact) location.hash = `contact-${contact.id}`;
});
