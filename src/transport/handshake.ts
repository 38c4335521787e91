/**
 * The handshake: how a page finds the adapter of a channel, and gets a port to it.
 *
 * 1. The page posts `asking_connect` to the adapter's frame, or, if no frame is named, to every window that it can reach. The origin of a window is not known
 *    before it answers, so the question goes to any origin. It contains nothing but the channel and our id.
 * 2. An adapter answers with `connect` and a `MessagePort`. An adapter that starts after the page posts `connect` without being asked.
 * 3. The page checks where `connect` came from: the window must be the adapter's frame, if that is named, and the origin must be allowed. A port from anywhere
 *    else is closed. Its origin is reported, because a wrong setting looks the same as a stranger; but only once, so that a stranger cannot flood the page.
 * 4. The page answers `connected:` on the port (see link.ts). All further messages use the port.
 * 5. Without an answer the page asks again: soon at first, then every five seconds, as the SDK does. After fifteen seconds the adapter counts as unreachable.
 *    The SDK gives up then; this page goes on, because the agent may log in later.
 * 6. After the connection the page looks every two seconds whether the adapter's window is closed: a frame that is removed sends no message.
 * 7. When the user leaves the page, the connection ends. When the page comes back from the back/forward cache, the search starts again.
 */
import type {AdapterTrust} from './adapter-trust.js';
import {ASKING_CONNECT, CONNECT, type Endpoint} from './envelope.js';

/** A window, and the origin of the page in it. */
export interface Addressee {
  readonly window: Window;
  readonly origin: string;
}

/** An adapter that handed over a port. */
export interface AdapterPeer extends Addressee {
  readonly port: MessagePort;
  /** Id of the adapter's end. */
  readonly sender: string;
}

/** Receives the results of a handshake. */
export interface HandshakeListener {
  /** Returns whether a port is in use already. */
  isInUse(port: MessagePort): boolean;
  /** Called for a port of a trusted adapter. */
  onPort(peer: AdapterPeer): void;
  /** Called when an adapter answered from an origin that is not allowed. */
  onRefused(origin: string): void;
  /** Called when no adapter has answered for fifteen seconds. */
  onUnanswered(): void;
  /** Called when the window of the connected adapter is closed, and when the user leaves this page. */
  onLost(reason: 'adapter-gone' | 'page-hidden'): void;
  /** Called when this page comes back from the back/forward cache. */
  onPageShown(): void;
}

/** Milliseconds from one question to the next. */
const PAUSES = [250, 750, 4000];
const LAST_PAUSE = 5000;
/** After this many questions fifteen seconds have passed. */
const UNANSWERED_QUESTIONS = 5;
/** Milliseconds between two looks at the adapter's window. */
const LOOK_EVERY = 2000;

/** Searches for an adapter, and watches the window of a connected one. */
export class Handshake {
  readonly #endpoint: Endpoint;
  readonly #trust: AdapterTrust;
  readonly #listener: HandshakeListener;
  readonly #windowListeners: readonly (readonly [string, EventListener])[] = [
    ['message', (event) => this.#onMessage(event as MessageEvent<unknown>)],
    ['pagehide', () => this.#listener.onLost('page-hidden')],
    [
      'pageshow',
      (event) => {
        // The first `pageshow` follows the first question: asking twice would make two handshakes.
        if ((event as PageTransitionEvent).persisted) this.#listener.onPageShown();
      },
    ],
  ];
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(endpoint: Endpoint, trust: AdapterTrust, listener: HandshakeListener) {
    this.#endpoint = endpoint;
    this.#trust = trust;
    this.#listener = listener;
  }

  /** Receives ports from now on. */
  start(): void {
    this.#isStarted = true;
    this.#listen();
  }

  /** Ends the search, and receives no more ports. */
  stop(): void {
    this.#isStarted = false;
    this.pause();
    for (const [type, listener] of this.#windowListeners) removeEventListener(type, listener);
  }

  /** Ends the search and the watch. An adapter that speaks first can still connect. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Searches for an adapter until one answers.
   *
   * @param first The window to ask first, alone: that of the last adapter.
   */
  search(first?: Addressee): void {
    // A page without an origin of its own cannot be addressed.
    if (first && first.origin !== 'null') this.#ask(0, () => this.#post(first.window, first.origin));
    else this.#ask(0, () => this.#askEveryWindow());
  }

  /** Asks the adapter's own frame once more: another page may have loaded in it. An adapter that has given us a port does not answer. */
  askFrame(): void {
    const {frame} = this.#trust;
    if (frame) this.#post(frame.window, '*');
  }

  /** Watches the window of the connected adapter. */
  watch(window: Window): void {
    this.pause();
    this.#listen();
    if (window.closed) this.#listener.onLost('adapter-gone');
    else this.#timer = setTimeout(() => this.watch(window), LOOK_EVERY);
  }

  #ask(asked: number, post: () => void): void {
    this.pause();
    this.#listen();
    if (asked === UNANSWERED_QUESTIONS) this.#listener.onUnanswered();
    if (!this.#isStarted) return;
    post();
    const pause = PAUSES[asked] ?? LAST_PAUSE;
    this.#timer = setTimeout(() => this.#ask(asked + 1, () => this.#askEveryWindow()), pause);
  }

  /** Adds the listeners, and adds them again at every question and look: `document.open()` removes all listeners of a window. */
  #listen(): void {
    for (const [type, listener] of this.#windowListeners) addEventListener(type, listener);
  }

  #askEveryWindow(): void {
    for (const window of this.#trust.windows) this.#post(window, '*');
  }

  #post(window: Window, origin: string): void {
    window.postMessage(this.#endpoint.wrap(ASKING_CONNECT), origin);
  }

  #onMessage(event: MessageEvent<unknown>): void {
    const {origin, source} = event;
    const [port] = event.ports;
    // Checked before `data` is read: reading it unpacks the message, which a page that floods the window could make expensive.
    if (!port || !source || this.#listener.isInUse(port)) return;
    const {data} = event;
    if (!this.#endpoint.accepts(data) || data.message !== CONNECT) return;
    if (this.#trust.isTrusted(origin, source)) {
      this.#listener.onPort({port, window: source as Window, origin, sender: data.sender});
      return;
    }
    port.close();
    if (this.#trust.mayBeIn(source)) this.#listener.onRefused(origin);
  }
}
