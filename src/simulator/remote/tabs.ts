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
   * master tab has closed. Resolves when it is known whether this tab is the master tab now.
   */
  elect(won: () => void): Promise<void>;
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
    elect: (won) =>
      new Promise((known) => {
        // Return a promise that never settles, so that the tab keeps the lock until it closes or crashes. Then the
        // browser gives the lock to the next tab.
        const becomeMaster = (): Promise<never> => {
          won();
          return new Promise<never>(() => undefined);
        };
        void locks.request(NAME, {ifAvailable: true}, (lock) => {
          known();
          if (lock) return becomeMaster();
          void locks.request(NAME, becomeMaster);
          return undefined;
        });
      }),
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
