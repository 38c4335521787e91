/** The longest delay that a browser's timer can have, in milliseconds (24.8 days). A longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A time limit that has not expired. */
export interface TimeLimit {
  /** Time of expiry, in milliseconds of `performance.now()`. */
  readonly expiresAt: number;
  readonly onExpired: () => void;
}

/**
 * The time limits of one owner, on one timer.
 *
 * A timer for each limit, set and cleared again, would cost a fifth of a round trip. So there is one timer for the limit that expires first. The timer keeps
 * running if that limit is removed: it then does nothing but start again for the next limit.
 */
export class TimeLimits {
  readonly #limits = new Set<TimeLimit>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer fires. */
  #wakesAt = Infinity;

  /**
   * Calls `onExpired` once, in `milliseconds` from now, unless the limit is removed before.
   *
   * @param milliseconds 0 and `Infinity` mean no limit; any other delay is kept, however long.
   * @returns the limit, for `remove`; nothing if there is no limit
   */
  add(milliseconds: number, onExpired: () => void): TimeLimit | undefined {
    if (milliseconds === 0 || milliseconds === Infinity) return undefined;
    const limit = {expiresAt: performance.now() + milliseconds, onExpired};
    this.#limits.add(limit);
    if (limit.expiresAt < this.#wakesAt) this.#wakeAt(limit.expiresAt);
    return limit;
  }

  /** Removes a limit: it never expires. */
  remove(limit: TimeLimit | undefined): void {
    if (limit) this.#limits.delete(limit);
  }

  /** Removes every limit, and the timer. */
  clear(): void {
    this.#limits.clear();
    this.#stopTimer();
  }

  #wakeAt(time: number): void {
    this.#stopTimer();
    const delay = Math.min(time - performance.now(), LONGEST_DELAY);
    this.#wakesAt = performance.now() + delay;
    this.#timer = setTimeout(() => this.#onTimer(), delay);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wakesAt = Infinity;
  }

  #onTimer(): void {
    // Browsers may fire a timer a fraction of a millisecond early.
    const now = Math.max(performance.now(), this.#wakesAt);
    this.#stopTimer();
    const expired = [...this.#limits].filter(({expiresAt}) => expiresAt <= now);
    for (const limit of expired) {
      // An earlier callback may have removed it.
      if (this.#limits.delete(limit)) limit.onExpired();
    }
    let next = Infinity;
    for (const {expiresAt} of this.#limits) next = Math.min(next, expiresAt);
    if (next < this.#wakesAt) this.#wakeAt(next);
  }
}

/**
 * Returns `value` as milliseconds of a time limit, or `fallback` if `value` is none: missing, negative or not a number.
 *
 * @param value 0 and `Infinity` mean no limit.
 */
export function normalTimeLimit(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 0 ? value : fallback;
}
