import {Callbacks, subscribeFunctions, subscribeObject} from './callbacks.js';
import {InteractionApiError, toInteractionApiError} from './errors.js';
import type {InteractionApiEvents, InteractionEventMap, InteractionEventName} from './events.js';
import {
  type AnsweringMethod,
  type CallInterceptor,
  type CallOptions,
  type METHODS_WITH_PARAMS,
  NOTIFYING_METHODS,
} from './methods.js';
import {normalTimeLimit, TimeLimits} from './time-limits.js';
import type {CallHandle, Connection, Transport, TransportListener} from './transport.js';
import type * as t from './types.js';

/** Time limit of a call by default, in milliseconds. The Five9 SDK has the same limit. */
export const DEFAULT_REQUEST_TIMEOUT = 60_000;

/** Settings of an `InteractionApi`. */
export interface InteractionApiOptions {
  /** Time limit of a call, in milliseconds; 0 and `Infinity` mean no limit. @default 60000 */
  requestTimeout?: number;
  /** Called when the connection changes. */
  connectionChanged?: TransportListener['connectionChanged'];
  /** Called for every interaction event, also for an undocumented one, before its subscribers. */
  interactionEvent?: TransportListener['interactionEvent'];
}

/**
 * The Five9 Interaction API: reports the events of interactions, and reads and sets their data.
 *
 * The data of an interaction is available until the interaction is finished. From its `…Finished` event on (also inside
 * the callback), methods for this interaction reject with `InteractionNotFound`. Every method that returns a promise
 * rejects only with an `InteractionApiError`.
 *
 * Source of methods, parameters and events: the public Interaction API documentation of Five9.
 */
export class InteractionApi {
  readonly #events = new Callbacks(subscribeObject);
  readonly #wsEvents = new Callbacks(subscribeFunctions, (ids) => this.#transport.watchWsEvents(ids));
  readonly #timeLimits = new TimeLimits();
  readonly #transport: Transport;
  #interceptors: CallInterceptor[] = [];
  #requestTimeout = DEFAULT_REQUEST_TIMEOUT;

  /** @param transport The connection to the adapter. The constructor opens it. */
  constructor(transport: Transport, options: InteractionApiOptions = {}) {
    const {requestTimeout = DEFAULT_REQUEST_TIMEOUT, connectionChanged = ignore, interactionEvent = ignore} = options;
    this.requestTimeout = requestTimeout;
    this.#transport = transport;
    transport.open({
      connectionChanged,
      interactionEvent: (name, params) => {
        interactionEvent(name, params);
        this.#events.emit(name, params);
      },
      wsEvent: (id, payload, context) => this.#wsEvents.emit(id, payload, context),
    });
  }

  /**
   * Time limit, in milliseconds, of a call whose options have none; 0 and `Infinity` mean no limit. An invalid value
   * sets the default.
   * @default 60000
   */
  get requestTimeout(): number {
    return this.#requestTimeout;
  }

  set requestTimeout(milliseconds: number) {
    this.#requestTimeout = normalTimeLimit(milliseconds, DEFAULT_REQUEST_TIMEOUT);
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#transport.connection;
  }

  /** Ends the connection permanently. Pending calls reject with `ConnectionLost`. */
  close(): void {
    this.#transport.close();
    this.#timeLimits.clear();
  }

  /**
   * Requests the adapter to dial a number. The call starts at once if `params` names a campaign or the administrator
   * has set a default campaign. Otherwise the agent chooses a campaign in the adapter.
   *
   * @throws `NotConnected` if no adapter is connected. The dial is not sent later.
   */
  click2dial(params: {click2DialData: t.Click2DialData}): void {
    this.#notify('click2dial', params);
  }

  /**
   * Reports the CRM record that the agent looks at. The adapter offers the record for the call's log. Without an
   * adapter, the report waits until one connects.
   */
  objectVisited(params: {crmObject: t.CrmObject}): void {
    this.#notify('objectVisited', params);
  }

  /**
   * Sends a request to the Five9 REST API from this page, with the agent's session. Resolves for every HTTP status;
   * rejects if the request cannot be sent.
   */
  executeRestApi(params: t.RestParams, options?: CallOptions): Promise<t.RestResult> {
    return this.call('executeRestApi', params, options);
  }

  /** Sends a request to the Five9 REST API through the adapter. */
  executeRestApiV2(params: t.RestParams, options?: CallOptions): Promise<t.RestResult> {
    return this.call('executeRestApiV2', params, options);
  }

  /**
   * Returns the call attached variables (CAVs) of a call. Some public code calls it without `params`; Five9 does not
   * document the effect.
   */
  getCav(params?: t.CallRef, options?: CallOptions): Promise<t.Cav[]> {
    return this.call('getCav', params, options);
  }

  /**
   * Sets call attached variables (CAVs). Variables that are missing in the layout of the campaign profile stay
   * unchanged, without an error.
   */
  setCav(params: t.CallRef & {cavList: {id: string; value: string}[]}, options?: CallOptions): Promise<void> {
    return this.call('setCav', params, options);
  }

  /** Returns fields of the contact record in the Five9 VCC. */
  getCrm(params: t.CallRef & t.UnknownFields, options?: CallOptions): Promise<t.ContactField[]> {
    return this.call('getCrm', params, options);
  }

  /** Returns the dispositions that may be set on an interaction. */
  getDispositions(params: t.InteractionRef, options?: CallOptions): Promise<t.Disposition[]> {
    return this.call('getDispositions', params, options);
  }

  /** Sets the disposition, which finishes the interaction. */
  setDisposition(params: t.SetDispositionParams, options?: CallOptions): Promise<void> {
    return this.call('setDisposition', params, options);
  }

  /** Returns the ids of the agent and of the tenant. */
  getMetadata(options?: CallOptions): Promise<t.Metadata> {
    return this.call('getMetadata', undefined, options);
  }

  /** Returns the visited records of the 'Name' list. */
  getNameObjects(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]> {
    return this.call('getNameObjects', params, options);
  }

  /** Returns the visited records of the 'Related To' list. */
  getRelatedToObjects(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]> {
    return this.call('getRelatedToObjects', params, options);
  }

  /** Returns the records that the CRM search found for the interaction. */
  getSearchResults(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]> {
    return this.call('getSearchResults', params, options);
  }

  /** Returns the selected 'Name' record; `null` or `undefined` for 'None'. */
  getSelectedNameObject(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject | null | undefined> {
    return this.call('getSelectedNameObject', params, options);
  }

  /** Returns the selected 'Related To' record; `null` or `undefined` for 'None'. */
  getSelectedRelatedToObject(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject | null | undefined> {
    return this.call('getSelectedRelatedToObject', params, options);
  }

  /** Selects the 'Name' record. */
  selectNameObject(params: t.SelectObjectParams, options?: CallOptions): Promise<void> {
    return this.call('selectNameObject', params, options);
  }

  /** Selects the 'Related To' record. */
  selectRelatedToObject(params: t.SelectObjectParams, options?: CallOptions): Promise<void> {
    return this.call('selectRelatedToObject', params, options);
  }

  /** Shows the interaction's screen in the adapter. */
  openInteraction(params: t.InteractionRef, options?: CallOptions): Promise<void> {
    return this.call('openInteraction', params, options);
  }

  /** Returns whether this page's adapter holds the WebSocket connection. */
  isMasterPage(options?: CallOptions): Promise<boolean> {
    return this.call('isMasterPage', undefined, options);
  }

  /** Mutes the softphone. */
  mute(options?: CallOptions): Promise<void> {
    return this.call('mute', undefined, options);
  }

  /** Unmutes the softphone. */
  unMute(options?: CallOptions): Promise<void> {
    return this.call('unMute', undefined, options);
  }

  /**
   * Unmutes the softphone, as `unMute` does. The documentation names the method `unMute`, the Five9 SDK names it
   * `unmute`.
   */
  unmute(options?: CallOptions): Promise<void> {
    return this.call('unmute', undefined, options);
  }

  /** Sends DTMF digits through the softphone. With another type of station, the adapter refuses. */
  sendDtmf(params: {char: string}, options?: CallOptions): Promise<void> {
    return this.call('sendDtmf', params, options);
  }

  /** Calls the function of `events` that has the name of an event when that event comes, with `events` as `this`. */
  subscribe(events: InteractionApiEvents): void;
  /** Calls `callback` when the event comes. */
  subscribe<Name extends InteractionEventName>(name: Name, callback: (params: InteractionEventMap[Name]) => void): void;
  subscribe(events: InteractionApiEvents | string, callback?: (params: never) => void): void {
    this.#events.add(events, callback);
  }

  /**
   * Ends the subscription that `subscribe` made with the same arguments. (`unsubscribe` of the Five9 SDK has no
   * effect.)
   */
  unsubscribe(events: InteractionApiEvents): void;
  unsubscribe<Name extends InteractionEventName>(
    name: Name,
    callback: (params: InteractionEventMap[Name]) => void,
  ): void;
  unsubscribe(events: InteractionApiEvents | string, callback?: (params: never) => void): void {
    this.#events.remove(events, callback);
  }

  /**
   * Calls each function of `events` with `(payload, context)` of a WebSocket event. The key of the function is the id
   * of the event.
   */
  subscribeWsEvent(events: Record<string, t.WsEventCallback>): void;
  /** Calls `callback` with `(payload, context)` of a WebSocket event. */
  subscribeWsEvent(id: string | number, callback: t.WsEventCallback): void;
  subscribeWsEvent(events: Record<string, t.WsEventCallback> | string | number, callback?: t.WsEventCallback): void {
    this.#wsEvents.add(events, callback);
  }

  /** Ends the subscription that `subscribeWsEvent` made with the same functions. */
  unsubscribeWsEvent(events: Record<string, t.WsEventCallback>): void;
  unsubscribeWsEvent(id: string | number, callback: t.WsEventCallback): void;
  unsubscribeWsEvent(events: Record<string, t.WsEventCallback> | string | number, callback?: t.WsEventCallback): void {
    this.#wsEvents.remove(events, callback);
  }

  /** Calls a method by its name. */
  call<Method extends AnsweringMethod>(
    method: Method,
    params?: ParamsOf<Method>,
    options?: CallOptions,
  ): Promise<ResultOf<Method>>;
  /**
   * Calls a method whose name is known only at run time. For `click2dial` and `objectVisited`, the promise resolves
   * when the event is sent.
   */
  call(method: string, params?: unknown, options?: CallOptions): Promise<unknown>;
  call(method: string, params?: unknown, options: CallOptions = {}): Promise<unknown> {
    if (isNotifying(method)) return this.#notifyByName(method, params);
    return this.#intercepted(method, params, () => this.#request(method, params, options)) as Promise<unknown>;
  }

  /**
   * Passes every later call of a method through `interceptor`, for consoles, recorders and tests. The newest
   * interceptor receives a call first.
   *
   * @returns a function that removes the interceptor
   */
  intercept(interceptor: CallInterceptor): () => void {
    const entry: CallInterceptor = (call, proceed) => interceptor(call, proceed);
    this.#interceptors = [...this.#interceptors, entry];
    return () => {
      this.#interceptors = this.#interceptors.filter((other) => other !== entry);
    };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- an error becomes a rejection
  async #notifyByName(method: string, params: unknown): Promise<void> {
    this.#notify(method, params);
  }

  #notify(method: string, params: unknown): void {
    this.#intercepted(method, params, () => this.#transport.notify(method, params));
  }

  #intercepted(method: string, params: unknown, carryOut: () => unknown): unknown {
    const proceed = this.#interceptors.reduce<() => unknown>(
      (next, interceptor) => () => interceptor({method, params}, next),
      carryOut,
    );
    return proceed();
  }

  /** Sends a request with a time limit. The promise also rejects when `signal` is aborted. */
  #request(method: string, params: unknown, {timeout, signal}: CallOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const milliseconds = normalTimeLimit(timeout, this.#requestTimeout);
      const handle: CallHandle = {};
      const end = (): void => {
        this.#timeLimits.remove(limit);
        signal?.removeEventListener('abort', onAbort);
      };
      const giveUp = (error: InteractionApiError): void => {
        end();
        reject(error);
        handle.cancel?.();
      };
      const onAbort = (): void =>
        giveUp(new InteractionApiError('Aborted', `The caller aborted ${method}.`, method, signal?.reason));
      const limit = this.#timeLimits.add(milliseconds, () =>
        giveUp(new InteractionApiError('Timeout', `No answer within ${milliseconds} ms.`, method)),
      );
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) {
        onAbort();
        return;
      }
      this.#transport.call(method, params, handle).then(
        (result) => {
          end();
          resolve(result);
        },
        (cause: unknown) => {
          end();
          reject(toInteractionApiError(cause, method));
        },
      );
    });
  }
}

const ignore = (): void => undefined;

const isNotifying = (method: string): boolean => (NOTIFYING_METHODS as readonly string[]).includes(method);

/** The methods that the adapter answers. Each rejects only with an `InteractionApiError`. */
export type AnsweringMethods = Pick<InteractionApi, AnsweringMethod>;

/** `params` of a method; `undefined` for a method without parameters. */
export type ParamsOf<Method extends AnsweringMethod> = Method extends (typeof METHODS_WITH_PARAMS)[number]
  ? Parameters<InteractionApi[Method]>[0]
  : undefined;

/** The value that a method's promise resolves with. */
export type ResultOf<Method extends AnsweringMethod> = Awaited<ReturnType<InteractionApi[Method]>>;
