import {reachableWindows} from './frames.js';
import {type OriginRule, originRule} from './origins.js';

/** The frame of the adapter. While it is known, no other window is asked or trusted. */
export interface AdapterFrame {
  readonly window: Window;
  /** Origin of the page that the frame was given. It is trusted without being in the list; pages that this page leads to are not. */
  readonly origin?: string | undefined;
  /** Whether a page has loaded in the frame. Before that, the window does not have the origin yet. */
  readonly loaded?: boolean | undefined;
}

/** Decides which windows and origins may be the adapter's. */
export class AdapterTrust {
  #isAllowed: OriginRule = originRule('');
  #frame: AdapterFrame | undefined;

  /** The adapter's frame, if the page has named it. */
  get frame(): AdapterFrame | undefined {
    return this.#frame;
  }

  /** Windows to search for an adapter. */
  get windows(): readonly Window[] {
    return this.#frame ? [this.#frame.window] : reachableWindows(self);
  }

  /**
   * Sets the allowed origins.
   * @throws `TypeError` for an entry that is not an origin; the old list stays
   */
  allow(adapterOrigin: string): void {
    this.#isAllowed = originRule(adapterOrigin);
  }

  /** Trusts only this frame from now on; without a frame, every reachable window. */
  useFrame(frame: AdapterFrame | undefined): void {
    this.#frame = frame;
  }

  /** Returns whether the adapter may be in a window. */
  mayBeIn(window: unknown): boolean {
    return !this.#frame || this.#frame.window === window;
  }

  /** Returns whether an adapter of this origin, in this window, may be used. */
  isTrusted(origin: string, window: unknown): boolean {
    // Code in our own window could already do anything here.
    if (window === self) return true;
    return this.mayBeIn(window) && this.allowsOrigin(origin);
  }

  /** Returns whether an origin may receive the agent's session. */
  allowsOrigin(origin: string): boolean {
    if (this.#frame?.window === self) return true;
    const isOwn = origin !== 'null' && origin === self.origin;
    return isOwn || origin === this.#frame?.origin || this.#isAllowed(origin);
  }
}
