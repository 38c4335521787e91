import {toJson} from '../interaction-api/to-json.js';
import {isLive, type Interactions, type Reached} from './interactions.js';

/**
 * Storage key of the live interactions. After a page refresh, the stored data identify repeated events and let the
 * timers continue. Only ids, states and times are stored, no customer data. If storage is blocked, the timers start
 * again after a refresh, and repeated events look new.
 */
const KEY = 'five9-elements:live';
/**
 * Largest number of stored interactions. A limit is necessary, because an interaction that ends while no page is open
 * causes no event, and then stays stored.
 */
const MAX_STORED = 50;
/**
 * Length of an interval in milliseconds. Only the first changes in an interval are written at once; later changes are
 * written together after a delay. The reason is that writing a change takes more time than all other work for an event.
 */
const INTERVAL = 250;
/** Number of changes in an interval that are written at once. */
const WRITES_AT_ONCE = 10;

/** The `RefreshMemory` objects that have a change that is not written yet. */
const unwritten = new Set<RefreshMemory>();

/**
 * Returns the stored interactions: interactions from before the page refresh, and interactions of other services of
 * this page.
 */
export function recall(): [string, Reached][] {
  for (const memory of unwritten) memory.write();
  return read();
}

/** Removes the stored interactions of all services of this page. */
export function forgetStored(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Ignore the error, because storage may be blocked.
  }
}

/** Stores the live interactions of one service. */
export class RefreshMemory {
  #written = '';
  #intervalStart = 0;
  #writes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly interactions: Interactions) {}

  /** Adds listeners that write a waiting change when the page is hidden or left, because timers may stop after that. */
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
    const text = toJson(live);
    if (text === this.#written) return;
    this.#written = text;
    // Keep the stored entries of interactions that this service does not know: of other services, or from before a
    // refresh.
    const others = read().filter(([id]) => !this.interactions.get(id));
    try {
      sessionStorage.setItem(KEY, toJson([...others, ...live].slice(-MAX_STORED)));
    } catch {
      // Ignore the error, because storage may be blocked or full.
    }
  }
}

function read(): [string, Reached][] {
  try {
    // If the value is not a list of pairs, this code throws an error, and the function returns an empty list. Another
    // script may have stored such a value under this key.
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
