/** Pause between two probes, in milliseconds. */
const PROBE_EVERY = 5000;
/** Time limit for the answer of a connected adapter to a probe, in milliseconds. */
const PATIENCE = 3000;
/**
 * Milliseconds that are added to `PATIENCE`. They are necessary, because a page that was busy runs its timers first,
 * and only then handles an answer that has already arrived.
 */
const ANSWER_FIRST = 100;

/** The errors of the SDK for requests that reached no adapter. */
export const SDK_TIMEOUT = 'Timeout';
const SDK_DROPPED = 'Message dropped';

/** Receives the results of the probes. */
export interface ProbeListener {
  /** Returns whether the adapter counts as connected now. */
  isConnected(): boolean;
  /** Called when the adapter answers. */
  onAnswer(): void;
  /** Called when the SDK rejects a probe with `Timeout`, because it finds no adapter. */
  onTimeout(): void;
  /** Called when a connected adapter does not answer in time. */
  onLate(): void;
}

/**
 * Checks whether an SDK is connected to an adapter, because an SDK does not report its connection. Calls `isMasterPage`
 * every five seconds. Any answer of the adapter, even an error, shows that the SDK is connected.
 */
export class AdapterProbe {
  readonly #request: () => Promise<unknown>;
  readonly #listener: ProbeListener;
  #isRunning = false;
  /** Number of probes so far. */
  #count = 0;
  /** Number of probes that were sent before the last answer. */
  #countAtAnswer = 0;
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
    const probe = ++this.#count;
    if (this.#listener.isConnected()) {
      this.#patience = setTimeout(() => {
        this.#patience = setTimeout(() => this.#onLate(), ANSWER_FIRST);
      }, PATIENCE);
    } else {
      // Start the next probe without waiting for the answer, because an SDK that replaces its port loses the answers on
      // the old port.
      this.#probeLater();
    }
    this.#request().then(
      () => this.#onAnswer(),
      (cause: unknown) => {
        if (cause !== SDK_TIMEOUT && cause !== SDK_DROPPED) this.#onAnswer();
        // Ignore the error if any answer has come after this probe was sent, because the adapter is connected then.
        else if (probe > this.#countAtAnswer) this.#onNoAnswer(cause);
      },
    );
  }

  #onAnswer(): void {
    clearTimeout(this.#patience);
    this.#countAtAnswer = this.#count;
    if (!this.#isRunning) return;
    this.#probeLater();
    this.#listener.onAnswer();
  }

  #onNoAnswer(cause: unknown): void {
    clearTimeout(this.#patience);
    if (!this.#isRunning) return;
    this.#probeLater();
    if (cause === SDK_TIMEOUT) this.#listener.onTimeout();
  }

  #onLate(): void {
    this.#probeLater();
    this.#listener.onLate();
  }

  #probeLater(): void {
    clearTimeout(this.#nextProbe);
    this.#nextProbe = setTimeout(() => this.#probe(), PROBE_EVERY);
  }
}
