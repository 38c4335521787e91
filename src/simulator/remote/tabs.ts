import type {Batch} from './batch.js';

/** What the tabs of one browser do together. */
export interface Tabs {
  /** What this browser lacks for it, in words for a person; empty if nothing. */
  readonly lacks: string;
  /** Becomes master now, or when the master is gone. Resolves once it is known which of the two. */
  elect(won: () => void): Promise<void>;
  /** Tells the other tabs. */
  post(batch: Batch): void;
  hear(listener: (batch: Batch) => void): void;
}

const NAME = 'five9-simulator';

/** The tabs that share this one's origin and browser profile: Web Locks choose the master, a BroadcastChannel carries what it hears. */
export function browserTabs(): Tabs {
  // Web Locks are missing on plain HTTP that is not this machine's own.
  const {locks} = navigator as Partial<Pick<Navigator, 'locks'>>;
  if (!locks || typeof BroadcastChannel === 'undefined') return aloneTab;
  const channel = new BroadcastChannel(NAME);
  return {
    lacks: '',
    elect: (won) =>
      new Promise((known) => {
        // Held until the tab is gone, however it goes: the browser gives it to the next one.
        const hold = (): Promise<never> => {
          won();
          return new Promise<never>(() => undefined);
        };
        void locks.request(NAME, {ifAvailable: true}, (lock) => {
          known();
          if (lock) return hold();
          void locks.request(NAME, hold);
          return undefined;
        });
      }),
    post: (batch) => {
      channel.postMessage(batch);
    },
    hear: (listener) => {
      channel.onmessage = ({data}: MessageEvent<Batch>) => {
        listener(data);
      };
    },
  };
}

/** A tab that knows of no other. */
const aloneTab: Tabs = {
  lacks: 'This browser lacks Web Locks or BroadcastChannel here: each tab has a socket of its own, and is master.',
  elect: (won) => {
    won();
    return Promise.resolve();
  },
  post: () => undefined,
  hear: () => undefined,
};
