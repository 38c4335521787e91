import {callSafely} from '../interaction-api/call-safely.js';
import {type InteractionApiErrorCode, toInteractionApiError} from '../interaction-api/errors.js';
import {TimeLimits} from '../interaction-api/time-limits.js';
import type {CallData} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';
import {sameNumber} from './phone-number.js';

/** Options of a dial that concern the wait for its phone call. */
export interface WaitOptions {
  /** Called at once when the call starts. The promise of the wait resolves later, in a microtask. */
  started?: (call: Interaction) => void;
  /** Signal that ends the wait for the call. It does not cancel the dial itself. */
  signal?: AbortSignal;
}

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

  /** Resolves the oldest dial that may have started this call. */
  callStarted(call: Interaction): void {
    const {number, dnis, callType} = call.data as CallData;
    if (callType === 'INBOUND') return;
    const called = [number, dnis].filter((text) => typeof text === 'string');
    this.#oldest((dial) => !called.length || called.some((text) => sameNumber(text, dial.number)))?.start(call);
  }

  /**
   * Called when the adapter reports a failed call. Rejects the oldest dial that the report can be about. Public sources
   * do not describe the payload. If the payload contains a number, only a dial with this number is rejected. If the
   * payload contains a text, the text becomes the error message.
   */
  callFailed(payload: unknown): void {
    const {number} = (payload ?? {}) as {number?: unknown};
    this.#oldest((dial) => typeof number !== 'string' || sameNumber(number, dial.number))?.fail(
      'Generic',
      payload ?? 'The adapter could not make the call. Check the number and the campaign in Five9.',
    );
  }

  /** Rejects every dial, because the adapter is no longer connected. */
  connectionLost(): void {
    for (const dial of this.#pending) dial.fail('ConnectionLost', 'The adapter disconnected before the call started.');
  }

  #oldest(matches: (dial: PendingDial) => boolean): PendingDial | undefined {
    for (const dial of this.#pending) if (matches(dial)) return dial;
    return undefined;
  }
}
