import type {InteractionService} from '../../service/interaction-service.js';
import type {AnswerableEvent} from '../events/answerable-event.js';
import {Question, type QuestionLimits} from './question.js';

/** A question of the adapter to the page. */
export interface PageQuestion<Answer, Asked extends AnswerableEvent<unknown, Answer>> extends QuestionLimits {
  /** Target of the event. */
  readonly target: EventTarget;
  readonly service: InteractionService | undefined;
  /** Creates the event. */
  readonly event: (signal: AbortSignal) => Asked;
  /** Returns the answer if no listener has answered. `event.defaultPrevented` shows whether a listener cancelled it. */
  readonly otherwise: (event: Asked) => Answer | PromiseLike<Answer>;
}

/**
 * Dispatches a question as an event, and resolves with the answer of a listener; without one, with the answer of
 * `otherwise`. Rejects with the error of the answer, and with an `InteractionApiError` if the time is over or the
 * interaction is over.
 */
export async function askPage<Answer, Asked extends AnswerableEvent<unknown, Answer>>(
  question: PageQuestion<Answer, Asked>,
): Promise<Answer> {
  const {target, service, event: makeEvent, otherwise} = question;
  const asked = new Question(service, question);
  const event = makeEvent(asked.signal);
  target.dispatchEvent(event);
  return asked.wait(event.answer ?? answerOf(() => otherwise(event)));
}

/** Returns the answer as a promise, also if the function throws. */

async function answerOf<Answer>(make: () => Answer | PromiseLike<Answer>): Promise<Answer> {
  return make();
}
