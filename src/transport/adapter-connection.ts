import type {CallHandle, Connection, ConnectionReason} from '../interaction-api/transport.js';
import {VERSION} from '../version.js';
import {type AdapterFrame, AdapterTrust} from './adapter-trust.js';
import {CONNECT, Endpoint} from './envelope.js';
import {type AdapterPeer, type Addressee, Handshake} from './handshake.js';
import {Link, type LinkFace} from './link.js';
import {FIVE9_ORIGINS} from './origins.js';
import {connectionLost, notConnected} from './refusals.js';

/** Settings of a connection to an adapter. */
export interface ConnectionSettings {
  /** Name of the channel, without the prefix of its API. @default '' */
  name?: string | undefined;
  /** Origins that the adapter may have, space-separated: exact ones and `https://*.example.com`. @default 'https://*.five9.com' */
  adapterOrigin?: string | undefined;
}

/** Receives the changes of a connection. */
export interface ConnectionListener {
  /** Called when the connection changes. */
  connectionChanged(connection: Connection): void;
  /** Called for each new port, before any waiting message is sent. */
  portReady?(): void;
}

/**
 * A connection to an adapter on one channel: the handshake, the link, and the state of both.
 *
 * It knows no API. An API adds a face with its `objectId`, and sends its requests and events through here.
 */
export class AdapterConnection {
  readonly #channelPrefix: string;
  readonly #trust = new AdapterTrust();
  readonly #handshake: Handshake;
  readonly #link: Link;
  #endpoint: Endpoint;
  #state: Connection = {status: 'connecting', reason: 'searching'};
  /** Set while the connection is open. */
  #listener: ConnectionListener | undefined;
  #peer: AdapterPeer | undefined;
  /** The window that is asked first. */
  #lastAdapter: Addressee | undefined;

  /**
   * @param channelPrefix Prefix of the API's channels: `intrx_plugin_`.
   * @throws `TypeError` for an `adapterOrigin` that is not an origin
   */
  constructor(channelPrefix: string, settings: ConnectionSettings, frame?: AdapterFrame) {
    this.#channelPrefix = channelPrefix;
    this.#endpoint = new Endpoint(this.#channelOf(settings));
    this.#trust.allow(settings.adapterOrigin ?? FIVE9_ORIGINS);
    this.#link = new Link({
      onPortReady: () => this.#listener?.portReady?.(),
      onDisconnect: () => this.#lose('adapter-disconnected'),
      onPortClosed: () => this.#lose('adapter-gone'),
    });
    this.#handshake = new Handshake(this.#endpoint, this.#trust, {
      isInUse: (port) => this.#link.has(port),
      onPort: (peer) => this.#onPort(peer),
      onRefused: (origin) => this.#onRefused(origin),
      onUnanswered: () => this.#onUnanswered(),
      onWindowClosed: () => this.#lose('adapter-gone'),
      onPageHidden: () => this.#onPageHidden(),
      onPageShown: () => this.#search(),
    });
    this.#trust.useFrame(frame);
    this.#lastAdapter = loadedFrame(frame);
  }

  /** State of the connection. */
  get state(): Connection {
    return this.#state;
  }

  /** Adds an API: it receives the messages with this `objectId`. */
  addFace(objectId: string, face: LinkFace): void {
    this.#link.addFace(objectId, face);
  }

  /** Starts to search for the adapter. */
  open(listener: ConnectionListener): void {
    this.#listener = listener;
    this.#handshake.start();
    // Settings may stand further down in the page, or further down in the script that runs now.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.#search(), {once: true});
    else setTimeout(() => this.#search());
  }

  /**
   * Ends the connection for good.
   *
   * @param keepPorts Leaves the ports open, for an SDK in this window that uses them too.
   */
  close({keepPorts = false} = {}): void {
    if (keepPorts) this.#link.abandonPorts();
    else this.#disconnect();
    this.#link.rejectAll(connectionLost);
    this.#handshake.stop();
    this.#peer = undefined;
    this.#listener = undefined;
    this.#state = {status: 'lost', reason: 'closed'};
  }

  /**
   * Changes the settings. A connected adapter that they still allow stays, and requests that wait for an adapter go on waiting.
   *
   * @throws `TypeError` for an `adapterOrigin` that is not an origin; nothing has changed then
   */
  configure(settings: ConnectionSettings): void {
    this.#trust.allow(settings.adapterOrigin ?? FIVE9_ORIGINS);
    this.#renew(this.#channelOf(settings));
  }

  /** Names the frame of the adapter. `undefined` takes the frame back, and ends the connection to the adapter in it. */
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
   * Sends a request, now or when there is an adapter. Resolves with the answer.
   * It rejects at once if no adapter has answered for fifteen seconds.
   */
  request(objectId: string, method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    if (!this.#listener || this.#state.status === 'unreachable') {
      return Promise.reject(notConnected(this.#state, method));
    }
    return this.#link.request(objectId, method, params, this.#endpoint, handle);
  }

  /** Sends a request whose answer is not awaited; nothing if there is no adapter. */
  requestWithoutAnswer(objectId: string, method: string, params: unknown): void {
    this.#link.requestWithoutAnswer(objectId, method, params);
  }

  /**
   * Sends an event now.
   * @throws `NotConnected` if there is no adapter
   */
  sendEventNow(objectId: string, name: string, data: unknown): void {
    if (!this.#link.sendEvent(objectId, name, data)) throw notConnected(this.#state, name);
  }

  /** Sends an event now, or when there is an adapter. */
  sendEvent(objectId: string, name: string, data: unknown): void {
    if (!this.#link.sendEvent(objectId, name, data)) this.#link.keepEvent(objectId, name, data);
  }

  /**
   * Gives the adapter's port to an SDK in this window too. An adapter gives one port to a window, so an SDK that loads after us would get none.
   * Both receive every message then, and each recognises its own answers.
   */
  shareWithSdk(): void {
    if (!this.#peer) return;
    const {port, origin, window: source, sender} = this.#peer;
    // The SDK has the port already, and is only slow to answer.
    if (port.onmessage || shared.has(port)) return;
    shared.add(port);
    const data = {iframeName: this.#endpoint.channel, sender, message: CONNECT};
    dispatchEvent(new MessageEvent('message', {data, origin, source, ports: [port]}));
  }

  #channelOf({name}: ConnectionSettings): string {
    return this.#channelPrefix + (name ?? '');
  }

  /** Keeps the adapter if the settings still allow it. Else the search starts again. */
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
    this.#endpoint = new Endpoint(channel);
    this.#handshake.useEndpoint(this.#endpoint);
    this.#setState({status: 'connecting', reason: 'searching'});
    this.#search();
  }

  #search(): void {
    if (!this.#listener) return;
    if (this.#peer) this.#handshake.watch(this.#peer.window);
    else this.#handshake.search(this.#lastAdapter);
  }

  #onPort(peer: AdapterPeer): void {
    // An adapter that speaks first, and also answers our question, hands over two ports. It answers each request on the port that it came on.
    const isSameAdapter = this.#peer?.window === peer.window && this.#peer.sender === peer.sender;
    if (!isSameAdapter) this.#disconnect();
    this.#peer = peer;
    this.#lastAdapter = peer;
    this.#link.usePort(peer.port, this.#endpoint, VERSION);
    this.#search();
    if (!isSameAdapter) this.#setState({status: 'connected', origin: peer.origin});
  }

  #onRefused(origin: string): void {
    if (this.#peer || this.#state.reason === 'origin-refused') return;
    this.#setState({...this.#state, reason: 'origin-refused', origin});
  }

  #onUnanswered(): void {
    const {reason, origin} = this.#state;
    // A refused origin is the more useful reason.
    if (reason === 'origin-refused' && origin !== undefined) this.#setState({status: 'unreachable', reason, origin});
    else this.#setState({status: 'unreachable', reason: 'no-answer'});
    this.#link.rejectAll(() => notConnected(this.#state));
  }

  #onPageHidden(): void {
    this.#disconnect();
    this.#setState({status: 'lost', reason: 'page-hidden'});
  }

  #lose(reason: ConnectionReason): void {
    this.#disconnect();
    this.#setState({status: 'lost', reason});
    this.#search();
  }

  #disconnect(): void {
    this.#handshake.pause();
    this.#link.disconnect();
    this.#peer = undefined;
  }

  #setState(state: Connection): void {
    this.#state = state;
    this.#listener?.connectionChanged(state);
  }
}

/** Returns the frame as an addressee; nothing before its page has loaded, since the window has another origin until then. */
function loadedFrame(frame: AdapterFrame | undefined): Addressee | undefined {
  return frame?.loaded && frame.origin !== undefined ? {window: frame.window, origin: frame.origin} : undefined;
}

/** Ports that an SDK was given: given twice, the SDK would close the port as an outdated one. */
const shared = new WeakSet<MessagePort>();
