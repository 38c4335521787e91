import {Callbacks, subscribeObject} from '../../interaction-api/callbacks.js';
import type {CallOptions} from '../../interaction-api/methods.js';
import {namesByKey, type NamesByKey} from '../base/names-by-key.js';
import {SdkApi} from '../base/sdk-api.js';
import {reportUnknownName} from '../base/unknown-names.js';
import {
  APPLICATION_EVENT_NAMES,
  type ApplicationApiEvents,
  type ApplicationConfig,
  type ApplicationEventMap,
  type ApplicationEventName,
} from './application-api.types.js';

interface Requests {
  getConfig: unknown;
  showErrorMessage: unknown;
  hideErrorMessage: unknown;
}

/**
 * The Application API (`Five9.CrmSdk.applicationApi()`): events of the adapter's session, and messages of the page in the
 * adapter. Source: Five9's public documentation (docs/FIVE9.md).
 */
export class ApplicationApi extends SdkApi {
  /** The names of the requests, for example `Methods.GetConfig === 'getConfig'`. */
  readonly Methods = namesByKey(['getConfig', 'showErrorMessage', 'hideErrorMessage']) as NamesByKey<Requests>;
  /** The names of the events, for example `Events.LoginStateChanged === 'loginStateChanged'`. */
  readonly Events = namesByKey(APPLICATION_EVENT_NAMES) as NamesByKey<ApplicationEventMap>;
  readonly #events = new Callbacks(subscribeObject);

  /**
   * Returns settings of the agent. The adapter answers only in the log-in state `WORKING` (D). Otherwise the promise
   * rejects with an `InteractionApiError`.
   */
  getConfig(options?: CallOptions): Promise<ApplicationConfig> {
    return this.request('getConfig', undefined, options) as Promise<ApplicationConfig>;
  }

  /** Shows an error message in the adapter. */
  showErrorMessage(params: {msgText: string}, options?: CallOptions): Promise<unknown> {
    return this.request('showErrorMessage', params, options);
  }

  /** Hides the error message that has this text. */
  hideErrorMessage(params: {msgText: string}, options?: CallOptions): Promise<unknown> {
    return this.request('hideErrorMessage', params, options);
  }

  /**
   * Subscribes the functions of an object. When an event comes, the function of `events` with the name of the event is
   * called, with `events` as `this`.
   */
  subscribe(events: ApplicationApiEvents): void;
  /** Calls `callback` each time the event `name` comes. */
  subscribe<Name extends ApplicationEventName>(name: Name, callback: (params: ApplicationEventMap[Name]) => void): void;
  subscribe(events: ApplicationApiEvents | string, callback?: (params: never) => void): void {
    this.#events.add(events, callback);
    const names = typeof events === 'string' ? [events] : Object.keys(events);
    for (const name of names) reportUnknownName('applicationApi', name, APPLICATION_EVENT_NAMES);
  }

  /**
   * Ends the subscription that `subscribe` made with the same arguments. In the Five9 SDK, `unsubscribe` has no effect.
   */
  unsubscribe(events: ApplicationApiEvents): void;
  unsubscribe<Name extends ApplicationEventName>(
    name: Name,
    callback: (params: ApplicationEventMap[Name]) => void,
  ): void;
  unsubscribe(events: ApplicationApiEvents | string, callback?: (params: never) => void): void {
    this.#events.remove(events, callback);
  }

  protected override receiveEvent(name: string, data: unknown): void {
    this.#events.emit(name, data);
  }
}
