import {normalTimeLimit} from '../../interaction-api/time-limits.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {isLive} from '../../service/interactions.js';
import {PageError} from '../words/page-error.js';

/** Limits of a question of the adapter. */
export interface QuestionLimits {
  /** Name of the question, for error messages, for example `search`. */
  readonly method: string;
  /**
   * Milliseconds until an answer is too late; 0 and `Infinity` mean no limit. Another value that is no time means the
   * default.
   */
  readonly timeout?: number | null | undefined;
  /** Milliseconds of the default. They must be below the time limit of the adapter, 60 s. @default 10000 */
  readonly defaultTimeout?: number | undefined;
  /** The interaction that the question is about; `undefined` if the question may be answered after its interaction. */
  readonly interactionId?: string | undefined;
}

const DEFAULT_TIME = 10_000;

/** The longest delay of a browser's timer, in milliseconds. A timer with a longer delay would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * A question of the adapter that the page has not answered. It ends when its time is over, or when its interaction is
 * over.
 */
export class Question {
  readonly #method: string;
  readonly #ended = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  #stopListening: (() => void) | undefined;

  constructor(service: InteractionService | undefined, limits: QuestionLimits) {
    this.#method = limits.method;
    const time = normalTimeLimit(limits.timeout, limits.defaultTimeout ?? DEFAULT_TIME);
    if (time > 0 && time <= LONGEST_DELAY) this.#timer = setTimeout(() => this.#endLate(time), time);
    if (service && limits.interactionId) this.#endWith(service, limits.interactionId);
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
        signal.addEventListener('abort', () => reject(signal.reason as PageError), {once: true});
        if (signal.aborted) reject(signal.reason as PageError);
        answer.then(resolve, reject);
      });
    } finally {
      this.end();
    }
  }

  /** Ends the question without an error, because nobody needs its answer any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#stopListening?.();
  }

  /** Ends the question when the interaction is over. An interaction that is over already has no effect. */
  #endWith(service: InteractionService, interactionId: string): void {
    const isOver = (): boolean => {
      const interaction = service.interaction(interactionId);
      return interaction !== undefined && !isLive(interaction);
    };
    if (isOver()) return;
    this.#stopListening = service.listen({
      serviceChanged: () => {
        if (isOver()) this.#end('Aborted', 'the interaction is over');
      },
    });
  }

  #endLate(time: number): void {
    this.#end('Timeout', `there was no answer within ${time / 1000} s`);
  }

  #end(code: 'Aborted' | 'Timeout', reason: string): void {
    this.end();
    this.#ended.abort(new PageError(code, `“${this.#method}” was not answered: ${reason}.`, this.#method));
  }
}
