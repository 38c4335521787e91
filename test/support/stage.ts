import {fixture, html} from '@open-wc/testing';
import type {LitElement, TemplateResult} from 'lit';
import type {InteractionApiError} from '../../src/interaction-api/errors.js';
import '../../src/elements/provider/define.js';
import type {InteractionService} from '../../src/service/interaction-service.js';
import type {AdapterHandle} from './adapter-handle.js';
import {freshName, startAdapter} from './client.js';
import {inWindow} from './places.js';
import {CALL_ID, callData} from './samples.js';
import {turn, until} from './time.js';

/** An element with its own service, and the adapter that the service is connected to. */
export interface Stage<Shown> {
  element: Shown;
  service: InteractionService;
  adapter: AdapterHandle;
  /** The errors of all `five9-error` events. */
  errors: InteractionApiError[];
  /** Sends an event of a call, chat or e-mail from the adapter, and waits until the element has rendered. */
  happens(name: string, fields?: object, log?: object): Promise<void>;
  /** Disconnects the adapter. */
  drops(): Promise<void>;
  /** Connects the adapter again. */
  returns(): Promise<void>;
  /** Waits until the element has rendered after all messages so far. */
  settled(): Promise<void>;
}

/** Adds an element to the page, connected to its own adapter. With `connected: false`, the adapter does not connect yet. */
export async function stage<Shown extends LitElement>(
  template: TemplateResult,
  {connected = true} = {},
): Promise<Stage<Shown>> {
  // Remove the stored data of earlier tests, because these tests used the same call ids, so their data looks like data
  // from before a page refresh.
  sessionStorage.clear();
  const name = freshName();
  const adapter = await inWindow.settle();
  if (connected) await startAdapter(adapter, inWindow, name);
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${name}>${template}</five9-provider>`,
  );
  const element = provider.firstElementChild as Shown;
  const errors: InteractionApiError[] = [];
  provider.addEventListener('five9-error', ({error}) => errors.push(error));
  const {service} = provider;
  const settled = async (): Promise<void> => {
    await adapter.sync();
    // Wait for the last message of the adapter, which possibly has not arrived yet.
    await turn();
    await element.updateComplete;
  };
  const connects = async (times: number): Promise<void> => {
    await until(() => service.connected, 'the service is connected');
    await adapter.receives('connected', times);
  };
  if (connected) await connects(1);
  await settled();
  return {
    element,
    service,
    adapter,
    errors,
    settled,
    async drops() {
      await adapter.mute();
      await adapter.disconnect();
      await until(() => !service.connected, 'the connection is lost');
      await settled();
    },
    async returns() {
      await startAdapter(adapter, inWindow, name, {announces: true});
      await connects(adapter.all('connected').length + 1);
      await settled();
    },
    async happens(event, fields = {}, log) {
      const kind = /^[a-z]+/.exec(event)?.[0] ?? '';
      const data = {...callData(), ...fields};
      let received = false;
      const stop = service.listen({
        serviceChanged: () => undefined,
        sdkEvent: () => {
          received = true;
        },
      });
      await adapter.interactionEvent(event, {[`${kind}Data`]: data, ...(log && {[`${kind}LogData`]: log})});
      await until(() => received, `${event} was received`);
      stop();
      await settled();
    },
  };
}

/** Starts and accepts a call. */
export async function talking(setup: Stage<unknown>, interactionId = CALL_ID): Promise<void> {
  await setup.happens('callStarted', {interactionId});
  await setup.happens('callAccepted', {interactionId});
}

/** Returns the CSS part of an element. Throws if the part is missing. */
export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`);
  if (!found) throw new Error(`There is no part ${name}: ${element.shadowRoot?.innerHTML ?? 'no shadow root'}`);
  return found;
}

/** Returns the text of a CSS part, with single spaces. Empty if the part is missing. */
export const words = (element: Element, name: string): string =>
  (element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`)?.textContent ?? '').replace(/\s+/g, ' ').trim();
