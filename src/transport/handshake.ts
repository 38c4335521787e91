/**
 * The handshake, in which a page finds the adapter of a channel, and gets a port to this adapter.
 *
 * 1. The page posts `asking_connect` to the adapter's frame, or, if no frame is known, to every window of the tab. The
 *    origin of a window is unknown before the window answers, so `asking_connect` is sent to any origin. The message
 *    contains only the channel and the id of the page's endpoint.
 * 2. An adapter answers with `connect` and a `MessagePort`. An adapter that starts later than the page posts `connect`
 *    without an `asking_connect`.
 * 3. The page checks the sender of `connect`: the window must be the adapter's frame, if the frame is known, and the
 *    origin must be allowed. If the sender is not trusted, the page closes the port and reports the refused origin,
 *    because the list of allowed origins may be wrong. The page reports a refused origin only once, so that a foreign
 *    window cannot cause many reports.
 * 4. The page answers `connected:` on the port (see link.ts). All further messages use the port.
 * 5. Without an answer, the page posts `asking_connect` again, first after short pauses and then every five seconds,
 *    like the Five9 SDK. If another channel of this page is connected, these messages go only to the window of its
 *    adapter. After fifteen seconds, the page reports the adapter as unreachable. The SDK stops then, but this page
 *    continues to post `asking_connect`, because the agent may log in later.
 * 6. While connected, the page checks every two seconds whether the adapter's window is closed, because the removal of
 *    a frame causes no message.
 * 7. The page reports another client of this window that posts `asking_connect`, because an adapter gives a window only
 *    one port for each channel.
 * 8. When the user leaves the page, the connection ends. When the browser restores the page from the back/forward
 *    cache, the search starts again.
 */
import type {AdapterTrust} from './adapter-trust.js';
import {ASKING_CONNECT, CONNECT, type Endpoint} from './envelope.js';
import {ownWindow} from './own-window.js';

/** A window, and the origin of the page in it. */
export interface Addressee {
  readonly window: Window;
  readonly origin: string;
}

/** An adapter that has sent a port. */
export interface AdapterPeer extends Addressee {
  readonly port: MessagePort;
  /** Id of the adapter's endpoint. */
  readonly sender: string;
}

/** Receives the results of a handshake. */
export interface HandshakeListener {
  /** Returns whether a port is already in use. */
  isInUse(port: MessagePort): boolean;
  /** Called for a port of a trusted adapter. */
  onPort(peer: AdapterPeer): void;
  /** Called when an adapter answered from an origin that is not allowed. */
  onRefused(origin: string): void;
  /** Called when no adapter has answered for fifteen seconds. */
  onUnanswered(): void;
  /** Called when the window of the connected adapter is closed, and when the user leaves this page. */
  onLost(reason: 'adapter-gone' | 'page-hidden'): void;
  /** Called when the browser restores this page from the back/forward cache. */
  onPageShown(): void;
  /** Called when another client of this window searches for an adapter on the same channel. */
  onNeighbour(): void;
}

/** Milliseconds after each of the first `asking_connect` messages until the next message. */
const PAUSES = [250, 750, 4000];
/** Milliseconds between all later `asking_connect` messages. */
const LAST_PAUSE = 5000;
/**
 * Number of `asking_connect` messages without an answer after which the adapter counts as unreachable. The pauses after
 * these messages take fifteen seconds together.
 */
const UNANSWERED_QUESTIONS = 5;
/** Milliseconds between two checks of the adapter's window. */
const CHECK_EVERY = 2000;

/** Searches for an adapter, and checks whether the window of a connected adapter is closed. */
export class Handshake {
  readonly #endpoint: Endpoint;
  readonly #trust: AdapterTrust;
  readonly #listener: HandshakeListener;
  /**
   * Each channel has listeners of its own. A page has few channels, and a shared listener would have to survive
   * `document.open()` for all of them, and to keep an error of one channel away from the others, as the browser does.
   */
  readonly #windowListeners: readonly (readonly [string, EventListener])[] = [
    ['message', (event) => this.#onMessage(event as MessageEvent<unknown>)],
    ['pagehide', () => this.#listener.onLost('page-hidden')],
    [
      'pageshow',
      (event) => {
        // Ignore the first `pageshow`, which comes after the first `asking_connect`, because a second `asking_connect`
        // would start a second handshake.
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

  /** Starts to receive ports. */
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

  /** Stops the search and the checks. Ports from adapters are still received. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Searches for an adapter until one answers.
   *
   * @param first The window of the last adapter. The first `asking_connect` is sent only to this window.
   */
  search(first?: Addressee): void {
    // `postMessage` cannot send to the origin `null`, so ask every window in this case.
    if (first && first.origin !== 'null') this.#ask(0, () => this.#post(first.window, first.origin));
    else this.#ask(0, () => this.#askAll(this.#trust.windows));
  }

  /**
   * Sends `asking_connect` to the adapter's frame once more, because another page may have loaded in the frame. An
   * adapter that has already sent a port does not answer.
   */
  askFrame(): void {
    const {frame} = this.#trust;
    if (frame) this.#post(frame.window, '*');
  }

  /** Checks every two seconds whether the window of the connected adapter is closed. */
  watch(window: Window): void {
    this.pause();
    this.#listen();
    if (window.closed) this.#listener.onLost('adapter-gone');
    else this.#timer = setTimeout(() => this.watch(window), CHECK_EVERY);
  }

  #ask(asked: number, post: () => void): void {
    this.pause();
    this.#listen();
    if (!this.#isStarted) return;
    post();
    const pause = PAUSES[asked] ?? LAST_PAUSE;
    this.#timer = setTimeout(() => this.#ask(asked + 1, () => this.#askAll(this.#trust.likelyWindows)), pause);
    // Call the listener last, because the listener may start another search, which replaces the timer.
    if (asked === UNANSWERED_QUESTIONS) this.#listener.onUnanswered();
  }

  /**
   * Adds the window listeners. Called again before each `asking_connect` and each check of the adapter's window,
   * because `document.open()` removes the listeners.
   */
  #listen(): void {
    for (const [type, listener] of this.#windowListeners) addEventListener(type, listener);
  }

  #askAll(windows: readonly Window[]): void {
    for (const window of windows) this.#post(window, '*');
  }

  #post(window: Window, origin: string): void {
    window.postMessage(this.#endpoint.wrap(ASKING_CONNECT), origin);
  }

  #onMessage(event: MessageEvent<unknown>): void {
    const {origin, source} = event;
    const [port] = event.ports;
    // Make these checks before `data` is read. To read `data`, the browser must unpack the message, which is slow if a
    // page sends very many messages to this window.
    if (!port && source !== ownWindow) return;
    if (!source || (port && this.#listener.isInUse(port))) return;
    const {data} = event;
    if (!this.#endpoint.accepts(data)) return;
    if (!port) {
      if (data.message === ASKING_CONNECT) this.#listener.onNeighbour();
      return;
    }
    if (data.message !== CONNECT) return;
    if (this.#trust.isTrusted(origin, source)) {
      this.#listener.onPort({port, window: source as Window, origin, sender: data.sender});
      return;
    }
    port.close();
    if (this.#trust.mayBeIn(source)) this.#listener.onRefused(origin);
  }
}
