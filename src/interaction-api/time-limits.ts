/**
 * The longest delay of a browser's timer, in milliseconds (24.8 days). A timer with a longer delay would fire at once.
 */
const LONGEST_DELAY = 2 ** 31 - 1;

/** A time limit that has not expired. */
export interface TimeLimit {
  /** Time of expiry, in milliseconds of `performance.now()`. */
  readonly expiresAt: number;
  readonly onExpired: () => void;
}

/**
 * The time limits of one owner, with one timer for all limits.
 *
 * There is only one timer, because a separate timer for each limit would take a fifth of the time of a request and its
 * answer. The timer waits for the limit that expires first. If this limit is removed, the timer still fires, and then
 * starts again for the next limit.
 */
export class TimeLimits {
  readonly #limits = new Set<TimeLimit>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Time at which the timer fires, in milliseconds of `performance.now()`; `Infinity` without a timer. */
  #wakesAt = Infinity;

  /**
   * Calls `onExpired` once after `milliseconds`, unless the limit is removed earlier.
   *
   * @param milliseconds 0 and `Infinity` mean no limit. Delays of more than 24.8 days work too.
   * @returns the limit, which `remove` needs; `undefined` if there is no limit
   */
  add(milliseconds: number, onExpired: () => void): TimeLimit | undefined {
    if (milliseconds === 0 || milliseconds === Infinity) return undefined;
    const limit = {expiresAt: performance.now() + milliseconds, onExpired};
    this.#limits.add(limit);
    if (limit.expiresAt < this.#wakesAt) this.#wakeAt(limit.expiresAt);
    return limit;
  }

  /** Removes a limit. A removed limit never expires. */
  remove(limit: TimeLimit | undefined): void {
    if (limit) this.#limits.delete(limit);
  }

  /** Removes every limit, and stops the timer. */
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
    // If the timer fires early, use the time for which the timer was set. Browsers may fire a timer a fraction of a
    // millisecond early.
    const now = Math.max(performance.now(), this.#wakesAt);
    this.#stopTimer();
    const expired = [...this.#limits].filter(({expiresAt}) => expiresAt <= now);
    for (const limit of expired) {
      // Check whether the limit still exists, because the callback of another limit may have removed it.
      if (this.#limits.delete(limit)) limit.onExpired();
    }
    let next = Infinity;
    for (const {expiresAt} of this.#limits) next = Math.min(next, expiresAt);
    if (next < this.#wakesAt) this.#wakeAt(next);
  }
}

/**
 * Returns `value` as milliseconds of a time limit, or `fallback` if `value` is missing, negative or not a number.
 *
 * @param value 0 and `Infinity` mean no limit.
 */
export function normalTimeLimit(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 0 ? value : fallback;
}
