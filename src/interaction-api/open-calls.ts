import {InteractionApiError, toInteractionApiError} from './errors.js';
import type {CallOptions} from './methods.js';
import {normalTimeLimit, TimeLimits} from './time-limits.js';
import type {CallHandle} from './transport.js';

/** Default time limit of an API call, in milliseconds. The Five9 SDK has the same limit. */
export const DEFAULT_REQUEST_TIMEOUT = 60_000;

const CLOSED =
  'The page closed the API before the adapter answered. Check in Five9 whether the request was carried out.';

/** The API calls of one API that have not settled. Each call has a time limit, and the caller can abort it. */
export class OpenCalls {
  readonly #timeLimits = new TimeLimits();
  /** Functions that reject the API calls that have not settled. */
  readonly #rejections = new Set<() => void>();
  #requestTimeout = DEFAULT_REQUEST_TIMEOUT;

  /** Time limit, in milliseconds, of each API call without the option `timeout`; 0 and `Infinity` mean no limit. */
  get requestTimeout(): number {
    return this.#requestTimeout;
  }

  /** Sets the time limit. An invalid value sets the default. */
  set requestTimeout(milliseconds: number) {
    this.#requestTimeout = normalTimeLimit(milliseconds, DEFAULT_REQUEST_TIMEOUT);
  }

  /**
   * Sends an API call with a time limit. The promise rejects only with an `InteractionApiError`. It also rejects when
   * `signal` is aborted.
   *
   * @param send Sends the request, and returns a promise of the answer.
   */
  run(
    method: string,
    {timeout, signal}: CallOptions,
    send: (handle: CallHandle) => Promise<unknown>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const milliseconds = normalTimeLimit(timeout, this.#requestTimeout);
      const handle: CallHandle = {};
      const end = (): void => {
        this.#rejections.delete(onClosed);
        this.#timeLimits.remove(limit);
        signal?.removeEventListener('abort', onAbort);
      };
      const giveUp = (error: InteractionApiError): void => {
        end();
        reject(error);
        handle.cancel?.();
      };
      const onAbort = (): void =>
        giveUp(new InteractionApiError('Aborted', `The caller aborted ${method}.`, method, signal?.reason));
      const onClosed = (): void => giveUp(new InteractionApiError('ConnectionLost', CLOSED, method));
      const limit = this.#timeLimits.add(milliseconds, () =>
        giveUp(
          new InteractionApiError('Timeout', `The adapter did not answer ${method} within ${milliseconds} ms.`, method),
        ),
      );
      this.#rejections.add(onClosed);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) {
        onAbort();
        return;
      }
      send(handle).then(
        (result) => {
          end();
          resolve(result);
        },
        (cause: unknown) => {
          end();
          reject(toInteractionApiError(cause, method));
        },
      );
    });
  }

  /** Rejects every API call that has not settled with `ConnectionLost`. */
  close(): void {
    for (const onClosed of [...this.#rejections]) onClosed();
    this.#timeLimits.clear();
  }
}
