import {isLive, type Interactions, type Reached} from './interactions.js';

/**
 * Key of the stored live interactions. After a page refresh they show which events are repeated, and since when timers
 * run. Only ids, states and times are stored, no customer data. If storage is blocked, a refresh only restarts the
 * timers.
 */
const KEY = 'five9-elements:live';
/**
 * Largest number of stored interactions. There must be a limit, because the end of an interaction has no event while no
 * page is open.
 */
const MAX_STORED = 50;
/**
 * Length of an interval in milliseconds. A write costs more than all other work for an event. So only the first changes
 * of an interval are written at once; later changes are written together when the interval is over.
 */
const INTERVAL = 250;
/** Number of changes of an interval that are written at once. */
const WRITES_AT_ONCE = 10;

/** Memories with a change that is not written yet. */
const unwritten = new Set<RefreshMemory>();

/** Returns the stored interactions: those from before the page refresh, and those of other services of this page. */
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

  /** Starts to write also when the browser hides or leaves the page, because a timer may not fire after that. */
  start(): void {
    addEventListener('pagehide', this.write);
    document.addEventListener('visibilitychange', this.write);
  }

  /** Writes a waiting change, and stops listening to the page. */
  stop(): void {
    removeEventListener('pagehide', this.write);
    document.removeEventListener('visibilitychange', this.write);
    this.write();
  }

  /** Writes a change of the interactions, at once or together with later changes. */
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

  /** Writes a waiting change now. */
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
    // Keep the entries of other services, and entries from before a refresh until the adapter has sent an event of
    // their interaction.
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
    // Another script may have stored another value under this key. A value that is not a list of pairs throws an error
    // here.
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
