import {type InteractionApiErrorCode, toInteractionApiError} from '../interaction-api/errors.js';
import type {CallData} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';
import {sameNumber} from './phone-number.js';

/** How a call is waited for. */
export interface WaitOptions {
  /** Called at once when the call starts; a promise tells it later. */
  started?: (call: Interaction) => void;
  /** Stops to wait for the call. What was dialled is not taken back. */
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
 * `click2dial` has no answer. A dial has become a call when a call starts that nobody knew, that is not inbound, and that goes to its number;
 * it has failed when the adapter says so by WebSocket event, when the connection is lost, or when its time is over.
 */
export class Dials {
  #pending: PendingDial[] = [];

  /** Waits for the call to `number`. */
  wait(number: string, timeout: number, {started, signal}: WaitOptions = {}): Promise<Interaction> {
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      const end = (): void => {
        over.abort();
        clearTimeout(timer);
        this.#pending = this.#pending.filter((one) => one !== dial);
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
      const timer = timeout
        ? setTimeout(() => {
            dial.fail('Timeout', `No call to ${number} started within ${timeout} ms.`);
          }, timeout)
        : undefined;
      const onAbort = (): void => {
        dial.fail('Aborted', 'The caller gave up.');
      };
      this.#pending.push(dial);
      signal?.addEventListener('abort', onAbort, over);
      if (signal?.aborted) onAbort();
    });
  }

  /** A call started. */
  started(call: Interaction): void {
    const {number, dnis, callType} = call.data as CallData;
    const called = [number, dnis].filter((text) => typeof text === 'string');
    if (callType === 'INBOUND') return;
    this.#pending.find((dial) => !called.length || called.some((text) => sameNumber(text, dial.number)))?.start(call);
  }

  /** The adapter could not make a call. Public material does not tell what it says then: a number and a text are used where there are any. */
  refused(payload: unknown): void {
    const {number} = (payload ?? {}) as {number?: unknown};
    this.#pending
      .find((dial) => typeof number !== 'string' || sameNumber(number, dial.number))
      ?.fail('Generic', payload ?? 'The adapter could not make the call.');
  }

  /** Nobody is left to start the calls. */
  lost(): void {
    for (const dial of this.#pending) dial.fail('ConnectionLost', 'The adapter went away before the call started.');
  }
}
