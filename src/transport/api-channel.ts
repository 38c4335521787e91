import {textOf} from '../interaction-api/text-of.js';
import type {CallHandle, Connection} from '../interaction-api/transport.js';
import type {ApiLink, ApiLinkListener} from '../sdk/base/api-link.js';
import {AdapterConnection, type ConnectionSettings} from './adapter-connection.js';
import type {AdapterFrame} from './adapter-trust.js';
import {answerRequests} from './answer-requests.js';
import {API_CHANNELS, type ApiName} from './envelope.js';
import type {Answer} from './link.js';
import {sharePort} from './share-port.js';

/**
 * The connection of one API of the CRM SDK to an adapter, over a channel of its own.
 *
 * An adapter gives a window only one port for each channel. If an SDK in this window searches for the adapter later, the
 * channel shares its port with the SDK, unless this page already answers the adapter here: with two answers to a
 * question, the adapter takes the first one.
 */
export class ApiChannel implements ApiLink {
  readonly #adapter: AdapterConnection;
  readonly #api: ApiName;
  #listener: ApiLinkListener | undefined;
  /** Whether an SDK in this window shares the port. */
  #hasNeighbour = false;

  /**
   * @param api The API, which is also the `objectId` of its messages.
   * @param frame The adapter's frame, if it is known.
   * @param knownWindow Returns the window of the adapter, if another channel is connected to it.
   * @throws `TypeError` for an `adapterOrigin` that is not an origin
   */
  constructor(
    api: ApiName,
    settings: ConnectionSettings,
    frame?: AdapterFrame,
    knownWindow?: () => Window | undefined,
  ) {
    this.#api = api;
    this.#adapter = new AdapterConnection(API_CHANNELS[api], settings, frame, knownWindow);
    const carryOut = answerRequests((method, params) => this.#listener?.question(method, params));
    this.#adapter.link.addFace(api, {
      onEvent: (name, data) => this.#listener?.event(textOf(name) ?? '', data),
      onRequest: (request, post) =>
        carryOut(request, (answer: Answer) => {
          if (!this.#leavesAnswers()) post(answer);
        }),
    });
  }

  get connection(): Connection {
    return this.#adapter.state;
  }

  /** Window of the connected adapter; `undefined` if no adapter is connected. */
  get adapterWindow(): Window | undefined {
    return this.#adapter.peer?.window;
  }

  /** Name of the channel. */
  get channel(): string {
    return this.#adapter.channel;
  }

  open(listener: ApiLinkListener): void {
    this.#listener = listener;
    this.#adapter.open({
      connectionChanged: (connection) => listener.connectionChanged(connection),
      neighbourAsks: () => this.#share(),
    });
  }

  close(): void {
    // Keep a shared port, because the SDK continues to use it.
    this.#adapter.close({keepPorts: this.#hasNeighbour});
    this.#listener = undefined;
  }

  /**
   * Changes the settings. The connection continues if its adapter is still allowed.
   *
   * @throws `TypeError` for an `adapterOrigin` that is not an origin; then nothing changes
   */
  configure(settings: ConnectionSettings): void {
    this.#adapter.configure(settings);
  }

  /** Sets the frame of the adapter. Without a frame, the adapter may be in any window of the page. */
  useFrame(frame: AdapterFrame | undefined): void {
    this.#adapter.useFrame(frame);
  }

  request(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    return this.#adapter.link.request(this.#api, method, params, handle);
  }

  sendEvent(name: string, data: unknown): boolean {
    return this.#adapter.link.sendEvent(this.#api, name, data);
  }

  sendEventLater(name: string, data: unknown): void {
    this.#adapter.link.sendEventLater(this.#api, name, data);
  }

  /** Shares the port with an SDK in this window, unless this page already answers the adapter here. */
  #share(): void {
    if (this.#listener?.hasAnswers()) return;
    this.#hasNeighbour = true;
    sharePort(this.#adapter);
  }

  /** Returns whether only the SDK answers. An answer `Not Implemented` of this page would reach the adapter first. */
  #leavesAnswers(): boolean {
    return this.#hasNeighbour && !this.#listener?.hasAnswers();
  }
}
