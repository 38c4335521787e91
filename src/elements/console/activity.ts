import type {Connection} from '../../interaction-api/transport.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {InterceptedCall} from '../../interaction-api/methods.js';
import type {WsEventCallback} from '../../interaction-api/types.js';
import type {InteractionService, OpenedApi} from '../../service/interaction-service.js';
import {type ApiActivityListener, observeOtherApi} from './observe-other-api.js';
import {type CallOutcome, observeCalls} from './observe-calls.js';

/** Functions that an `Activity` calls, for the events and the API calls between the page and Five9. */
export interface ActivityListener extends ApiActivityListener {
  /** Called when the service has changed, for example its connection or its interactions. */
  serviceChanged(): void;
  connectionChanged(connection: Connection): void;
  sdkEvent(name: string, params: unknown): void;
  wsEvent(id: string, payload: unknown, context: unknown): void;
  /** Called when an element of the page has dispatched an event about an action or an error. */
  elementEvent(event: CustomEvent<unknown>): void;
  /** Called when an API call starts. Returns a function that receives the outcome when the API call settles. */
  callStarted(call: InterceptedCall): (outcome: CallOutcome) => void;
}

/** Events of elements about their actions and errors. */
const ELEMENT_EVENTS = [
  'five9-before-dial',
  'five9-dial',
  'five9-before-dtmf',
  'five9-dtmf',
  'five9-before-object-select',
  'five9-object-select',
  'five9-before-object-open',
  'five9-object-open',
  'five9-before-disposition',
  'five9-disposition-set',
  'five9-before-variables',
  'five9-variables-set',
  'five9-mute-change',
  'five9-error',
];

/**
 * Reports the API calls, questions and events of one service, and the events of the page's elements, until `close` is
 * called.
 */
export class Activity {
  readonly #service: InteractionService;
  readonly #listener: ActivityListener;
  readonly #stopListening: () => void;
  #connection: Connection | undefined;
  #wsEventIds: readonly string[];
  #api: InteractionApi | undefined;
  #stopObservingCalls: (() => void) | undefined;
  #unsubscribeWsEvents: (() => void) | undefined;
  /** Functions that end the observation of the other APIs. */
  readonly #stopObservingApis: (() => void)[] = [];

  constructor(service: InteractionService, listener: ActivityListener, wsEventIds: readonly string[]) {
    this.#service = service;
    this.#listener = listener;
    this.#wsEventIds = wsEventIds;
    this.#stopListening = service.listen({
      serviceChanged: () => this.#onServiceChanged(),
      sdkEvent: (_context, mirror) => {
        const {sdkName, detail} = mirror();
        listener.sdkEvent(sdkName, detail);
      },
      apiOpened: (opened) => this.#observe(opened),
    });
    // Observe only the APIs that are open, because the adapter asks a page that opens an API.
    for (const opened of service.openedApis) this.#observe(opened);
    for (const type of ELEMENT_EVENTS) document.addEventListener(type, this.#onElementEvent, true);
    this.#onServiceChanged();
  }

  close(): void {
    this.#stopListening();
    for (const type of ELEMENT_EVENTS) document.removeEventListener(type, this.#onElementEvent, true);
    this.#leaveApi();
    for (const stop of this.#stopObservingApis.splice(0)) stop();
  }

  /** Starts to observe the API calls and the WebSocket events of the service, if they are not observed yet. */
  observeApi(): void {
    const {api} = this.#service;
    if (api === this.#api) return;
    this.#leaveApi();
    this.#api = api;
    this.#stopObservingCalls = observeCalls(api, (call) => this.#listener.callStarted(call));
    this.#subscribeWsEvents();
  }

  /** Sets the ids of the WebSocket events that are observed. */
  setWsEventIds(ids: readonly string[]): void {
    this.#wsEventIds = ids;
    this.#unsubscribeWsEvents?.();
    this.#unsubscribeWsEvents = undefined;
    this.#subscribeWsEvents();
  }

  #observe(opened: OpenedApi): void {
    this.#stopObservingApis.push(observeOtherApi(opened, this.#listener));
  }

  #onServiceChanged(): void {
    const {connection, connected} = this.#service;
    if (connection !== this.#connection) {
      // Do not report the first connection, which the constructor reads, because it is not a change.
      const isChange = this.#connection !== undefined;
      this.#connection = connection;
      if (isChange) this.#listener.connectionChanged(connection);
    }
    // Do not read `service.api` before the service is connected, because `service.api` starts a search for an adapter.
    // This search may be useless, because a `five9-provider scoped` that is defined later can give the console another
    // service.
    if (connected) this.observeApi();
    this.#listener.serviceChanged();
  }

  readonly #onElementEvent = (event: Event): void => {
    this.#listener.elementEvent(event as CustomEvent<unknown>);
  };

  #subscribeWsEvents(): void {
    const api = this.#api;
    if (!api || !this.#wsEventIds.length) return;
    const callbacks = Object.fromEntries(
      this.#wsEventIds.map((id): [string, WsEventCallback] => [
        id,
        (payload, context) => this.#listener.wsEvent(id, payload, context),
      ]),
    );
    api.subscribeWsEvent(callbacks);
    this.#unsubscribeWsEvents = () => api.unsubscribeWsEvent(callbacks);
  }

  #leaveApi(): void {
    this.#unsubscribeWsEvents?.();
    this.#unsubscribeWsEvents = undefined;
    this.#stopObservingCalls?.();
    this.#stopObservingCalls = undefined;
    this.#api = undefined;
  }
}
