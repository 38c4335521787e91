/** Screen pop: when somebody calls, their record opens. This is all there is to it. */
import {contactByNumber} from './contacts.js';

document.addEventListener('five9-call-started', (event) => {
  const {callType, ani} = event.detail.callData;
  const contact = callType === 'INBOUND' && contactByNumber(ani);
  if (contact) location.hash = `contact-${contact.id}`;
});
