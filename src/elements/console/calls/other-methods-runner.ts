import type {CallOptions} from '../../../interaction-api/methods.js';
import {isRecord} from '../../../interaction-api/is-record.js';
import type {AnsweringApi} from '../../../sdk/base/answering-api.js';
import type {ApplicationApiEvents} from '../../../sdk/index.js';
import type {SisterApis} from '../../../service/interaction-service.js';
import {fullName, type OtherApiName} from '../api-names.js';
import {namesIn} from './names-in.js';
import {NO_ANSWER, resultText, SUBSCRIBED, UNSUBSCRIBED} from './result-text.js';

/** Data and functions that `OtherMethods` uses. */
export interface OtherMethodsContext {
  /** Returns an API. The first call connects it. */
  open<Name extends OtherApiName>(name: Name): SisterApis[Name];
  /** Adds an entry to the log for a function of the console that was called. */
  logCallback(name: string, params: unknown): void;
}

type Params = Readonly<Record<string, unknown>>;

const REGISTERED =
  'Registered. The console answers instead of a function of the page, until the page is loaded again. The log shows the questions.';

/** Calls methods of the APIs other than the Interaction API. Where a method takes functions, it provides the functions. */
export class OtherMethods {
  readonly #context: OtherMethodsContext;
  /** Callback objects for `applicationApi().subscribe`, by event name. */
  readonly #callbacks = new Map<string, ApplicationApiEvents>();
  /** Functions that end the subscriptions. */
  readonly #unsubscribers = new Map<string, () => void>();

  constructor(context: OtherMethodsContext) {
    this.#context = context;
  }

  /** Calls a method by its name. Resolves with the result as text for the user. */
  async run(api: OtherApiName, method: string, given: unknown, options: CallOptions): Promise<string> {
    const params: Params = isRecord(given) ? given : {};
    switch (api) {
      case 'crmApi':
        return method === 'registerApi' ? this.#register(api, params) : this.#notifyCrm(method, params);
      case 'hookApi':
        return this.#register(api, params);
      case 'customComponentsApi':
        return this.#registerComponents(params);
      case 'applicationApi':
        return this.#runApplication(method, params, options);
      case 'customMethodsApi':
        return method === 'registerCustomMethods' ? this.#registerMethods(params) : this.#callMethod(params, options);
      case 'sfNativeApi':
        return resultText(await this.#context.open(api)[method as 'screenPop' | 'runApex'](params, options));
    }
  }

  /** Ends all subscriptions. */
  unsubscribeAll(): void {
    for (const end of this.#unsubscribers.values()) end();
    this.#unsubscribers.clear();
  }

  #notifyCrm(method: string, params: Params): string {
    const crmApi = this.#context.open('crmApi');
    // The form has only the methods of the API, and the API checks the parameters.
    crmApi[method as 'click2dial' | 'objectVisited' | 'suggestedNumbers'](params as never);
    return NO_ANSWER;
  }

  #register(api: 'crmApi' | 'hookApi', {name, answer, error}: Params): string {
    const question = textIn(name, 'name');
    // Both APIs register a function by its name in the same way, and the form has only their names.
    const target = this.#context.open(api) as AnsweringApi<Record<string, unknown>>;
    target.registerApi(question, this.#answering(fullName(api, question), answer, error));
    return REGISTERED;
  }

  #registerComponents({template, callbacks}: Params): string {
    const names = typeof callbacks === 'string' && callbacks ? namesIn(callbacks) : [];
    const functions = names.map((name) => [name, this.#answering(fullName('customComponentsApi', name))]);
    const components = {
      template: textIn(template, 'template'),
      callbacks: Object.fromEntries(functions) as Record<string, () => void>,
    };
    this.#context.open('customComponentsApi').registerCustomComponents(components);
    return 'Registered. The log shows the callbacks.';
  }

  #registerMethods({methods}: Params): string {
    if (!isRecord(methods)) throw new Error('methods must be an object of answers by name.');
    const functions = Object.entries(methods).map(([name, answer]) => [
      name,
      this.#answering(fullName('customMethodsApi', name), answer),
    ]);
    const own = Object.fromEntries(functions) as Record<string, () => unknown>;
    this.#context.open('customMethodsApi').registerCustomMethods(own);
    return 'Registered. These methods replace all methods that the page has registered before.';
  }

  async #callMethod({name, argument}: Params, options: CallOptions): Promise<string> {
    const api = this.#context.open('customMethodsApi');
    return resultText(await api.callCustomMethod(textIn(name, 'name'), argument, options));
  }

  async #runApplication(method: string, params: Params, options: CallOptions): Promise<string> {
    const api = this.#context.open('applicationApi');
    switch (method) {
      case 'subscribe':
        for (const name of namesIn(params['names'])) this.#subscribe(name);
        return SUBSCRIBED;
      case 'unsubscribe':
        for (const name of namesIn(params['names'])) this.#unsubscribe(name);
        return UNSUBSCRIBED;
      case 'getConfig':
        return resultText(await api.getConfig(options));
      default: {
        const message = {msgText: textIn(params['msgText'], 'msgText')};
        return resultText(await api[method as 'showErrorMessage' | 'hideErrorMessage'](message, options));
      }
    }
  }

  #subscribe(name: string): void {
    // Remove an earlier subscription, because two subscriptions would log each event twice.
    this.#unsubscribe(name);
    const api = this.#context.open('applicationApi');
    const callbacks: ApplicationApiEvents = this.#callbacks.get(name) ?? {
      [name]: (params: unknown) => this.#context.logCallback(fullName('applicationApi', name), params),
    };
    this.#callbacks.set(name, callbacks);
    api.subscribe(callbacks);
    this.#unsubscribers.set(name, () => api.unsubscribe(callbacks));
  }

  #unsubscribe(name: string): void {
    this.#unsubscribers.get(name)?.();
    this.#unsubscribers.delete(name);
  }

  /** Returns a function that logs each call, and answers with a value or an error. */
  #answering(name: string, answer?: unknown, error?: unknown): (params: unknown) => unknown {
    return (params) => {
      this.#context.logCallback(name, params);
      if (typeof error === 'string' && error) throw new Error(error);
      return answer;
    };
  }
}

function textIn(value: unknown, name: string): string {
  if (typeof value !== 'string' || !value) throw new Error(`${name} must be a text.`);
  return value;
}
