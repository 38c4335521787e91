import {callSafely} from '../../interaction-api/call-safely.js';
import type {CallHandle, Connection, Transport, TransportListener} from '../../interaction-api/transport.js';
import {WAITING_EVENTS} from '../limits.js';
import {connectionLost, notConnected, notSupported} from '../refusals.js';
import {type QueuedRequest, RequestQueue} from '../request-queue.js';
import {AdapterProbe, SDK_TIMEOUT} from './adapter-probe.js';
import {listenToSdk} from './sdk-events.js';
import {capabilitiesOf, type CrmSdkApi, invoke, isSdkOfThisWindow, sdkMethod} from './sdk-methods.js';
import {SdkWsEvents} from './sdk-ws-events.js';

interface SdkRequest extends QueuedRequest {
  readonly method: string;
}

/** Transport that uses an official SDK. It does not change the SDK. */
export class CrmSdkTransport implements Transport {
  readonly #queue = new RequestQueue<SdkRequest>();
  readonly #wsEvents: SdkWsEvents;
  readonly #probe: AdapterProbe;
  #connection: Connection = {status: 'connecting', reason: 'searching'};
  /** Listener of the open transport; `undefined` if the transport is not open. */
  #listener: TransportListener | undefined;
  #stopListening: (() => void) | undefined;
  #requestCount = 0;
  /** Functions that send the waiting events, such as `objectVisited`. They are called when an adapter is connected. */
  #waitingEvents: (() => void)[] = [];

  constructor(readonly sdk: CrmSdkApi) {
    this.#wsEvents = new SdkWsEvents(sdk, (id, payload, context) => {
      this.#onAnswer();
      this.#listener?.wsEvent(id, payload, context);
    });
    this.#probe = new AdapterProbe(() => invoke(sdk, sdkMethod(sdk, 'isMasterPage')), {
      isConnected: () => this.#connection.status === 'connected',
      onAnswer: () => this.#onAnswer(),
      onTimeout: () => this.#setConnection({status: 'unreachable', reason: 'no-answer'}),
      onLate: () => this.#setConnection({status: 'lost', reason: 'no-answer'}),
    });
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Whether the SDK runs in this window. Such an SDK may use the same port as our own connection. */
  get isOfThisWindow(): boolean {
    return isSdkOfThisWindow(this.sdk);
  }

  get capabilities(): ReadonlySet<string> {
    return capabilitiesOf(this.sdk);
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    this.#stopListening = listenToSdk(this.sdk, (name, params) => {
      this.#onAnswer();
      this.#listener?.interactionEvent(name, params);
    });
    this.#queue.start((request) => this.#send(request));
    this.#probe.start();
  }

  close(): void {
    this.#wsEvents.watch([]);
    this.#probe.stop();
    this.#stopListening?.();
    this.#listener = undefined;
    this.#connection = {status: 'lost', reason: 'closed'};
    this.#queue.stop();
    this.#queue.rejectInFlight(connectionLost);
    this.#queue.rejectWaiting(connectionLost);
    this.#waitingEvents = [];
  }

  call(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    if (!sdkMethod(this.sdk, method)) return Promise.reject(notSupported(method));
    if (!this.#listener || this.#connection.status === 'unreachable') {
      return Promise.reject(notConnected(this.#connection, method));
    }
    return this.#queue.add({id: String(++this.#requestCount), method, params}, handle);
  }

  notify(method: string, params: unknown): void {
    const send = sdkMethod(this.sdk, method);
    if (!send) throw notSupported(method);
    if (this.#connection.status === 'connected') send.call(this.sdk, params);
    // Fail now, because the SDK would send the dial when an adapter connects. A late dial is worse than a failed dial.
    else if (method === 'click2dial') throw notConnected(this.#connection, method);
    else this.#keep(send, params);
  }

  watchWsEvents(ids: readonly string[]): void {
    this.#wsEvents.watch(ids);
  }

  #keep(send: (params: unknown) => unknown, params: unknown): void {
    // Copy the parameters, because the page may change its object while the event waits.
    const copy: unknown = structuredClone(params);
    this.#waitingEvents = [...this.#waitingEvents, () => void send.call(this.sdk, copy)].slice(-WAITING_EVENTS);
  }

  #send({id, method, params}: SdkRequest): void {
    invoke(this.sdk, sdkMethod(this.sdk, method), params).then(
      (result) => {
        // Ignore the result of `executeRestApi` here, because the SDK sends this request without the adapter, so the
        // result does not show that an adapter is connected.
        if (method !== 'executeRestApi') this.#onAnswer();
        this.#queue.resolve(id, result);
      },
      (cause: unknown) => {
        // Report a time-out as `NotConnected` if no adapter is connected, because the SDK sends no requests before an
        // adapter is connected.
        const unsent = cause === SDK_TIMEOUT && this.#connection.status !== 'connected';
        this.#queue.reject(id, unsent ? notConnected(this.#connection, method) : cause);
      },
    );
  }

  #onAnswer(): void {
    this.#setConnection({status: 'connected'});
  }

  #setConnection(connection: Connection): void {
    const {status, reason} = this.#connection;
    if (!this.#listener || (connection.status === status && connection.reason === reason)) return;
    this.#connection = connection;
    if (connection.status === 'connected') {
      for (const send of this.#waitingEvents.splice(0)) callSafely(send);
    } else if (connection.status === 'unreachable') {
      this.#queue.rejectWaiting(() => notConnected(connection));
    }
    this.#listener.connectionChanged(connection);
  }
}
