import type {CallHandle, Connection, Transport, TransportListener} from '../interaction-api/transport.js';
import type {RestParams} from '../interaction-api/types.js';
import {isRecord} from '../interaction-api/is-record.js';
import {textOf} from '../interaction-api/text-of.js';
import {AdapterConnection, type ConnectionSettings} from './adapter-connection.js';
import type {AdapterFrame} from './adapter-trust.js';
import {API_CHANNELS, type ApiName} from './envelope.js';
import {executeRest} from './execute-rest.js';
import type {AdapterPeer} from './handshake.js';
import {notConnected} from './refusals.js';

/** Settings of an adapter transport. `name` is the argument of `interactionApi(name)`. */
export type AdapterSettings = ConnectionSettings;

const INTERACTION_API: ApiName = 'interactionApi';

/**
 * Transport that uses the wire protocol (docs/PROTOCOL.md). The adapter is in a frame of the page, or in the page
 * itself.
 */
export class AdapterTransport implements Transport {
  readonly #adapter: AdapterConnection;
  #listener: TransportListener | undefined;
  #wsIds: readonly string[] = [];

  /**
   * @param frame The adapter's frame, if it is known.
   * @throws `TypeError` for an `adapterOrigin` that is not an origin
   */
  constructor(settings: AdapterSettings, frame?: AdapterFrame) {
    this.#adapter = new AdapterConnection(API_CHANNELS[INTERACTION_API], settings, frame);
    this.#adapter.link.addFace(INTERACTION_API, {onEvent: (name, data) => this.#onEvent(name, data)});
  }

  get connection(): Connection {
    return this.#adapter.state;
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    this.#adapter.open({
      connectionChanged: (connection) => listener.connectionChanged(connection),
      portReady: () => {
        if (this.#wsIds.length > 0) this.#sendWsIds();
      },
    });
  }

  /** @param options `keepPorts` leaves the ports open, because an SDK in this window uses the same ports. */
  close(options?: {keepPorts?: boolean}): void {
    this.#adapter.close(options);
    this.#listener = undefined;
  }

  /**
   * Changes the settings. The connection continues if its adapter is still allowed. API calls that wait for an adapter
   * continue to wait.
   *
   * @throws `TypeError` for an `adapterOrigin` that is not an origin; then nothing changes
   */
  configure(settings: AdapterSettings): void {
    this.#adapter.configure(settings);
  }

  /** Sets the frame of the adapter. Without a frame, the adapter may be in any window of the page. */
  useFrame(frame: AdapterFrame | undefined): void {
    this.#adapter.useFrame(frame);
  }

  /**
   * The connected adapter; `undefined` if no adapter is connected. The code that shares the port of the adapter with an
   * SDK in this window reads this property.
   */
  get peer(): AdapterPeer | undefined {
    return this.#adapter.peer;
  }

  /** Name of the channel. */
  get channel(): string {
    return this.#adapter.channel;
  }

  call(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    if (method === 'executeRestApi') return this.#executeRestApi(params as RestParams | undefined, handle);
    if (method === 'getMetadata') return this.#getMetadata(handle);
    // Replace the name `unMute` of the documentation by the name `unmute` of the wire protocol.
    return this.#request(method === 'unMute' ? 'unmute' : method, params, handle);
  }

  notify(method: string, params: unknown): void {
    // Do not let a dial wait for an adapter, because a late dial is worse than a failed dial.
    if (method !== 'click2dial') this.#adapter.link.sendEventLater(INTERACTION_API, method, params);
    else if (!this.#adapter.link.sendEvent(INTERACTION_API, method, params))
      throw notConnected(this.connection, method);
  }

  watchWsEvents(ids: readonly string[]): void {
    this.#wsIds = ids;
    this.#sendWsIds();
  }

  #request(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    return this.#adapter.link.request(INTERACTION_API, method, params, handle);
  }

  async #executeRestApi(params: RestParams | undefined, handle: CallHandle): Promise<unknown> {
    const getContext = (): Promise<Record<string, unknown>> => this.#getApplicationContext(handle);
    return executeRest(params && copyOf(params), getContext, (origin) => this.#adapter.allowsOrigin(origin), handle);
  }

  async #getMetadata(handle: CallHandle): Promise<unknown> {
    const {agentId, tenantId} = await this.#getApplicationContext(handle);
    return {agentId, tenantId};
  }

  async #getApplicationContext(handle: CallHandle): Promise<Record<string, unknown>> {
    const context = await this.#request('getApplicationContext', undefined, handle);
    return isRecord(context) ? context : {};
  }

  /**
   * Sends the ids of the WebSocket events to the adapter. Ignores the answer, because an adapter that rejects the
   * request has no WebSocket events.
   */
  #sendWsIds(): void {
    this.#adapter.link.requestWithoutAnswer(INTERACTION_API, 'updateWebSocketSubscriptions', this.#wsIds);
  }

  #onEvent(name: unknown, data: unknown): void {
    if (!isRecord(data)) return;
    const {reason, id, payload, context} = data;
    if (name === 'webSocketEvent') this.#listener?.wsEvent(textOf(id) ?? '', payload, context);
    else if (name === 'interactionEvent' && typeof reason === 'string') {
      this.#listener?.interactionEvent(reason, payload);
    }
  }
}

/** Copies the parameters of a REST request, because the page may change its object before the request is sent. */
const copyOf = (params: RestParams): RestParams =>
  params.headers ? {...params, headers: Object.fromEntries(new Headers(params.headers))} : {...params};

/** Creates a transport that connects the Interaction API to an adapter. */
export const adapterTransport = (settings: AdapterSettings, frame?: AdapterFrame): AdapterTransport =>
  new AdapterTransport(settings, frame);
