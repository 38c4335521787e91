import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {isLive} from '../../service/interactions.js';

/** Limits of a question of the adapter. */
export interface QuestionLimits {
  /** Name of the question, for error messages, for example `search`. */
  readonly method: string;
  /** Milliseconds until the answer comes too late; 0 and `Infinity` mean no limit. */
  readonly timeout: number;
  /** The interaction that the question is about; `undefined` if the question is about no interaction. */
  readonly interactionId?: string | undefined;
}

/**
 * A question of the adapter that the page has not answered. It ends when its time is over, or when its interaction is
 * over.
 */
export class Question {
  readonly #ended = new AbortController();
  readonly #stop: () => void;

  constructor(service: InteractionService | undefined, limits: QuestionLimits) {
    const {method, timeout, interactionId} = limits;
    const timer =
      timeout > 0 && timeout !== Infinity
        ? setTimeout(() => this.#ended.abort(timedOut(method, timeout)), timeout)
        : undefined;
    const stopListening =
      interactionId === undefined
        ? undefined
        : service?.listen({
            serviceChanged: () => {
              const interaction = service.interaction(interactionId);
              if (interaction && !isLive(interaction)) this.#ended.abort(interactionOver(method));
            },
          });
    this.#stop = () => {
      clearTimeout(timer);
      stopListening?.();
    };
  }

  /** Aborts when the question has ended without an answer. The reason is an `InteractionApiError`. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Resolves with the answer. Rejects with the reason of `signal` if the question ends first. */
  async wait<Answer>(answer: PromiseLike<Answer>): Promise<Answer> {
    const {signal} = this;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as InteractionApiError), {once: true});
        if (signal.aborted) reject(signal.reason as InteractionApiError);
        answer.then(resolve, reject);
      });
    } finally {
      this.#stop();
    }
  }

  /** Ends the question without an error, because it is answered. */
  end(): void {
    this.#stop();
  }
}

function timedOut(method: string, timeout: number): InteractionApiError {
  return new InteractionApiError('Timeout', `The page did not answer “${method}” within ${timeout / 1000} s.`, method);
}

function interactionOver(method: string): InteractionApiError {
  const text = `The interaction was over before the page answered “${method}”.`;
  return new InteractionApiError('Aborted', text, method);
}
