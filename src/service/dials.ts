import {callSafely} from '../interaction-api/call-safely.js';
import {type InteractionApiErrorCode, toInteractionApiError} from '../interaction-api/errors.js';
import {TimeLimits} from '../interaction-api/time-limits.js';
import type {CallData} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';
import {compareNumbers} from './phone-number/same-number.js';

/** Options of a dial that concern the wait for its phone call. */
export interface WaitOptions {
  /** Called at once when the call starts. The promise of the wait resolves later, in a microtask. */
  started?: (call: Interaction) => void;
  /** Signal that ends the wait for the call. It does not cancel the dial itself. */
  signal?: AbortSignal;
}

/** Returns how certain it is that two texts are the same number. 0 means that they are different numbers. */
export type NumberComparison = (one: string, other: string) => number;

interface PendingDial {
  readonly number: string;
  start(call: Interaction): void;
  fail(code: InteractionApiErrorCode, cause: unknown): void;
}

/**
 * The dials whose calls have not started yet.
 *
 * `click2dial` has no answer, so events show whether a dial succeeds. A dial succeeds when a new call with the dial's
 * number starts, unless the call is inbound. A dial fails when a WebSocket event of the adapter reports the failure,
 * when the connection is lost, or when the time limit expires.
 */
export class Dials {
  readonly #pending = new Set<PendingDial>();
  readonly #limits = new TimeLimits();
  readonly #compare: NumberComparison;

  /** @param compare Compares the number of a call with a number that was dialled. */
  constructor(compare: NumberComparison = compareNumbers) {
    this.#compare = compare;
  }

  /**
   * Waits until the phone call to `number` starts, and resolves with this call.
   * @param timeout Time limit in milliseconds; 0 and `Infinity` mean no limit.
   */
  wait(number: string, timeout: number, {started, signal}: WaitOptions = {}): Promise<Interaction> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        dial.fail('Aborted', 'The caller stopped waiting for the call.');
      };
      const end = (): void => {
        this.#pending.delete(dial);
        this.#limits.remove(limit);
        // If no dial is pending, stop the timer of `#limits`.
        if (!this.#pending.size) this.#limits.clear();
        signal?.removeEventListener('abort', onAbort);
      };
      const dial: PendingDial = {
        number,
        start(call) {
          end();
          if (started) callSafely(() => started(call));
          resolve(call);
        },
        fail(code, cause) {
          end();
          reject(toInteractionApiError(cause, 'click2dial', code));
        },
      };
      const limit = this.#limits.add(timeout, () => {
        dial.fail(
          'Timeout',
          `No call to ${number} started within ${timeout} ms. Check whether the adapter waits for a campaign.`,
        );
      });
      this.#pending.add(dial);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
    });
  }

  /** Resolves the dial that most probably has started this call; of several equal dials, the oldest one. */
  callStarted(call: Interaction): void {
    const {number, dnis, callType} = call.data as Partial<CallData>;
    if (callType === 'INBOUND') return;
    this.#find([number, dnis])?.start(call);
  }

  /**
   * Called when the adapter reports a failed call. Rejects the dial that the report is most probably about. Public
   * sources do not describe the payload. If the payload contains a number, only a dial with this number is rejected. If
   * the payload contains a text, the text becomes the error message.
   */
  callFailed(payload: unknown): void {
    const {number} = Object(payload) as {number?: unknown};
    this.#find([number])?.fail(
      'Generic',
      payload ?? 'The adapter could not make the call. Check the number and the campaign in Five9.',
    );
  }

  /** Rejects every dial, because the adapter is no longer connected. */
  connectionLost(): void {
    for (const dial of this.#pending) dial.fail('ConnectionLost', 'The adapter disconnected before the call started.');
  }

  /**
   * Returns the dial whose number is most similar to one of the numbers of a call; of several equal dials, the oldest
   * one. Without a number, returns the oldest dial.
   *
   * @param values The numbers of the call: texts or JSON numbers. Other values are ignored.
   */
  #find(values: readonly unknown[]): PendingDial | undefined {
    const numbers = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
    if (!numbers.length) return [...this.#pending][0];
    let best: PendingDial | undefined;
    let bestSameness = 0;
    for (const dial of this.#pending) {
      const sameness = Math.max(...numbers.map((number) => this.#compare(number, dial.number)));
      if (sameness <= bestSameness) continue;
      best = dial;
      bestSameness = sameness;
    }
    return best;
  }
}
