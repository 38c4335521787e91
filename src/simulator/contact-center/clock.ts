/** Where the contact centre gets its time from. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => {
    clearTimeout(handle as ReturnType<typeof setTimeout>);
  },
};

/** Time that passes only when told to, so that no test waits. */
export class ManualClock implements Clock {
  #now: number;
  #timers: {at: number; run: () => void}[] = [];

  /** @param now Where time starts. */
  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): unknown {
    const timer = {at: this.#now + Math.max(0, ms), run};
    this.#timers.push(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    this.#timers = this.#timers.filter((timer) => timer !== handle);
  }

  /** How many timers wait for their time. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets `ms` pass. Timers run in the order of their time, those that they set included. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.clearTimeout(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }

  /** The first timer due by `end`; the older of two that are due together. */
  #next(end: number) {
    return this.#timers
      .filter(({at}) => at <= end)
      .reduce<{at: number; run: () => void} | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );
  }
}
