import {callSafely} from './call-safely.js';
import {Callbacks, subscribeFunctions, subscribeObject} from './callbacks.js';
import {toInteractionApiError} from './errors.js';
import type {InteractionApiEvents, InteractionEventMap, InteractionEventName} from './events.js';
import {
  type AnsweringMethod,
  type CallInterceptor,
  type CallOptions,
  type METHODS_WITH_PARAMS,
  NOTIFYING_METHODS,
} from './methods.js';
import {OpenCalls} from './open-calls.js';
import {normalParams} from './params.js';
import type {Connection, Transport, TransportListener} from './transport.js';
import type * as t from './types.js';

/** Settings of an `InteractionApi`. */
export interface InteractionApiOptions {
  /** Time limit of an API call, in milliseconds; 0 and `Infinity` mean no limit. @default 60000 */
  requestTimeout?: number | undefined;
  /** Called when the connection changes. */
  connectionChanged?: TransportListener['connectionChanged'];
  /**
   * Called for every interaction event, even if Five9 does not document the event. Called before the subscribers of the
   * event.
   */
  interactionEvent?: TransportListener['interactionEvent'];
  /** Called when `close()` has ended the connection. */
  closed?: () => void;
}

/**
 * The Five9 Interaction API. It reports the events of interactions (calls, chats and e-mails), and reads and sets the
 * data of interactions.
 *
 * The data of an interaction is available until the interaction is finished. From its `…Finished` event on (also in the
 * callbacks of this event), methods for this interaction reject with `InteractionNotFound`. Every method that returns a
 * promise rejects only with an `InteractionApiError`.
 *
 * Ids, numbers and names in `params` may also be numbers; they are sent as texts. A method whose `params` contain a
 * value that is neither a text nor a number fails with `Generic`, and sends nothing.
 *
 * Source of methods, parameters and events: the public Interaction API documentation of Five9.
 */
export class InteractionApi {
  readonly #events = new Callbacks(subscribeObject);
  readonly #wsEvents = new Callbacks(subscribeFunctions, (ids) => this.#transport.watchWsEvents(ids));
  readonly #openCalls = new OpenCalls();
  readonly #transport: Transport;
  readonly #closed: () => void;
  #interceptors: CallInterceptor[] = [];

  /** @param transport The connection to the adapter. The constructor opens the transport. */
  constructor(transport: Transport, options: InteractionApiOptions = {}) {
    const {connectionChanged = ignore, interactionEvent = ignore, closed = ignore} = options;
    if (options.requestTimeout !== undefined) this.requestTimeout = options.requestTimeout;
    this.#transport = transport;
    this.#closed = closed;
    transport.open({
      connectionChanged: (connection) => callSafely(() => connectionChanged(connection)),
      interactionEvent: (name, params) => {
        callSafely(() => interactionEvent(name, params));
        this.#events.emit(name, params);
      },
      wsEvent: (id, payload, context) => this.#wsEvents.emit(id, payload, context),
    });
  }

  /**
   * Time limit, in milliseconds, of each API call without the option `timeout`; 0 and `Infinity` mean no limit. An
   * invalid value sets the default.
   * @default 60000
   */
  get requestTimeout(): number {
    return this.#openCalls.requestTimeout;
  }

  set requestTimeout(milliseconds: number) {
    this.#openCalls.requestTimeout = milliseconds;
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#transport.connection;
  }

  /** Ends the connection permanently. Pending API calls reject with `ConnectionLost`. */
  close(): void {
    const wasOpen = this.connection.reason !== 'closed';
    this.#transport.close();
    this.#openCalls.close();
    if (wasOpen) callSafely(this.#closed);
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
   * Reports the CRM record that the agent looks at. The agent can then select the record in the adapter, for the log of
   * the call. If no adapter is connected, the report waits until an adapter connects.
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
   * Returns the call attached variables (CAVs) of a call. Some public code calls this method without `params`, but
   * Five9 does not document the result of such a call.
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

  /** Returns fields of the contact record in the Five9 VCC (Virtual Contact Center). */
  getCrm(params: t.CallRef & t.UnknownFields, options?: CallOptions): Promise<t.ContactField[]> {
    return this.call('getCrm', params, options);
  }

  /** Returns the dispositions that may be set on an interaction. */
  getDispositions(params: t.InteractionRef, options?: CallOptions): Promise<t.Disposition[]> {
    return this.call('getDispositions', params, options);
  }

  /** Sets the disposition of an interaction. This finishes the interaction. */
  setDisposition(params: t.SetDispositionParams, options?: CallOptions): Promise<void> {
    return this.call('setDisposition', params, options);
  }

  /** Returns the ids of the agent and of the tenant. */
  getMetadata(options?: CallOptions): Promise<t.Metadata> {
    return this.call('getMetadata', undefined, options);
  }

  /** Returns the records in the list 'Name'. These records are persons that were reported with `objectVisited`. */
  getNameObjects(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]> {
    return this.call('getNameObjects', params, options);
  }

  /**
   * Returns the records in the list 'Related To'. These records are things, such as cases, that were reported with
   * `objectVisited`.
   */
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

  /**
   * Returns whether the adapter of this page has the WebSocket connection to Five9. If a browser shows several pages
   * with an adapter, only one of these adapters has the connection.
   */
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
   * Unmutes the softphone, as `unMute` does. Both names are necessary, because the documentation names the method
   * `unMute` and the Five9 SDK names it `unmute`.
   */
  unmute(options?: CallOptions): Promise<void> {
    return this.call('unmute', undefined, options);
  }

  /**
   * Sends DTMF digits through the softphone. If the agent's station is not a softphone, the adapter rejects the
   * request.
   */
  sendDtmf(params: {char: string}, options?: CallOptions): Promise<void> {
    return this.call('sendDtmf', params, options);
  }

  /**
   * Subscribes the functions of an object. When an event comes, the function of `events` with the name of the event is
   * called, with `events` as `this`.
   */
  subscribe(events: InteractionApiEvents): void;
  /** Calls `callback` each time the event `name` comes. */
  subscribe<Name extends InteractionEventName>(name: Name, callback: (params: InteractionEventMap[Name]) => void): void;
  subscribe(events: InteractionApiEvents | string, callback?: (params: never) => void): void {
    this.#events.add(events, callback);
  }

  /**
   * Ends the subscription that `subscribe` made with the same arguments. In the Five9 SDK, `unsubscribe` has no effect.
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
   * Subscribes the functions of an object, whose keys are ids of WebSocket events. Each function is called with
   * `(payload, context)` of the event.
   */
  subscribeWsEvent(events: Record<string, t.WsEventCallback>): void;
  /** Calls `callback` with `(payload, context)` of each WebSocket event that has this id. */
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
   * Calls a method whose name is known only at run time. For `click2dial` and `objectVisited`, the promise resolves at
   * once, without an answer from the adapter.
   */
  call(method: string, params?: unknown, options?: CallOptions): Promise<unknown>;
  call(method: string, params?: unknown, options: CallOptions = {}): Promise<unknown> {
    if (isNotifying(method)) return this.#notifyByName(method, params);
    try {
      const sent = normalParams(method, params);
      return Promise.resolve(this.#intercepted(method, sent, () => this.#request(method, sent, options)));
    } catch (cause) {
      // Reject with the error if the parameters are wrong, or if an interceptor has thrown it.
      return Promise.reject(toInteractionApiError(cause, method));
    }
  }

  /**
   * Passes every later API call to `interceptor`, for consoles, recorders and tests. If there are several interceptors,
   * the newest one receives the API call first.
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
    try {
      const sent = normalParams(method, params);
      this.#intercepted(method, sent, () => this.#transport.notify(method, sent));
    } catch (cause) {
      throw toInteractionApiError(cause, method);
    }
  }

  #intercepted(method: string, params: unknown, carryOut: () => unknown): unknown {
    const proceed = this.#interceptors.reduce<() => unknown>(
      (next, interceptor) => () => interceptor({method, params}, next),
      carryOut,
    );
    return proceed();
  }

  #request(method: string, params: unknown, options: CallOptions): Promise<unknown> {
    return this.#openCalls.run(method, options, (handle) => this.#transport.call(method, params, handle));
  }
}

const ignore = (): void => undefined;

const isNotifying = (method: string): boolean => (NOTIFYING_METHODS as readonly string[]).includes(method);

/** The methods that the adapter answers. Each method rejects only with an `InteractionApiError`. */
export type AnsweringMethods = Pick<InteractionApi, AnsweringMethod>;

/** Type of the `params` of a method; `undefined` for a method without parameters. */
export type ParamsOf<Method extends AnsweringMethod> = Method extends (typeof METHODS_WITH_PARAMS)[number]
  ? Parameters<InteractionApi[Method]>[0]
  : undefined;

/** Type of the value with which the promise of a method resolves. */
export type ResultOf<Method extends AnsweringMethod> = Awaited<ReturnType<InteractionApi[Method]>>;
