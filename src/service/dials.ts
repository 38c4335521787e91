import {InteractionApiError, toInteractionApiError} from '../interaction-api/errors.js';
import type {CallData} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';
import {sameNumber} from './phone-number.js';

interface PendingDial {
  readonly number: string;
  start(call: Interaction): void;
  fail(error: InteractionApiError): void;
}

/** How a call is waited for. */
export interface WaitOptions {
  /** Called at once when the call starts; a promise tells it later. */
  started?: (call: Interaction) => void;
  signal?: AbortSignal;
}

/**
 * The dials whose calls have not started.
 *
 * `click2dial` has no answer. A dial has become a call when a call starts that nobody knew, that is not inbound, and that goes to its number;
 * it has failed when the adapter says so by WebSocket event, when the connection is lost, or when its time is over.
 */
export class Dials {
  readonly #pending = new Set<PendingDial>();

  /** Waits for the call to `number`. */
  wait(number: string, timeout: number, {started, signal}: WaitOptions = {}): Promise<Interaction> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.#pending.delete(dial);
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      };
      const dial: PendingDial = {
        number,
        start: (call) => {
          end();
          started?.(call);
          resolve(call);
        },
        fail: (error) => {
          end();
          reject(error);
        },
      };
      const giveUp = (): void => {
        dial.fail(failure('Aborted', 'The caller no longer waits for the call.', signal?.reason));
      };
      const timer = timeout
        ? setTimeout(() => {
            dial.fail(failure('Timeout', `No call to ${number} started within ${timeout} ms.`));
          }, timeout)
        : undefined;
      signal?.addEventListener('abort', giveUp);
      this.#pending.add(dial);
    });
  }

  /** A call started. */
  started(call: Interaction): void {
    const {number, dnis, callType} = call.data as CallData;
    if (callType === 'INBOUND') return;
    const called = [number, dnis].filter((text) => typeof text === 'string');
    for (const dial of this.#pending) {
      if (called.length && !called.some((text) => sameNumber(text, dial.number))) continue;
      dial.start(call);
      return;
    }
  }

  /** The adapter could not make a call. Public material does not tell what it says then: a number and a text are used where there are any. */
  refused(payload: unknown): void {
    const {number} = (payload ?? {}) as {number?: unknown};
    const said = typeof number === 'string';
    const dial = [...this.#pending].find((one) => !said || sameNumber(number, one.number));
    dial?.fail(toInteractionApiError(payload ?? 'The adapter could not make the call.', 'click2dial'));
  }

  /** Nobody is left to start the calls. */
  lost(): void {
    for (const dial of this.#pending) {
      dial.fail(failure('ConnectionLost', 'The adapter went away before the call started.'));
    }
  }
}

const failure = (code: 'Timeout' | 'Aborted' | 'ConnectionLost', why: string, cause?: unknown): InteractionApiError =>
  new InteractionApiError(code, why, 'click2dial', cause);
