/** The contact centre's source of time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Calls `run` once, after `ms` milliseconds. If `ms` is negative or `NaN`, calls `run` as soon as possible. If `ms`
   * is `Infinity`, never calls `run`.
   */
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/**
 * The longest delay of the platform's `setTimeout`, in milliseconds. With a longer delay, `setTimeout` calls its
 * function at once.
 */
const MAX_DELAY = 2 ** 31 - 1;

/**
 * A timer of the system clock. For a long delay, starts several timers of the platform, one after the other, because a
 * single timer cannot be longer than `MAX_DELAY`.
 */
class SystemTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void, ms: number) {
    if (ms !== Infinity) this.#start(run, ms);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }

  #start(run: () => void, ms: number): void {
    const delay = Math.min(ms, MAX_DELAY);
    this.#timer = setTimeout(() => {
      if (ms > delay) this.#start(run, ms - delay);
      else run();
    }, delay);
  }
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => new SystemTimer(run, ms),
  clearTimeout: (handle) => {
    (handle as SystemTimer | undefined)?.clear();
  },
};

interface ManualTimer {
  at: number;
  run: () => void;
}

/** A clock for tests. Its time changes only when `advance` is called. */
export class ManualClock implements Clock {
  #now: number;
  #timers: ManualTimer[] = [];

  /** @param now Time at the start, in milliseconds since 1970. Default: 1 January 2026. */
  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): unknown {
    const delay = ms > 0 ? ms : 0;
    const timer: ManualTimer = {at: this.#now + delay, run};
    if (delay !== Infinity) this.#timers.push(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    this.#timers = this.#timers.filter((timer) => timer !== handle);
  }

  /** The number of timers that have not run yet. */
  get waiting(): number {
    return this.#timers.length;
  }

  /**
   * Increases the time by `ms` milliseconds. Runs the timers that become due, in order of time, including new timers
   * that these timers set.
   */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#firstDue(end); next; next = this.#firstDue(end)) {
      this.clearTimeout(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }

  /**
   * Returns the earliest timer that is due at `end` or before. If two timers are due at the same time, returns the
   * timer that was set first.
   */
  #firstDue(end: number): ManualTimer | undefined {
    let first: ManualTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
    }
    return first;
  }
}
