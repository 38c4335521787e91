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

/** An element with a service of its own, and the adapter at the other end of it. */
export interface Stage<Shown> {
  element: Shown;
  service: InteractionService;
  adapter: AdapterHandle;
  /** The codes and words of each `five9-error`. */
  errors: InteractionApiError[];
  /** Lets an event of a call (or `chat`, `email`) happen, and waits until it shows. */
  happens(name: string, fields?: object, log?: object): Promise<void>;
  /** The adapter goes away. */
  drops(): Promise<void>;
  /** The adapter is there again. */
  returns(): Promise<void>;
  /** Waits until all that was told so far shows. */
  settled(): Promise<void>;
}

/** Puts an element into the page, connected to an adapter of its own; with `connected: false` that adapter stays silent. */
export async function stage<Shown extends LitElement>(
  template: TemplateResult,
  {connected = true} = {},
): Promise<Stage<Shown>> {
  // Calls of earlier tests, which have the same id, are not those before a refresh.
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
    // What the adapter said last may still be on its way.
    await turn();
    await element.updateComplete;
  };
  const connects = async (times: number): Promise<void> => {
    await until(() => service.connected, 'the service is connected');
    await adapter.hears('connected', times);
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
      let told = false;
      const stop = service.listen({
        serviceChanged: () => undefined,
        sdkEvent: () => {
          told = true;
        },
      });
      await adapter.interactionEvent(event, {[`${kind}Data`]: data, ...(log && {[`${kind}LogData`]: log})});
      await until(() => told, `${event} was told`);
      stop();
      await settled();
    },
  };
}

/** A call that the agent talks on. */
export async function talking(at: Stage<unknown>, interactionId = CALL_ID): Promise<void> {
  await at.happens('callStarted', {interactionId});
  await at.happens('callAccepted', {interactionId});
}

/** The part of an element. */
export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`);
  if (!found) throw new Error(`There is no part ${name}: ${element.shadowRoot?.innerHTML ?? 'no shadow root'}`);
  return found;
}

/** What a part says, as people read it. */
export const words = (element: Element, name: string): string =>
  (element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`)?.textContent ?? '').replace(/\s+/g, ' ').trim();
