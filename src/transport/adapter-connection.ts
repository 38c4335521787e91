import type {Connection, ConnectionReason} from '../interaction-api/transport.js';
import {type AdapterFrame, AdapterTrust} from './adapter-trust.js';
import {Endpoint} from './envelope.js';
import {type AdapterPeer, type Addressee, Handshake} from './handshake.js';
import {Link} from './link.js';
import {FIVE9_ORIGINS} from './origins.js';
import {connectionLost, notConnected} from './refusals.js';

/** Settings of a connection to an adapter. */
export interface ConnectionSettings {
  /** Name of the channel, without the prefix of its API. @default '' */
  name?: string | undefined;
  /**
   * Allowed origins of the adapter, separated by spaces: exact origins, and patterns such as `https://*.example.com`.
   * @default 'https://*.five9.com'
   */
  adapterOrigin?: string | undefined;
}

/** Receives the changes of a connection. */
export interface ConnectionListener {
  /** Called when the connection changes. */
  connectionChanged(connection: Connection): void;
  /** Called for each new port, before any waiting message is sent. */
  portReady?(): void;
  /** Called when another client of this window searches for an adapter on the same channel. */
  neighbourAsks?(): void;
}

/**
 * A connection to an adapter on one channel: the handshake, the link, and the state of both.
 *
 * The connection is independent of any API. An API adds a `LinkFace` (a handler of messages from the adapter) to the
 * link, and sends its requests and events on the link.
 */
export class AdapterConnection {
  /** The link that carries requests and events in both directions. */
  readonly link: Link;
  readonly #channelPrefix: string;
  readonly #endpoint: Endpoint;
  readonly #trust: AdapterTrust;
  readonly #handshake: Handshake;
  #state: Connection = {status: 'connecting', reason: 'searching'};
  /** Listener of the open connection; `undefined` if the connection is not open. */
  #listener: ConnectionListener | undefined;
  #peer: AdapterPeer | undefined;
  /** The window that the next search asks first; `undefined` if no window is known. */
  #lastAdapter: Addressee | undefined;

  /**
   * @param channelPrefix Prefix of the API's channels, such as `intrx_plugin_`.
   * @param knownWindow Returns the window of the adapter, if another channel is connected to it.
   * @throws `TypeError` for an `adapterOrigin` that is not an origin
   */
  constructor(
    channelPrefix: string,
    settings: ConnectionSettings,
    frame?: AdapterFrame,
    knownWindow?: () => Window | undefined,
  ) {
    this.#channelPrefix = channelPrefix;
    this.#trust = new AdapterTrust(knownWindow);
    this.#endpoint = new Endpoint(this.#channelOf(settings));
    this.#trust.allow(settings.adapterOrigin ?? FIVE9_ORIGINS);
    this.link = new Link(this.#endpoint, {
      onPortReady: () => this.#listener?.portReady?.(),
      refusal: () => this.#refusal(),
      onLost: (reason) => this.#lose(reason),
    });
    this.#handshake = new Handshake(this.#endpoint, this.#trust, {
      isInUse: (port) => this.link.has(port),
      onPort: (peer) => this.#onPort(peer),
      onRefused: (origin) => this.#onRefused(origin),
      onUnanswered: () => this.#onUnanswered(),
      onLost: (reason) => this.#lose(reason),
      onPageShown: () => this.#search(),
      onNeighbour: () => this.#listener?.neighbourAsks?.(),
    });
    this.#trust.useFrame(frame);
    this.#lastAdapter = loadedFrame(frame);
  }

  /** State of the connection. */
  get state(): Connection {
    return this.#state;
  }

  /** The connected adapter; `undefined` if no adapter is connected. */
  get peer(): AdapterPeer | undefined {
    return this.#peer;
  }

  /** Name of the channel: the prefix of the API, and the name in the settings. */
  get channel(): string {
    return this.#endpoint.channel;
  }

  /** Starts to search for the adapter. */
  open(listener: ConnectionListener): void {
    this.#listener = listener;
    this.#handshake.start();
    // Do not search at once, because the running script, or a later script of the page, may still change the settings.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.#search(), {once: true});
    else setTimeout(() => this.#search());
  }

  /**
   * Ends the connection permanently.
   *
   * @param keepPorts Leaves the ports open, because an SDK in this window uses the same ports.
   */
  close({keepPorts = false} = {}): void {
    if (keepPorts) this.link.abandonPorts();
    else this.link.disconnect();
    this.link.rejectRequests(connectionLost);
    this.#handshake.stop();
    this.#peer = undefined;
    this.#listener = undefined;
    this.#state = {status: 'lost', reason: 'closed'};
  }

  /**
   * Changes the settings. The connection continues if its adapter is still allowed. Requests that wait for an adapter
   * continue to wait.
   *
   * @throws `TypeError` for an `adapterOrigin` that is not an origin; then nothing changes
   */
  configure(settings: ConnectionSettings): void {
    this.#trust.allow(settings.adapterOrigin ?? FIVE9_ORIGINS);
    this.#renew(this.#channelOf(settings));
  }

  /**
   * Sets the frame of the adapter. `undefined` removes the frame, and ends the connection to the adapter in that frame.
   */
  useFrame(frame: AdapterFrame | undefined): void {
    const isReleased = !frame && this.#peer !== undefined && this.#peer.window === this.#trust.frame?.window;
    this.#trust.useFrame(frame);
    if (isReleased) this.#startAgain(this.#endpoint.channel);
    else this.#renew(this.#endpoint.channel);
  }

  /** Returns whether an origin may receive the agent's session. */
  allowsOrigin(origin: string): boolean {
    return this.#trust.allowsOrigin(origin);
  }

  /**
   * Returns the error with which a new request rejects; `undefined` if the request may wait for an adapter. A request
   * may wait while the connection is open, but not after an adapter has not answered for fifteen seconds.
   */
  #refusal(): Error | undefined {
    return this.#listener && this.#state.status !== 'unreachable' ? undefined : notConnected(this.#state);
  }

  #channelOf({name}: ConnectionSettings): string {
    return this.#channelPrefix + (name ?? '');
  }

  /** Keeps the connection if the settings still allow its adapter. Otherwise starts the search again. */
  #renew(channel: string): void {
    const peer = this.#peer;
    if (peer && channel === this.#endpoint.channel && this.#trust.isTrusted(peer.origin, peer.window)) {
      this.#handshake.askFrame();
      return;
    }
    this.#startAgain(channel);
  }

  #startAgain(channel: string): void {
    this.#disconnect();
    this.#lastAdapter = loadedFrame(this.#trust.frame);
    this.#endpoint.join(channel);
    this.#setState({status: 'connecting', reason: 'searching'});
    this.#search();
  }

  #search(): void {
    if (!this.#listener) return;
    if (this.#peer) this.#handshake.watch(this.#peer.window);
    else this.#handshake.search(this.#lastAdapter);
  }

  #onPort(peer: AdapterPeer): void {
    // Keep the connection if the same adapter sends a second port, because requests that were sent on the first port
    // get their answers on the first port.
    const isSameAdapter = this.#peer?.window === peer.window && this.#peer.sender === peer.sender;
    const replacesAnother = !isSameAdapter && this.#peer !== undefined;
    if (!isSameAdapter) this.#disconnect();
    this.#peer = peer;
    this.#lastAdapter = peer;
    this.link.usePort(peer.port);
    this.#search();
    if (isSameAdapter) return;
    // API calls to the previous adapter get no answer, and its later events are lost.
    if (replacesAnother) this.#setState({status: 'lost', reason: 'adapter-gone'});
    // The listener may have changed the settings, so that this adapter is no longer allowed.
    if (this.#peer === peer) this.#setState({status: 'connected', origin: peer.origin});
  }

  #onRefused(origin: string): void {
    if (this.#peer || this.#state.reason === 'origin-refused') return;
    this.#setState({...this.#state, reason: 'origin-refused', origin});
  }

  #onUnanswered(): void {
    const {reason, origin} = this.#state;
    // Keep the reason `origin-refused`, because it is more useful than the reason `no-answer`.
    const isRefused = reason === 'origin-refused' && origin !== undefined;
    const state: Connection = isRefused
      ? {status: 'unreachable', reason, origin}
      : {status: 'unreachable', reason: 'no-answer'};
    this.link.rejectRequests(() => notConnected(state));
    this.#setState(state);
  }

  #lose(reason: ConnectionReason): void {
    this.#disconnect();
    this.#setState({status: 'lost', reason});
    // Do not search after `pagehide`, because the search starts again when the browser restores the page from the
    // back/forward cache.
    if (reason !== 'page-hidden') this.#search();
  }

  #disconnect(): void {
    this.#handshake.pause();
    this.link.disconnect();
    this.#peer = undefined;
  }

  #setState(state: Connection): void {
    this.#state = state;
    this.#listener?.connectionChanged(state);
  }
}

/**
 * Returns the window and the origin of the frame; `undefined` until a page has loaded in the frame, because the window
 * has another origin before that.
 */
function loadedFrame(frame: AdapterFrame | undefined): Addressee | undefined {
  return frame?.loaded && frame.origin !== undefined ? {window: frame.window, origin: frame.origin} : undefined;
}
