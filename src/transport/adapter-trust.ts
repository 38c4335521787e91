import {reachableWindows} from './frames.js';
import {type OriginRule, originRule} from './origins.js';
import {ownOrigin, ownWindow} from './own-window.js';

/** The frame of the adapter. If the frame is known, the handshake searches for the adapter only in this frame. */
export interface AdapterFrame {
  readonly window: Window;
  /**
   * Origin of the page in the frame's `src`. This origin is trusted even if it is missing in the list of allowed
   * origins. If the frame later shows a page of another origin, that origin must be in the list.
   */
  readonly origin?: string | undefined;
  /** Whether a page has loaded in the frame. Before that, the window of the frame does not have this origin yet. */
  readonly loaded?: boolean | undefined;
}

/** Decides in which windows an adapter may be, and which origins an adapter may have. */
export class AdapterTrust {
  readonly #knownWindow: () => Window | undefined;
  #isAllowed: OriginRule = originRule('');
  #frame: AdapterFrame | undefined;

  /** @param knownWindow Returns the window of the adapter, if another channel of this page is connected to it. */
  constructor(knownWindow: () => Window | undefined = () => undefined) {
    this.#knownWindow = knownWindow;
  }

  /** The adapter's frame, if it is known. */
  get frame(): AdapterFrame | undefined {
    return this.#frame;
  }

  /** Windows in which to search for an adapter. */
  get windows(): readonly Window[] {
    return this.#frame ? [this.#frame.window] : reachableWindows(ownWindow);
  }

  /**
   * Windows in which to repeat the search. If another channel is connected, only the window of its adapter, because an
   * adapter that does not have every channel would otherwise cause messages to every window of the tab for ever.
   */
  get likelyWindows(): readonly Window[] {
    const known = this.#frame ? undefined : this.#knownWindow();
    return known ? [known] : this.windows;
  }

  /**
   * Sets the allowed origins.
   * @throws `TypeError` for an entry that is not an origin; then the old list stays valid
   */
  allow(adapterOrigin: string): void {
    this.#isAllowed = originRule(adapterOrigin);
  }

  /** Sets the frame in which the adapter must be. Without a frame, the adapter may be in every reachable window. */
  useFrame(frame: AdapterFrame | undefined): void {
    this.#frame = frame;
  }

  /** Returns whether the adapter may be in a window. */
  mayBeIn(window: unknown): boolean {
    return !this.#frame || this.#frame.window === window;
  }

  /** Returns whether an adapter with this origin, in this window, is trusted. */
  isTrusted(origin: string, window: unknown): boolean {
    // Always trust this window, because its code already has full access to the page.
    if (window === ownWindow) return true;
    return this.mayBeIn(window) && this.allowsOrigin(origin);
  }

  /** Returns whether an origin may receive the agent's session. */
  allowsOrigin(origin: string): boolean {
    if (this.#frame?.window === ownWindow) return true;
    const isOwn = origin !== 'null' && origin === ownOrigin();
    return isOwn || origin === this.#frame?.origin || this.#isAllowed(origin);
  }
}
