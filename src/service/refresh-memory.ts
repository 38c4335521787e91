import {isLive, type Interactions, type Reached} from './interactions.js';

/**
 * Remembers over a refresh of this tab which interactions were live, so that repeated events are recognized and timers continue.
 * Only ids, states and times are stored, no customer data. Without storage, a refresh only restarts the timers.
 */
const KEY = 'five9-elements:live';
/** Largest number of stored interactions. One that ended while no page was open never gets an event that would remove it. */
const MAX_STORED = 50;
/**
 * A write costs more than the rest of an event's work. So the first changes of an interval (in milliseconds) are written at once, and those of a burst
 * together, when the interval is over.
 */
const INTERVAL = 250;
const WRITES_AT_ONCE = 10;

/** Memories with a change that is not written. */
const unwritten = new Set<RefreshMemory>();

/** Returns the stored interactions: those of the page before the refresh, and those of this page's other services. */
export function recall(): [string, Reached][] {
  for (const memory of unwritten) memory.write();
  return read();
}

/** Stores the live interactions of one service. */
export class RefreshMemory {
  #written = '';
  #intervalStart = 0;
  #writes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly interactions: Interactions) {}

  /** Begins to write whenever the browser hides or leaves the page: it may give the page no more time for timers. */
  start(): void {
    addEventListener('pagehide', this.write);
    document.addEventListener('visibilitychange', this.write);
  }

  /** Writes a last time. */
  stop(): void {
    removeEventListener('pagehide', this.write);
    document.removeEventListener('visibilitychange', this.write);
    this.write();
  }

  /** Writes a change of the interactions, at once or together with the next changes. */
  changed(): void {
    if (this.#timer !== undefined) return;
    const now = performance.now();
    if (now - this.#intervalStart > INTERVAL) {
      this.#intervalStart = now;
      this.#writes = 0;
    }
    this.#writes++;
    if (this.#writes <= WRITES_AT_ONCE) {
      this.#store();
    } else {
      this.#timer = setTimeout(this.write, INTERVAL);
      unwritten.add(this);
    }
  }

  /** Writes now what waits to be written. */
  readonly write = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    unwritten.delete(this);
    this.#store();
  };

  #store(): void {
    const {all, reached} = this.interactions;
    const live = all.filter(isLive).map(({id}) => [id, reached.get(id)] as const);
    const text = JSON.stringify(live);
    if (text === this.#written) return;
    this.#written = text;
    // Entries of other services stay, and those of the page before a refresh until the adapter has sent their events.
    const others = read().filter(([id]) => !this.interactions.get(id));
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...others, ...live].slice(-MAX_STORED)));
    } catch {
      // Storage may be blocked or full.
    }
  }
}

function read(): [string, Reached][] {
  try {
    // Another script may have written anything under this key. A value that is not a list of pairs throws here too.
    return (JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [unknown, Reached][])
      .map(([id, {state, startedAt, endedAt}]): [string, Reached] => [
        String(id),
        {state, startedAt, ...(endedAt && {endedAt})},
      ])
      .filter(([, {startedAt}]) => startedAt > 0);
  } catch {
    return [];
  }
}
