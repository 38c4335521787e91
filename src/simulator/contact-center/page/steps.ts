import {CommandError} from '../errors.js';
import type {EventStream} from '../events.js';

/**
 * A workflow that waits for answers of pages: a generator that yields each promise that it waits for, and gets the
 * value of the promise back.
 */
export type Steps<Result> = Generator<PromiseLike<unknown>, Result, unknown>;

/** Waits for a promise in a workflow. */
export function* wait<Value>(promise: PromiseLike<Value>): Steps<Value> {
  return (yield promise) as Value;
}

/** The error of a workflow that was stopped. */
class Stopped extends CommandError {
  constructor() {
    super('the contact centre was reset.');
  }
}

/**
 * Runs workflows. The events of each part of a workflow, from one wait to the next, are sent together.
 *
 * A workflow runs at once until it waits for a promise, so a contact centre without pages acts synchronously.
 */
export class Workflows {
  /** For each workflow that waits, a function that ends the wait. */
  readonly #waiting = new Set<() => void>();

  constructor(private readonly stream: EventStream) {}

  /**
   * Runs a workflow. Returns its result, or a promise of its result if the workflow waits.
   *
   * @throws what the workflow throws, and a `CommandError` if the workflow is stopped
   */
  run<Result>(steps: Steps<Result>): Result | Promise<Result> {
    const first = this.stream.change(() => steps.next());
    return first.done ? first.value : this.#continue(steps, first);
  }

  /** Runs a workflow that nobody waits for. */
  start(steps: Steps<unknown>): void {
    const result = this.run(steps);
    if (!(result instanceof Promise)) return;
    result.catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
  }

  /** Ends every workflow that waits. */
  stop(): void {
    for (const stop of [...this.#waiting]) stop();
  }

  async #continue<Result>(steps: Steps<Result>, first: IteratorYieldResult<PromiseLike<unknown>>): Promise<Result> {
    let step: IteratorResult<PromiseLike<unknown>, Result> = first;
    while (!step.done) {
      const outcome = await this.#settle(step.value);
      if (outcome === STOPPED) {
        this.stream.change(() => steps.return(undefined as Result));
        throw new Stopped();
      }
      step = this.stream.change(() => ('error' in outcome ? steps.throw(outcome.error) : steps.next(outcome.value)));
    }
    return step.value;
  }

  /** Waits for a promise. Returns its value, its error, or `STOPPED`. */
  #settle(promise: PromiseLike<unknown>): Promise<{value: unknown} | {error: unknown} | typeof STOPPED> {
    return new Promise((resolve) => {
      const stop = (): void => {
        end(STOPPED);
      };
      const end = (outcome: {value: unknown} | {error: unknown} | typeof STOPPED): void => {
        this.#waiting.delete(stop);
        resolve(outcome);
      };
      this.#waiting.add(stop);
      promise.then(
        (value) => {
          end({value});
        },
        (error: unknown) => {
          end({error});
        },
      );
    });
  }
}

const STOPPED = Symbol('stopped');
