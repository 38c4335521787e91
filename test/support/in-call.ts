/** Puts any element of the package into the page during a call. */
import {fixture, html} from '@open-wc/testing';
import type {ReactiveElement} from 'lit';
import '../../src/elements/provider/define.js';
import type {Five9Provider} from '../../src/elements/provider/provider.js';
import {ContactCenter, SimulatedAdapter} from '../../src/simulator.js';
import {freshName} from './client.js';
import {atEnd} from './lifecycle.js';
import {turn, until} from './time.js';

/** Attributes that are always set, so that the element loads nothing from another server. */
export const ALWAYS: Record<string, Record<string, string>> = {
  'five9-adapter': {src: '/test/pages/empty.html'},
  'five9-provider': {scoped: ''},
};

/** Elements that contain an adapter. */
const ADAPTERS = ['five9-adapter', 'five9-simulator'];

/**
 * Returns the rendered content of an element, without Lit's comments, and without times, which change by themselves.
 */
export const drawing = ({shadowRoot}: Element): string =>
  (shadowRoot?.innerHTML ?? 'no shadow root')
    .replace(/<!--.*?-->/gs, '')
    .replace(/PT\d+S|\d+:\d\d/g, 'time')
    .replace(/\s+/g, ' ');

/** Waits until an element has nothing left to render. */
export async function rendered(element: ReactiveElement): Promise<void> {
  await element.updateComplete;
  await turn();
  await until(() => !element.isUpdatePending, 'the element is rendered');
  await element.updateComplete;
}

/** Puts an element into the page while the agent talks on a call. */
export async function inCall(
  tag: string,
): Promise<{element: ReactiveElement; callId: string; provider: Five9Provider; centre: ContactCenter}> {
  sessionStorage.clear();
  const centre = new ContactCenter();
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<Five9Provider>(html`<five9-provider scoped name=${freshName()}></five9-provider>`);
  const {service} = provider;
  // Read the connection, because this starts the service. No element in the provider uses the service yet.
  await until(() => service.api.connection.status === 'connected', 'the provider is connected');
  const callId = centre.offerCall({ani: '9250000111'});
  centre.answer(callId);
  await until(() => service.current?.state === 'accepted', 'the agent talks');
  // Do not put an adapter into the provider, because it would end the provider's connection to the test's adapter.
  const element = await inPage(tag, ADAPTERS.includes(tag) ? document.body : provider);
  return {element, callId, provider, centre};
}

/** Puts an element into the page, with the attributes that it always has. */
export async function inPage(tag: string, place: Element = document.body): Promise<ReactiveElement> {
  const element = document.createElement(tag) as ReactiveElement;
  for (const [name, value] of Object.entries(ALWAYS[tag] ?? {})) element.setAttribute(name, value);
  place.append(element);
  atEnd(() => element.remove());
  await rendered(element);
  return element;
}
