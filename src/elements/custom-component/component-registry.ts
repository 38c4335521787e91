import {reportMistake, reportUnusual} from '../../sdk/base/console.js';
import type {ComponentCallback, CustomComponentsApi} from '../../sdk/custom-components-api/custom-components-api.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {AdtControl} from './adt-control.js';
import {type TemplateElement, templateText} from './template-text.js';

/** A component of the page. */
export interface RegisteredComponent extends Node {
  /**
   * Returns the component as an element of the template; `undefined` if it is not complete.
   *
   * @param callbackOf Returns the name of the callback for a control.
   */
  describe(callbackOf: (control: AdtControl) => string): TemplateElement | undefined;
}

const registries = new WeakMap<InteractionService, ComponentRegistry>();

/** Returns the registry of a service. */
export function registryOf(service: InteractionService): ComponentRegistry {
  const registry = registries.get(service) ?? new ComponentRegistry(service);
  registries.set(service, registry);
  return registry;
}

/**
 * The components of the page. All of them make one template, because the adapter takes only one. The adapter asks for the
 * template when it connects, so the API connects only when the first component is complete.
 */
export class ComponentRegistry {
  readonly #service: InteractionService;
  readonly #components = new Set<RegisteredComponent>();
  /** The names of the callbacks. A control keeps its name if it moves, because the adapter may show it already. */
  readonly #names = new WeakMap<AdtControl, string>();
  #nameCount = 0;
  /** The callbacks of the controls in the template. The API has this object, and reads it at each event. */
  #callbacks: Record<string, ComponentCallback> = {};
  #api: CustomComponentsApi | undefined;
  #template: string | undefined;
  /** Whether the adapter has asked for the template. */
  #isShown = false;
  #isScheduled = false;

  constructor(service: InteractionService) {
    this.#service = service;
  }

  add(component: RegisteredComponent): void {
    this.#components.add(component);
    this.changed();
  }

  remove(component: RegisteredComponent): void {
    if (this.#components.delete(component)) this.changed();
  }

  /** Registers the components at the end of this task, because one of them or the service has changed. */
  changed(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#register();
    });
  }

  #register(): void {
    // Do not use an API of a closed service, because `sdkApi` would connect a new one.
    if (this.#service.connection.reason === 'closed') return;
    const content = this.#describe();
    if (!this.#api && !content.length) return;
    const api = this.#service.sdkApi('customComponentsApi');
    const isNewApi = api !== this.#api;
    if (isNewApi) this.#use(api);
    const template = templateText({tag: 'adt-components', content});
    if (template === this.#template) return;
    this.#template = template;
    // Pass the callbacks only once, because each call adds its callbacks to those before.
    api.registerCustomComponents(isNewApi ? {template, callbacks: this.#callbacks} : {template});
    if (this.#isShown) reportUnusual(CHANGED_LATE);
  }

  #use(api: CustomComponentsApi): void {
    if (api.template !== undefined) reportMistake(REPLACED);
    this.#api = api;
    this.#template = undefined;
    this.#isShown = false;
    api.observe({
      question: (method) => {
        if (api === this.#api && method === 'getCustomComponents') this.#isShown = true;
      },
    });
  }

  /** Returns the complete components, in the order of the page, and keeps the callbacks of their controls only. */
  #describe(): TemplateElement[] {
    const callbacks: Record<string, ComponentCallback> = {};
    const callbackOf = (control: AdtControl): string => {
      const name = this.#names.get(control) ?? `five9Control${++this.#nameCount}`;
      this.#names.set(control, name);
      callbacks[name] = (payload) => control.use(payload);
      return name;
    };
    const content = [...this.#components]
      .sort(inPageOrder)
      .flatMap((component) => component.describe(callbackOf) ?? []);
    for (const name of Object.keys(this.#callbacks)) Reflect.deleteProperty(this.#callbacks, name);
    Object.assign(this.#callbacks, callbacks);
    return content;
  }
}

function inPageOrder(one: Node, other: Node): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

const CHANGED_LATE =
  'A five9-custom-component has changed. An adapter may show the change only after it has loaded again, because it asks for the controls when it connects.';
const REPLACED =
  'five9-custom-component replaces the controls that this page has registered with registerCustomComponents(). Use only one of both.';
