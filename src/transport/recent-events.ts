import {fingerprint} from './fingerprint.js';

/** Milliseconds until an event is forgotten. */
const REMEMBERED_FOR = 2000;
/** Largest number of different events that are remembered. */
const MOST_EVENTS = 1000;

/**
 * Counts of one event: how many times each source has sent it, and how many times it was reported as new. Also contains
 * the time of the last one.
 */
interface Counts<Source> {
  readonly bySource: Map<Source, number>;
  passedOn: number;
  lastSeen: number;
}

/**
 * Recognises duplicates among recent events. The same event can come from two sources: from two ports of an adapter, or
 * from an SDK and from our own connection.
 *
 * The events of two sources can come in any order, and an adapter may send equal events on purpose. So an event is new
 * if its source has sent it more times than it was reported as new.
 */
export class RecentEvents<Source> {
  /** Counts of each recent event, by the fingerprint of the event. The event that was seen last is at the end. */
  readonly #events = new Map<string, Counts<Source>>();

  /** Returns whether an event is new, and remembers it. */
  isNew(event: unknown, source: Source): boolean {
    this.#forgetOld();
    const text = this.#textOf(event);
    // An event that cannot be read cannot be recognised, so it counts as new.
    if (text === undefined) return true;
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

  /** Returns the fingerprint of an event; `undefined` if a property of the event throws an error. */
  #textOf(event: unknown): string | undefined {
    try {
      return fingerprint(event);
    } catch {
      return undefined;
    }
  }

  #forgetOld(): void {
    const oldest = performance.now() - REMEMBERED_FOR;
    for (const [text, {lastSeen}] of this.#events) {
      if (lastSeen >= oldest && this.#events.size < MOST_EVENTS) return;
      this.#events.delete(text);
    }
  }
}
