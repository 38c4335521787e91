import type {AnsweringMethods, InteractionApi} from '../interaction-api/interaction-api.js';
import type {InteractionRef} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';

/** Methods that read data of an interaction which changes seldom or never while the interaction lives. */
export type FetchMethod = {
  [Method in keyof AnsweringMethods]: Method extends `get${string}`
    ? AnsweringMethods[Method] extends (params: InteractionRef) => Promise<unknown>
      ? Method
      : never
    : never;
}[keyof AnsweringMethods];

/** Answers that are requested once for each interaction, and shared by all elements that need them. */
export class FetchedAnswers {
  /** Answers by method, by id of the interaction. */
  readonly #answers = new Map<string, Map<FetchMethod, Promise<unknown>>>();

  /** Returns the answer of `method`; requests it from `api` if it is not known yet. */
  fetch<Method extends FetchMethod>(
    api: InteractionApi,
    method: Method,
    {type, id}: Interaction,
  ): ReturnType<AnsweringMethods[Method]> {
    const answers = this.#answersOf(id);
    let answer = answers.get(method);
    if (!answer) {
      answer = api[method]({interactionType: type, interactionId: id});
      answers.set(method, answer);
      // A failed request may be repeated.
      answer.catch(() => answers.delete(method));
    }
    return answer as ReturnType<AnsweringMethods[Method]>;
  }

  /** Forgets the answers about an interaction. */
  forget(id: string): void {
    this.#answers.delete(id);
  }

  #answersOf(id: string): Map<FetchMethod, Promise<unknown>> {
    const known = this.#answers.get(id);
    if (known) return known;
    const answers = new Map<FetchMethod, Promise<unknown>>();
    this.#answers.set(id, answers);
    return answers;
  }
}
