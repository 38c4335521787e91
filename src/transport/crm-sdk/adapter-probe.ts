/** Milliseconds between two probes. */
const PROBE_EVERY = 5000;
/** Milliseconds that an adapter which answered before has for the answer to a probe. */
const PATIENCE = 3000;
/** A page that was busy all that time runs its timers before it handles the answer: it gets this many more. */
const ANSWER_FIRST = 100;

/** The SDK's own words for requests that reached no adapter. */
export const SDK_TIMEOUT = 'Timeout';
const SDK_DROPPED = 'Message dropped';

/** Receives the results of the probes. */
export interface ProbeListener {
  /** Returns whether the adapter answered before. */
  isConnected(): boolean;
  /** The adapter answered. */
  onAnswer(): void;
  /** The SDK found no adapter. */
  onTimeout(): void;
  /** An adapter that answered before does not answer now. */
  onLate(): void;
}

/**
 * Checks every five seconds whether an SDK has reached the adapter, because the SDK does not report it. Any answer to `isMasterPage`, an error too, comes from the
 * adapter.
 */
export class AdapterProbe {
  readonly #request: () => Promise<unknown>;
  readonly #listener: ProbeListener;
  #isRunning = false;
  #nextProbe: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(request: () => Promise<unknown>, listener: ProbeListener) {
    this.#request = request;
    this.#listener = listener;
  }

  start(): void {
    this.#isRunning = true;
    this.#probe();
  }

  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#nextProbe);
    clearTimeout(this.#patience);
  }

  #probe(): void {
    if (this.#listener.isConnected()) {
      this.#patience = setTimeout(() => {
        this.#patience = setTimeout(() => this.#listener.onLate(), ANSWER_FIRST);
      }, PATIENCE);
    }
    this.#request().then(
      () => this.#onResult(() => this.#listener.onAnswer()),
      (cause: unknown) =>
        this.#onResult(() => {
          if (cause === SDK_TIMEOUT) this.#listener.onTimeout();
          else if (cause !== SDK_DROPPED) this.#listener.onAnswer();
        }),
    );
  }

  #onResult(notify: () => void): void {
    clearTimeout(this.#patience);
    if (!this.#isRunning) return;
    this.#nextProbe = setTimeout(() => this.#probe(), PROBE_EVERY);
    notify();
  }
}
