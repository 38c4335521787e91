import {Five9Event} from '../../service/events.js';

/**
 * A question of the adapter to the page. A listener answers with `respondWith`.
 *
 * @typeParam Answer The answers that the question takes.
 */
export abstract class AnswerableEvent<Detail, Answer> extends Five9Event<Detail> {
  #answer: Promise<Answer> | undefined;

  /**
   * @param detail The parameters of the question.
   * @param signal Aborts when the time for the answer is over, or when the interaction is over.
   */
  constructor(
    detail: Detail,
    readonly signal: AbortSignal,
  ) {
    super(detail);
  }

  /** Whether a listener has called `respondWith`. */
  get isAnswered(): boolean {
    return this.#answer !== undefined;
  }

  /** The answer of the page; `undefined` if no listener has called `respondWith`. */
  get answer(): Promise<Answer> | undefined {
    return this.#answer;
  }

  /**
   * Answers the question. If the promise rejects, the error is shown and dispatched as `five9-error`.
   *
   * @param answer The answer, or a promise of it.
   * @throws `InvalidStateError` (a `DOMException`) if a listener has answered before, or if the event is no longer
   *   dispatched. Call this method before the first `await` of the listener, and pass a promise.
   */
  respondWith(answer: Answer | PromiseLike<Answer>): void {
    if (this.eventPhase === Event.NONE) {
      throw new DOMException(
        `respondWith() of ${this.type} came too late: call it while the event is dispatched, and pass a promise.`,
        'InvalidStateError',
      );
    }
    if (this.#answer) {
      throw new DOMException(`Another listener has already answered ${this.type}.`, 'InvalidStateError');
    }
    this.#answer = Promise.resolve(answer);
    // The promise may reject before the element waits for it. The browser must not report it as unhandled.
    this.#answer.catch(() => undefined);
  }
}
