import type {InteractionApiEvents} from '../../../interaction-api/events.js';
import type {InteractionApiError} from '../../../interaction-api/errors.js';
import type {InteractionApi} from '../../../interaction-api/interaction-api.js';
import type {Interaction} from '../../../service/interactions.js';
import {fullName} from '../api-names.js';
import type {ConsoleContext} from '../console-context.js';
import {CallList, type CallListListener, type ConsoleCall} from './call-list.js';
import {type CallsOwner, CallsPanel} from './calls-panel.js';
import type {CallRequest} from './form-state.js';
import type {SuggestionMethod} from './field.js';
import {runMethod, type Subscriptions} from './run-method.js';
import {OtherMethods} from './other-methods-runner.js';
import {loadSuggestions, type Suggestion} from './suggestions.js';

/** Data and functions of the console for `ConsoleCalls`. */
export interface CallsContext extends ConsoleContext {
  /** Ids of the WebSocket events that the log shows. */
  wsEventIds: readonly string[];
  /** Makes sure that the log shows the API calls of the service. */
  observeApi(): void;
  /** Adds an entry to the log for an event that a callback of `subscribe` has received. */
  logCallback(eventName: string, params: unknown): void;
  /** Dispatches a `five9-error` event for an API call. Shows no error, because the history already shows it. */
  reportFailedCall(error: InteractionApiError): void;
}

/** Makes the API calls of a console, and shows them in a panel. */
export class ConsoleCalls implements CallsOwner, CallListListener {
  readonly panel = new CallsPanel(this);
  readonly #list = new CallList(this);
  /** Callback objects for `api.subscribe`, by event name. */
  readonly #callbacks = new Map<string, InteractionApiEvents>();

  /** The subscribed callbacks as keys, with the API object of each callback as the value. */
  readonly #subscribed = new Map<InteractionApiEvents, InteractionApi>();

  readonly #otherMethods: OtherMethods;

  constructor(private readonly context: CallsContext) {
    this.#otherMethods = new OtherMethods({
      open: (name) => {
        const {service} = context;
        if (!service) throw new Error('The console is not in the page.');
        return service.sdkApi(name);
      },
      logCallback: (name, params) => context.logCallback(name, params),
    });
  }

  get calls(): readonly ConsoleCall[] {
    return this.#list.calls;
  }

  get interaction(): Interaction | undefined {
    return this.context.service?.current;
  }

  run({api: apiName, method, params, timeout}: CallRequest): void {
    const api = this.context.service?.api;
    if (!api) return;
    this.context.observeApi();
    void this.#list.run({api: apiName, method, params}, (signal) => {
      const options = {signal, ...(timeout !== undefined && {timeout})};
      if (apiName !== 'interactionApi') return this.#otherMethods.run(apiName, method, params, options);
      return runMethod(api, this.#subscriptions(api), method, params, options);
    });
  }

  /** Ends all subscriptions. Called when the console was removed, or has got another service. */
  unsubscribeAll(): void {
    for (const [callback, api] of this.#subscribed) api.unsubscribe(callback);
    this.#subscribed.clear();
    this.#otherMethods.unsubscribeAll();
  }

  cancel(number: number): void {
    this.#list.cancel(number);
  }

  async suggestions(method: SuggestionMethod, interactionId: string): Promise<readonly Suggestion[]> {
    const {service} = this.context;
    return service?.connected ? loadSuggestions(service, method, interactionId) : [];
  }

  copyText(text: string): void {
    this.context.copyText(text);
  }

  callsChanged(): void {
    const [newest] = this.calls;
    if (newest && newest.state !== 'running') {
      const name = fullName(newest.api, newest.method);
      this.context.announce(`${name} ${newest.state === 'done' ? 'answered' : 'failed'}`);
    }
    this.panel.requestUpdate();
  }

  callFailed(error: InteractionApiError): void {
    this.context.reportFailedCall(error);
  }

  #subscriptions(api: InteractionApi): Subscriptions {
    const {context} = this;
    return {
      subscribe: (names) => {
        for (const name of names) {
          const callback = this.#callback(name);
          // Remove an earlier subscription, because two subscriptions would log each event twice.
          api.unsubscribe(callback);
          api.subscribe(callback);
          this.#subscribed.set(callback, api);
        }
      },
      unsubscribe: (names) => {
        for (const name of names) {
          api.unsubscribe(this.#callback(name));
          this.#subscribed.delete(this.#callback(name));
        }
      },
      subscribeWsEvent: (ids) => {
        context.wsEventIds = [...context.wsEventIds, ...ids];
      },
      unsubscribeWsEvent: (ids) => {
        context.wsEventIds = context.wsEventIds.filter((id) => !ids.includes(id));
      },
    };
  }

  #callback(name: string): InteractionApiEvents {
    const known = this.#callbacks.get(name);
    if (known) return known;
    const callback = {[name]: (params: unknown) => this.context.logCallback(name, params)};
    this.#callbacks.set(name, callback);
    return callback;
  }
}
