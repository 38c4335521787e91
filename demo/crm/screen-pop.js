/** Screen pop: when somebody calls, their record opens. This is all there is to it. */
import {contactByNumber, contacts} from './contacts.js';

document.addEventListener('five9-call-started', (event) => {
  const {callType, ani} = event.detail.callData;
  const contact = callType === 'INBOUND' && contactByNumber(ani);
  if (contact) location.hash = `contact-${contact.id}`;
});

// Five9 found a record, and the agent wants to see it. An account or a case is shown with the contact that it belongs to.
document.addEventListener('five9-object-open', ({detail}) => {
  const {id} = detail.crmObject;
  const contact = contacts.find((one) => [one, one.account, ...one.cases].some((record) => record.id === id));
  if (contact) location.hash = `contact-${contact.id}`;
});
