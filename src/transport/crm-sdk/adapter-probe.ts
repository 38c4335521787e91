/** Milliseconds between two probes. */
const PROBE_EVERY = 5000;
/** Milliseconds that a connected adapter has to answer a probe. */
const PATIENCE = 3000;
/**
 * Milliseconds in addition: a page that was busy runs its timers before it handles an answer that has already arrived.
 */
const ANSWER_FIRST = 100;

/** The errors of the SDK for requests that reached no adapter. */
export const SDK_TIMEOUT = 'Timeout';
const SDK_DROPPED = 'Message dropped';

/** Receives the results of the probes. */
export interface ProbeListener {
  /** Returns whether the adapter answered before. */
  isConnected(): boolean;
  /** Called when the adapter answers. */
  onAnswer(): void;
  /** Called when the SDK finds no adapter. */
  onTimeout(): void;
  /** Called when a connected adapter does not answer in time. */
  onLate(): void;
}

/**
 * Checks whether an SDK is connected to an adapter: an SDK does not report that. Calls `isMasterPage` every five
 * seconds. Any answer, even an error, shows that there is an adapter.
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
