import {fingerprint} from './fingerprint.js';

/** Milliseconds that an event is remembered for at least; twice as long at most. */
const REMEMBERED_FOR = 2000;
/** How many different events one generation holds. */
const MOST = 1000;

/** How often an event came from each source, and how often it was passed on. */
interface Counts<Source> {
  readonly bySource: Map<Source, number>;
  passedOn: number;
}

/**
 * Recent events, and the source of each: the same event from another source (a second port, or the SDK beside our own connection) is a duplicate.
 *
 * Sources keep no order among each other, and an event may really come twice. So an event is new if its source has sent it more often than it was passed on.
 */
export class RecentEvents<Source> {
  #current = new Map<string, Counts<Source>>();
  #previous = new Map<string, Counts<Source>>();
  #startedAt = performance.now();

  /** Returns whether an event is new, and remembers it. */
  isNew(event: unknown, source: Source): boolean {
    this.#forgetOld();
    const text = fingerprint(event);
    const counts = this.#current.get(text) ??
      this.#previous.get(text) ?? {bySource: new Map<Source, number>(), passedOn: 0};
    this.#current.set(text, counts);
    const count = (counts.bySource.get(source) ?? 0) + 1;
    counts.bySource.set(source, count);
    if (count <= counts.passedOn) return false;
    counts.passedOn = count;
    return true;
  }

  /** Forgets every event. */
  clear(): void {
    this.#current.clear();
    this.#previous.clear();
  }

  #forgetOld(): void {
    const age = performance.now() - this.#startedAt;
    if (age < REMEMBERED_FOR && this.#current.size < MOST) return;
    this.#previous = age < 2 * REMEMBERED_FOR ? this.#current : new Map<string, Counts<Source>>();
    this.#current = new Map();
    this.#startedAt = performance.now();
  }
}
