/**
 * The types of the elements that answer the adapter, as a page uses them. This file never runs: the type check finds an
 * error in it, and a line after `@ts-expect-error` that is no error.
 */
import 'five9-elements/all';
import type {CrmObject, HookName, SearchResult} from 'five9-elements/sdk';
import type {ControlUse, Five9Crm, HookEvent} from 'five9-elements';
import type {Expect} from './expect.js';

declare const expectText: Expect<string>;
declare const expectOptionalText: Expect<string | undefined>;
declare const expectRecord: Expect<CrmObject>;
declare const expectUse: Expect<ControlUse>;
declare const contact: CrmObject;

const crm: Five9Crm = document.createElement('five9-crm');
crm.searchHref = '/api/contacts?phone={number}';
crm.callsToday = 7;
// @ts-expect-error -- this is no property of the element
crm.searchUrl = '/api';

document.addEventListener('five9-search', (event) => {
  expectText(event.detail.number);
  if (event.detail.interactionType === 'Call') expectOptionalText(event.detail.interactionData.ani);
  event.signal.throwIfAborted();
  event.respondWith([contact]);
  event.respondWith(Promise.resolve<SearchResult>({crmObjects: [contact]}));
  event.respondWith(null);
  // @ts-expect-error -- a search is answered with records
  event.respondWith(7);
});
crm.addEventListener('five9-screen-pop', (event) => {
  event.preventDefault();
  expectRecord(event.detail.crmObject);
});
window.addEventListener('five9-save-log', (event) => {
  expectOptionalText(event.detail.interactionLogData.subject);
  event.respondWith(fetch('/api/activities'));
});
crm.addEventListener('five9-dial-availability', ({detail: {available}}) => !available);
crm.addEventListener('five9-calls-today', (event) => event.respondWith('shown'));
crm.addEventListener('five9-bring-to-front', (event) => event.preventDefault());

document.addEventListener('five9-hook-before-make-call', (event) => {
  expectOptionalText(event.detail.campaignId);
  event.confirm('Call?', 'Campaign');
  event.fail('Closed');
  event.respondWith(Promise.resolve(event.cancel()));
  // @ts-expect-error -- a message is a text
  event.fail(7);
});
document.addEventListener('five9-hook-before-save-log', (event) => {
  event.proceedWith({subject: 'Renewal'});
  const name: 'beforeSaveLog' = event.hook;
  return name;
});
export const anyHook = (event: HookEvent<HookName>): HookName => event.hook;

const input = document.createElement('five9-adt-input');
input.addEventListener('change', ({detail}) => expectUse(detail));
input.addEventListener('focus', ({relatedTarget}) => relatedTarget);
document.createElement('five9-adt-button').addEventListener('click', ({detail}) => expectUse(detail));
document.querySelector('five9-custom-component')?.addEventListener('five9-error', ({error}) => error.errorMessage);

document.addEventListener('five9-login-state', ({detail}) => detail.state.length);
document.addEventListener('five9-session-initialized', ({type}) => type);
document.addEventListener('five9-adapter-error', ({detail}) => expectOptionalText(detail.errorMessage));
