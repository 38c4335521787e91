import type {Batch} from './batch.js';

/** Communication between the tabs of one browser. */
export interface Tabs {
  /**
   * Message for the agent if this browser lacks a feature that several tabs need. Empty if the browser has all these
   * features.
   */
  readonly lacks: string;
  /**
   * Calls `won` when this tab becomes the master tab, which has the WebSocket. This happens now, or after the current
   * master tab has closed. Calls `lost` when this tab is no longer the master tab, because its page is hidden for the
   * back/forward cache. Resolves when it is known whether this tab is the master tab now.
   */
  elect(won: () => void, lost: () => void): Promise<void>;
  /** Sends a batch to the other tabs. */
  post(batch: Batch): void;
  /** Calls `listener` with each batch of another tab. */
  onBatch(listener: (batch: Batch) => void): void;
}

/** Name of the Web Lock and of the BroadcastChannel. */
const NAME = 'five9-simulator';

/**
 * Returns the communication between the tabs of this origin and browser profile. A Web Lock elects the master tab, and
 * a BroadcastChannel carries the batches.
 */
export function browserTabs(): Tabs {
  // Do not rely on Web Locks, because they are missing on plain HTTP, unless the host is this machine.
  const {locks} = navigator as Partial<Pick<Navigator, 'locks'>>;
  if (!locks || typeof BroadcastChannel === 'undefined') return singleTab;
  const channel = new BroadcastChannel(NAME);
  return {
    lacks: '',
    elect: (won, lost) => new Election(locks, won, lost).known,
    post: (batch) => {
      channel.postMessage(batch);
    },
    onBatch: (listener) => {
      channel.onmessage = ({data}: MessageEvent<Batch>) => {
        listener(data);
      };
    },
  };
}

/**
 * The part of this tab in the election of the master tab, which holds a Web Lock. A tab that closes or crashes loses the
 * lock. A page that the browser keeps in the back/forward cache would keep the lock, although it runs no code, so it
 * gives up the lock when it is hidden, and takes part again when it is shown.
 */
class Election {
  /** Resolves when it is known whether this tab is the master tab. */
  readonly known: Promise<void>;
  readonly #locks: LockManager;
  readonly #won: () => void;
  readonly #lost: () => void;
  /** Gives up the lock; `undefined` while this tab is not the master tab. */
  #release: (() => void) | undefined;
  #waiting = new AbortController();

  constructor(locks: LockManager, won: () => void, lost: () => void) {
    this.#locks = locks;
    this.#won = won;
    this.#lost = lost;
    addEventListener('pagehide', () => {
      this.#leave();
    });
    addEventListener('pageshow', ({persisted}) => {
      if (persisted) this.#wait();
    });
    this.known = new Promise((known) => {
      void locks.request(NAME, {ifAvailable: true}, (lock) => {
        known();
        if (lock) return this.#hold();
        this.#wait();
        return undefined;
      });
    });
  }

  /** Waits until this tab gets the lock. */
  #wait(): void {
    this.#waiting = new AbortController();
    const {signal} = this.#waiting;
    this.#locks
      .request(NAME, {signal}, () => this.#hold())
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
  }

  /** Makes this tab the master tab. Returns a promise that settles when the tab gives up the lock. */
  #hold(): Promise<void> {
    const held = new Promise<void>((release) => {
      this.#release = release;
    });
    this.#won();
    return held;
  }

  #leave(): void {
    this.#waiting.abort();
    if (!this.#release) return;
    this.#release();
    this.#release = undefined;
    this.#lost();
  }
}

/** The communication of a tab that cannot reach other tabs. Each of these tabs is a master tab. */
const singleTab: Tabs = {
  lacks:
    'This browser lacks Web Locks or BroadcastChannel here: each tab has a WebSocket of its own, and is a master page.',
  elect: (won) => {
    won();
    return Promise.resolve();
  },
  post: () => undefined,
  onBatch: () => undefined,
};
