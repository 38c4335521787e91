import {type InteractionApiErrorCode, toInteractionApiError} from '../interaction-api/errors.js';
import {TimeLimits} from '../interaction-api/time-limits.js';
import type {CallData} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';
import {sameNumber} from './phone-number.js';

/** How a dial waits for its call. */
export interface WaitOptions {
  /** Called at once when the call starts; the promise resolves later. */
  started?: (call: Interaction) => void;
  /** Stops waiting for the call. A dial that was sent is not taken back. */
  signal?: AbortSignal;
}

interface PendingDial {
  readonly number: string;
  start(call: Interaction): void;
  fail(code: InteractionApiErrorCode, cause: unknown): void;
}

/**
 * The dials whose calls have not started.
 *
 * `click2dial` has no answer. A dial has started a call when an unknown call starts that is not inbound and has the dial's number. It has failed when the
 * adapter reports that by WebSocket event, when the connection is lost, or when its time is over.
 */
export class Dials {
  readonly #pending = new Set<PendingDial>();
  readonly #limits = new TimeLimits();

  /**
   * Waits for the call to `number`.
   * @param timeout Milliseconds; 0 and Infinity wait for ever.
   */
  wait(number: string, timeout: number, {started, signal}: WaitOptions = {}): Promise<Interaction> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        dial.fail('Aborted', 'The caller stopped waiting for the call.');
      };
      const end = (): void => {
        this.#pending.delete(dial);
        this.#limits.remove(limit);
        // Without limits, the timer of the limits must end too.
        if (!this.#pending.size) this.#limits.clear();
        signal?.removeEventListener('abort', onAbort);
      };
      const dial: PendingDial = {
        number,
        start(call) {
          end();
          started?.(call);
          resolve(call);
        },
        fail(code, cause) {
          end();
          reject(toInteractionApiError(cause, 'click2dial', code));
        },
      };
      const limit = this.#limits.add(timeout, () => {
        dial.fail('Timeout', `No call to ${number} started within ${timeout} ms.`);
      });
      this.#pending.add(dial);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
    });
  }

  /** Resolves the oldest dial to which a call that has started can belong. */
  callStarted(call: Interaction): void {
    const {number, dnis, callType} = call.data as CallData;
    if (callType === 'INBOUND') return;
    const called = [number, dnis].filter((text) => typeof text === 'string');
    this.#oldest((dial) => !called.length || called.some((text) => sameNumber(text, dial.number)))?.start(call);
  }

  /**
   * Rejects the oldest dial that the adapter can mean when it reports that it could not make a call.
   * Public material does not describe the payload, so a number and a text are used if the payload has them.
   */
  callFailed(payload: unknown): void {
    const {number} = (payload ?? {}) as {number?: unknown};
    this.#oldest((dial) => typeof number !== 'string' || sameNumber(number, dial.number))?.fail(
      'Generic',
      payload ?? 'The adapter could not make the call.',
    );
  }

  /** Rejects every dial: the adapter that would start the calls is gone. */
  connectionLost(): void {
    for (const dial of this.#pending) dial.fail('ConnectionLost', 'The adapter disconnected before the call started.');
  }

  #oldest(matches: (dial: PendingDial) => boolean): PendingDial | undefined {
    for (const dial of this.#pending) if (matches(dial)) return dial;
    return undefined;
  }
}
