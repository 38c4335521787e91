import type {AnsweringMethods, InteractionApi} from '../interaction-api/interaction-api.js';
import type {InteractionRef} from '../interaction-api/types.js';
import type {Interaction} from './interactions.js';

/**
 * Names of the methods that return data of an interaction. Such data change rarely or never while the interaction is
 * live.
 */
export type FetchMethod = {
  [Method in keyof AnsweringMethods]: Method extends `get${string}`
    ? AnsweringMethods[Method] extends (params: InteractionRef) => Promise<unknown>
      ? Method
      : never
    : never;
}[keyof AnsweringMethods];

/** Answers that are requested once for each interaction. All elements that need an answer share it. */
export class FetchedAnswers {
  /** Map from the id of an interaction to the answers about this interaction, by method. */
  readonly #answers = new Map<string, Map<FetchMethod, Promise<unknown>>>();

  /** Returns the answer of `method`. Only the first call for an interaction requests the answer from `api`. */
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
      // Forget a failed request, so that the next call of `fetch` sends the request again.
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
