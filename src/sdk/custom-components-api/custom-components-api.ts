import {callSafely} from '../../interaction-api/call-safely.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {InteractionParams} from '../crm-api/crm-api.types.js';
import {reportMistake} from '../base/console.js';
import {NotImplemented} from '../base/not-implemented.js';
import {SdkApi} from '../base/sdk-api.js';

/** The data of an own control in the adapter, when the agent uses it (D). */
export type ComponentEventPayload = {
  /** Name of the control. */
  name?: string;
  /** Value of an input. */
  value?: string;
} & Partial<InteractionParams>;

/** A function that is called when the agent uses a control. */
export type ComponentCallback = (payload: ComponentEventPayload) => void;

/** Own controls for the adapter. */
export interface CustomComponents {
  /** The controls, as the text of an `adt-components` element (U). The adapter asks for the text once. */
  template: string;
  /** The functions whose names the template contains. */
  callbacks?: Record<string, ComponentCallback>;
}

/**
 * The Custom Components API (`Five9.CrmSdk.customComponentsApi()`): own inputs and buttons of the page in the adapter.
 * Source: Five9's public samples (docs/FIVE9.md).
 */
export class CustomComponentsApi extends SdkApi {
  #template: string | undefined;
  #callbacks: readonly Readonly<Record<string, unknown>>[] = [];

  /** The template that the adapter gets; `undefined` before the first registration. */
  get template(): string | undefined {
    return this.#template;
  }

  /**
   * Registers own controls. A second call replaces the template and adds to the callbacks: callbacks of the same name
   * are all called, as in the Five9 SDK. Without `template`, the call has no effect.
   *
   * Register in the same task in which you get the API, because the adapter asks for the template once. It is not known
   * whether it asks again (docs/FIVE9.md).
   */
  registerCustomComponents(components: CustomComponents): void {
    if (!isRecord(components)) {
      throw new TypeError('registerCustomComponents needs an object with template and callbacks.');
    }
    const {template, callbacks} = components;
    if (!template) return;
    this.#template = template;
    if (isRecord(callbacks)) this.#callbacks = [...this.#callbacks, callbacks];
  }

  protected override hasAnswers(): boolean {
    return this.#template !== undefined;
  }

  protected override answer(method: string): unknown {
    if (method !== 'getCustomComponents' || this.#template === undefined) throw new NotImplemented(method);
    return this.#template;
  }

  protected override receiveEvent(name: string, data: unknown): void {
    if (name !== 'componentEvent' || !isRecord(data)) return;
    const callbackName = textOf(data['callbackName']) ?? '';
    const owners = this.#callbacks.filter((owner) => hasFunction(owner, callbackName));
    if (!owners.length) reportMistake(`No callback "${callbackName}" is registered for a control in the adapter.`);
    for (const owner of owners) callSafely(() => (owner[callbackName] as ComponentCallback)(data['payload'] as never));
  }
}

/** Returns whether an object has a function of its own or of its class, but not of every object. */
function hasFunction(owner: Readonly<Record<string, unknown>>, name: string): boolean {
  try {
    return !(name in Object.prototype) && typeof owner[name] === 'function';
  } catch {
    // A getter of the page has thrown an error.
    return false;
  }
}
