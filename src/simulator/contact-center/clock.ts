/** The contact centre's source of time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Calls `run` once, after `ms` milliseconds; never if `ms` is `Infinity`, as soon as possible if `ms` is negative or
   * `NaN`.
   */
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/**
 * The longest delay of the platform's `setTimeout`, in milliseconds. With a longer delay, the platform's timer runs at
 * once.
 */
const MAX_DELAY = 2 ** 31 - 1;

/** A timer of the system clock. A long delay uses several of the platform's timers, one after the other. */
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

/** The time of the machine. */
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

/** A clock for tests: time passes only in `advance`. */
export class ManualClock implements Clock {
  #now: number;
  #timers: ManualTimer[] = [];

  /** @param now The time at the start. */
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

  /** Lets `ms` milliseconds pass. Runs the due timers in order of time, including new timers that a due timer sets. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#firstDue(end); next; next = this.#firstDue(end)) {
      this.clearTimeout(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }

  /** Returns the first timer that is due by `end`. If two timers are due at the same time, returns the older timer. */
  #firstDue(end: number): ManualTimer | undefined {
    let first: ManualTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
    }
    return first;
  }
}
