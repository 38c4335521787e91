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

/** Milliseconds that a call may take by default. The Five9 SDK has the same limit. */
export const DEFAULT_REQUEST_TIMEOUT = 60_000;

/** Settings of an `InteractionApi`. */
export interface InteractionApiOptions {
  /** Milliseconds that a call may take; 0 and `Infinity` wait for ever. @default 60000 */
  requestTimeout?: number;
  /** Called when the connection changes. */
  connectionChanged?: TransportListener['connectionChanged'];
  /** Called for every interaction event, of any name, before its subscribers. */
  interactionEvent?: TransportListener['interactionEvent'];
}

/**
 * The Five9 Interaction API: follows interactions, reads and sets their data.
 *
 * The data of an interaction is available until the interaction is finished. From `…Finished` on (inside the callback too) its methods reject with
 * `InteractionNotFound`. Every method that returns a promise rejects with an `InteractionApiError`, and with nothing else.
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

  /** @param transport The connection to the adapter. It is opened at once. */
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

  /** Milliseconds that a call may take if its options name no limit; 0 and `Infinity` wait for ever. An invalid value sets the default. @default 60000 */
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

  /** Ends the connection for good. Pending calls reject with `ConnectionLost`. */
  close(): void {
    this.#transport.close();
    this.#timeLimits.clear();
  }

  /**
   * Asks the adapter to dial a number. The call starts by itself if a campaign is named or the administrator has set a default campaign; otherwise the agent
   * chooses a campaign in the adapter.
   *
   * @throws `NotConnected`: a dial that cannot be sent now is never sent later.
   */
  click2dial(params: {click2DialData: t.Click2DialData}): void {
    this.#notify('click2dial', params);
  }

  /** Reports the CRM record that the agent looks at. The adapter offers it for the call's log. If there is no adapter yet, the report waits for it. */
  objectVisited(params: {crmObject: t.CrmObject}): void {
    this.#notify('objectVisited', params);
  }

  /** Sends a request to the Five9 REST API from this page, with the agent's session. Resolves for every HTTP status; rejects if the request cannot be sent. */
  executeRestApi(params: t.RestParams, options?: CallOptions): Promise<t.RestResult> {
    return this.call('executeRestApi', params, options);
  }

  /** Sends a request to the Five9 REST API through the adapter. */
  executeRestApiV2(params: t.RestParams, options?: CallOptions): Promise<t.RestResult> {
    return this.call('executeRestApiV2', params, options);
  }

  /** Returns the call attached variables (CAVs) of a call. Public code also leaves `params` out; Five9 does not document the effect. */
  getCav(params?: t.CallRef, options?: CallOptions): Promise<t.Cav[]> {
    return this.call('getCav', params, options);
  }

  /** Sets call attached variables (CAVs). Variables that are not on the campaign profile's layout stay unchanged, without an error. */
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

  /** Returns the selected 'Name' record; nothing for 'None'. */
  getSelectedNameObject(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject | null | undefined> {
    return this.call('getSelectedNameObject', params, options);
  }

  /** Returns the selected 'Related To' record; nothing for 'None'. */
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

  /** Unmutes the softphone. The documentation has `unMute`, the Five9 SDK has this name. */
  unmute(options?: CallOptions): Promise<void> {
    return this.call('unmute', undefined, options);
  }

  /** Sends DTMF digits through the softphone. Other station types refuse. */
  sendDtmf(params: {char: string}, options?: CallOptions): Promise<void> {
    return this.call('sendDtmf', params, options);
  }

  /** Calls the functions of `events` when those events come, with `events` as `this`. */
  subscribe(events: InteractionApiEvents): void;
  /** Calls `callback` when the event comes. */
  subscribe<Name extends InteractionEventName>(name: Name, callback: (params: InteractionEventMap[Name]) => void): void;
  subscribe(events: InteractionApiEvents | string, callback?: (params: never) => void): void {
    this.#events.add(events, callback);
  }

  /** Ends the subscription that `subscribe` made with the same arguments. (In the Five9 SDK this does not work.) */
  unsubscribe(events: InteractionApiEvents): void;
  unsubscribe<Name extends InteractionEventName>(
    name: Name,
    callback: (params: InteractionEventMap[Name]) => void,
  ): void;
  unsubscribe(events: InteractionApiEvents | string, callback?: (params: never) => void): void {
    this.#events.remove(events, callback);
  }

  /** Calls the functions of `events` with `(payload, context)` of the WebSocket events whose ids are its keys. */
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
  /** Calls a method whose name is known only at run time. The promise of `click2dial` and `objectVisited` resolves when they are sent. */
  call(method: string, params?: unknown, options?: CallOptions): Promise<unknown>;
  call(method: string, params?: unknown, options: CallOptions = {}): Promise<unknown> {
    if (isNotifying(method)) return this.#notifyByName(method, params);
    return this.#intercepted(method, params, () => this.#request(method, params, options)) as Promise<unknown>;
  }

  /**
   * Passes every later call of a method through `interceptor`: for consoles, recorders and tests. The newest interceptor is the first to see a call.
   *
   * @returns a function that ends it
   */
  intercept(interceptor: CallInterceptor): () => void {
    const entry: CallInterceptor = (call, proceed) => interceptor(call, proceed);
    this.#interceptors = [...this.#interceptors, entry];
    return () => {
      this.#interceptors = this.#interceptors.filter((one) => one !== entry);
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

  /** Gives a call its time limit, and settles it once. */
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
        giveUp(new InteractionApiError('Aborted', `The caller gave up ${method}.`, method, signal?.reason));
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

/** The methods that answer. Each of them rejects with an `InteractionApiError`, and with nothing else. */
export type AnsweringMethods = Pick<InteractionApi, AnsweringMethod>;

/** `params` of a method; `undefined` for a method that takes none. */
export type ParamsOf<Method extends AnsweringMethod> = Method extends (typeof METHODS_WITH_PARAMS)[number]
  ? Parameters<InteractionApi[Method]>[0]
  : undefined;

/** The value that a method's promise resolves with. */
export type ResultOf<Method extends AnsweringMethod> = Awaited<ReturnType<InteractionApi[Method]>>;
