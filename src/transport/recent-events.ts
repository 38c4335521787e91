import {fingerprint} from './fingerprint.js';

/** Milliseconds until an event is forgotten. */
const REMEMBERED_FOR = 2000;
/** Largest number of different events that are remembered. */
const MOST_EVENTS = 1000;

/** Number of times that an event came from each source, and that it was passed on. */
interface Counts<Source> {
  readonly bySource: Map<Source, number>;
  passedOn: number;
  lastSeen: number;
}

/**
 * Recent events, and the source of each: the same event from another source (a second port, or an SDK in addition to
 * our own connection) is a duplicate.
 *
 * The events of two sources can come in any order, and an adapter may send equal events on purpose. So an event is new
 * if its source has sent it more often than it was passed on.
 */
export class RecentEvents<Source> {
  /** Counts by the fingerprint of the event, the oldest event first. */
  readonly #events = new Map<string, Counts<Source>>();

  /** Returns whether an event is new, and remembers it. */
  isNew(event: unknown, source: Source): boolean {
    this.#forgetOld();
    const text = fingerprint(event);
    const counts = this.#events.get(text) ?? {bySource: new Map<Source, number>(), passedOn: 0, lastSeen: 0};
    this.#events.delete(text);
    this.#events.set(text, counts);
    counts.lastSeen = performance.now();
    const count = (counts.bySource.get(source) ?? 0) + 1;
    counts.bySource.set(source, count);
    if (count <= counts.passedOn) return false;
    counts.passedOn = count;
    return true;
  }

  /** Forgets every event. */
  clear(): void {
    this.#events.clear();
  }

  #forgetOld(): void {
    const oldest = performance.now() - REMEMBERED_FOR;
    for (const [text, {lastSeen}] of this.#events) {
      if (lastSeen >= oldest && this.#events.size < MOST_EVENTS) return;
      this.#events.delete(text);
    }
  }
}
