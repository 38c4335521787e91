import {fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/elements/crm/define.js';
import '../../src/elements/provider/define.js';
import type {Five9Crm} from '../../src/elements/crm/crm.js';
import type {InteractionApiError} from '../../src/interaction-api/errors.js';
import type {InteractionService} from '../../src/service/index.js';
import type {AdapterHandle} from './adapter-handle.js';
import {freshName} from './client.js';
import {inWindow} from './places.js';
import {callData} from './samples.js';
import {turn} from './time.js';
import type {WireAnswer} from './wire-adapter.js';

/** The `args` of a question about a call. */
export const aboutCall = (fields: object = {}, more: object = {}): object => ({
  interactionType: 'Call',
  interactionData: callData({callType: 'INBOUND', ani: '9250000111', number: '9250000111', ...fields}),
  ...more,
});

/** A `five9-crm` in the page, and the adapter that asks it. */
export interface CrmStage {
  element: Five9Crm;
  service: InteractionService;
  adapter: AdapterHandle;
  /** Name of the channels. */
  name: string;
  /** The errors of all `five9-error` events. */
  errors: InteractionApiError[];
  /** Asks the page, and returns its answer. */
  ask(method: string, args?: unknown): Promise<WireAnswer>;
  /** Waits until the element has rendered after all messages so far. */
  settled(): Promise<void>;
}

/** Returns the text that an element shows, with single spaces. */
export const shown = ({shadowRoot}: Element): string => (shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Puts a `five9-crm` into the page, connected to an adapter of its own. */
export async function crmStage(template: TemplateResult = html`<five9-crm></five9-crm>`): Promise<CrmStage> {
  const name = freshName();
  const adapter = await inWindow.settle();
  await adapter.start({channel: `crm_api_plugin_${name}`});
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${name}>${template}</five9-provider>`,
  );
  const element = provider.querySelector('five9-crm')!;
  const errors: InteractionApiError[] = [];
  provider.addEventListener('five9-error', ({error}) => errors.push(error));
  await adapter.receives('connected');
  return {
    element,
    service: provider.service,
    adapter,
    name,
    errors,
    ask: (method, args) => adapter.answerTo('crmApi', method, args),
    async settled() {
      await adapter.sync();
      await turn();
      await element.updateComplete;
    },
  };
}
