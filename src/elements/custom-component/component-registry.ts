import {isRecord} from '../../interaction-api/is-record.js';
import {reportUnusual} from '../../sdk/base/console.js';
import type {ComponentCallback, CustomComponentsApi} from '../../sdk/custom-components-api/custom-components-api.js';
import {type ComponentDescription, templateText} from './template-text.js';

/** A component of the page. */
export interface RegisteredComponent extends Node {
  /** Returns the description of the component; `undefined` if it is not complete. */
  describe(): ComponentDescription | undefined;
}

/** The components of the page for one adapter. All of them make one template, because the adapter takes only one. */
export class ComponentRegistry {
  static readonly #registries = new WeakMap<CustomComponentsApi, ComponentRegistry>();

  /** Returns the registry of an API. */
  static of(api: CustomComponentsApi): ComponentRegistry {
    const known = this.#registries.get(api) ?? new ComponentRegistry(api);
    this.#registries.set(api, known);
    return known;
  }

  readonly #api: CustomComponentsApi;
  readonly #components = new Set<RegisteredComponent>();
  readonly #callbacks: Record<string, ComponentCallback> = {};
  #template = '';
  #isScheduled = false;
  #callbackCount = 0;

  private constructor(api: CustomComponentsApi) {
    this.#api = api;
  }

  add(component: RegisteredComponent): void {
    this.#components.add(component);
    this.changed();
  }

  remove(component: RegisteredComponent): void {
    if (this.#components.delete(component)) this.changed();
  }

  /** Registers the components again at the end of this task, because one has changed. */
  changed(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#register();
    });
  }

  /** Adds a callback. Returns its name for the template. */
  addCallback(callback: ComponentCallback): string {
    const name = `five9Control${++this.#callbackCount}`;
    this.#callbacks[name] = callback;
    return name;
  }

  /** Removes a callback by its name. */
  removeCallback(name: string): void {
    delete this.#callbacks[name];
  }

  #register(): void {
    const template = templateText(this.#described());
    const isFirst = !this.#template;
    if (template === this.#template || (isFirst && !this.#components.size)) return;
    this.#template = template;
    // Pass the callbacks only once, because each call adds its callbacks to those before.
    this.#api.registerCustomComponents(isFirst ? {template, callbacks: this.#callbacks} : {template});
    if (!isFirst && this.#api.connection.status === 'connected') {
      reportUnusual('A five9-custom-component has changed. The adapter may show the change only after it is loaded again.');
    }
  }

  /** Returns the descriptions of the complete components, in the order of the page. */
  #described(): ComponentDescription[] {
    const isBefore = (one: Node, other: Node): boolean =>
      Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [...this.#components]
      .sort((one, other) => (isBefore(one, other) ? -1 : 1))
      .flatMap((component) => component.describe() ?? []);
  }
}

/** Returns the data of a control's event: its name, its value, and the interaction. */
export function controlDetail(payload: unknown): Record<string, unknown> {
  const {name, value, interactionType, interactionData} = isRecord(payload) ? payload : {};
  return {name, value, interactionType, interactionData};
}
