import {byFunction, byObject, callbacks} from './callbacks.js';
import {deadlines} from './deadlines.js';
import {InteractionApiError, type InteractionApiErrorCode, toInteractionApiError} from './errors.js';
import type {InteractionApiEvents, InteractionEventMap, InteractionEventName} from './events.js';
import {type AnsweringMethods, type CallOptions, TAKES_PARAMS} from './methods.js';
import type {Connection, Ongoing, Transport, TransportListener} from './transport.js';
import type * as t from './types.js';

/** Settings of an `InteractionApi`. */
export interface InteractionApiOptions {
  /** Milliseconds that a call may take. @default 60000, as in the Five9 SDK */
  requestTimeout?: number;
  /** Is told each change of the connection. */
  connectionChanged?: TransportListener['connectionChanged'];
}

// The methods that answer are alike: their types stand in one table, and so do their names.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type -- the static block below makes every one of them
export interface InteractionApi extends AnsweringMethods {}

/**
 * The Five9 Interaction API: tracks interactions, reads and sets their data.
 *
 * An interaction's data lives until it is finished. From `…Finished` on (inside the callback too) its methods reject with `InteractionNotFound`.
 * Every method that returns a promise rejects with an `InteractionApiError`, and with nothing else.
 *
 * Methods, parameters and events: public Interaction API documentation of Five9.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class InteractionApi {
  static {
    const methods = this.prototype as unknown as Record<string, unknown>;
    for (const [method, takesParams] of Object.entries(TAKES_PARAMS)) {
      methods[method] = function (this: InteractionApi, params: unknown, options?: CallOptions): Promise<unknown> {
        return this.#call(method, takesParams ? params : undefined, takesParams ? options : (params as CallOptions));
      };
    }
  }

  /** Milliseconds that a call may take where it does not say so itself. */
  requestTimeout: number;

  readonly #events = callbacks(byObject);
  readonly #wsEvents = callbacks(byFunction, (ids) => this.#transport.watchWsEvents(ids));
  readonly #due = deadlines();
  readonly #transport: Transport;

  /** @param transport The way to the adapter. It is opened at once. */
  constructor(
    transport: Transport,
    {requestTimeout = 60_000, connectionChanged = () => undefined}: InteractionApiOptions = {},
  ) {
    this.requestTimeout = requestTimeout;
    this.#transport = transport;
    transport.open({connectionChanged, interactionEvent: this.#events.emit, wsEvent: this.#wsEvents.emit});
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#transport.connection;
  }

  /** Ends the connection for good. */
  close(): void {
    this.#transport.close();
    // Takes the timer away that the last call may have left.
    this.#due(Infinity);
  }

  /**
   * Tells the adapter that the user wants to dial a number. The call starts by itself where a campaign is named or the administrator set a default one;
   * otherwise the agent chooses one in the adapter.
   *
   * @throws `NotConnected`: a dial that cannot be sent now is not sent later.
   */
  click2dial(params: {click2DialData: t.Click2DialData}): void {
    this.#transport.notify('click2dial', params);
  }

  /** Tells the adapter which CRM record the agent looks at; it is offered for the call's log. Waits for the adapter if there is none yet. */
  objectVisited(params: {crmObject: t.CrmObject}): void {
    this.#transport.notify('objectVisited', params);
  }

  /** Calls the functions of `events` when those events come, with `events` as `this`. */
  subscribe(events: InteractionApiEvents): void;
  /** Calls `callback` when the event comes. */
  subscribe<Name extends InteractionEventName>(name: Name, callback: (params: InteractionEventMap[Name]) => void): void;
  subscribe(events: InteractionApiEvents | string, callback?: (params: never) => void): void {
    this.#events.add(events, callback);
  }

  /** Ends what `subscribe` began with the same arguments. (In the Five9 SDK this does not work.) */
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

  /** Ends what `subscribeWsEvent` began, by the same function references. */
  unsubscribeWsEvent(events: Record<string, t.WsEventCallback>): void;
  unsubscribeWsEvent(id: string | number, callback: t.WsEventCallback): void;
  unsubscribeWsEvent(events: Record<string, t.WsEventCallback> | string | number, callback?: t.WsEventCallback): void {
    this.#wsEvents.remove(events, callback);
  }

  /** The one place where a call gets its time limit and settles. */
  #call<Result>(
    method: string,
    params?: unknown,
    {timeout = this.requestTimeout, signal}: CallOptions = {},
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const end = <Value>(settle: (value: Value) => void, value: Value): void => {
        due.delete(onTimeout);
        signal?.removeEventListener('abort', onAbort);
        settle(value);
      };
      const giveUp = (code: InteractionApiErrorCode, why: string = code): void => {
        end(reject, new InteractionApiError(code, why, method, signal?.reason));
        ongoing.cancel?.();
      };
      const ongoing: Ongoing = {};
      const onAbort = (): void => giveUp('Aborted');
      const onTimeout = (): void => giveUp('Timeout', `No answer within ${timeout} ms.`);
      const due = this.#due(timeout || Infinity).add(onTimeout);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
      else {
        this.#transport.call(method, params, ongoing).then(
          (result) => end(resolve, result as Result),
          (cause: unknown) => end(reject, toInteractionApiError(cause, method)),
        );
      }
    });
  }
}
