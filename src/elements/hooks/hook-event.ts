import type {HookName, HookParamsMap, HookResult, HookStatusCode} from '../../sdk/hook-api/hook-api.types.js';
import {AnswerableEvent} from '../../shared/events/answerable-event.js';

/** A decision of a listener, or an answer in the form of the Hook API; nothing means `Proceed`. */
export type HookDecision = HookResult | null | undefined;

/**
 * The adapter asks before or after it acts. A listener decides:
 *
 * - `preventDefault()`: the adapter does not act.
 * - `confirm(…)`: the adapter asks the agent.
 * - `fail(…)`: the adapter does not act, and shows a message.
 * - `proceedWith(…)`: the adapter acts with other values. To change a field of `detail` has the same effect.
 * - `respondWith(promise)`: the promise resolves with one of these decisions.
 *
 * Without a decision, the adapter acts.
 */
export abstract class HookEvent<Name extends HookName> extends AnswerableEvent<HookParamsMap[Name], HookDecision> {
  static readonly cancelable = true;

  /**
   * Lets the adapter ask the agent. Yes: the adapter acts. No: it does not.
   *
   * @param message The question.
   * @param header The title above the question.
   * @returns the decision, for a promise that was passed to `respondWith`
   */
  confirm(message: string, header = ''): HookResult {
    return this.#decide('Confirmation', message, header);
  }

  /**
   * Stops the adapter, and shows a message to the agent.
   *
   * @returns the decision, for a promise that was passed to `respondWith`
   */
  fail(message: string, header = ''): HookResult {
    return this.#decide('Error', message, header);
  }

  /**
   * Stops the adapter, as `preventDefault()` does. For a promise that was passed to `respondWith`.
   *
   * @returns the decision
   */
  cancel(): HookResult {
    return this.#decide('Cancel');
  }

  /**
   * Lets the adapter act with other values: with `params` for a dial, suggested numbers and visited records, with records
   * for a search, and with fields for a log.
   *
   * @returns the decision, for a promise that was passed to `respondWith`
   * @throws `TypeError` if the hook takes no values
   */
  proceedWith(values: unknown): HookResult {
    const field = VALUE_FIELDS[hookOf(this.type)];
    if (!field) throw new TypeError(`${this.type} takes no values.`);
    return this.#decide('ProceedWithParams', '', '', {[field]: values});
  }

  #decide(statusCode: HookStatusCode, message = '', messageHeader = '', values: object = {}): HookResult {
    const status = {statusCode, ...(message && {message}), ...(messageHeader && {messageHeader})};
    const decision = {status, ...values};
    // After `respondWith`, the decision is the value of the promise of the listener.
    if (!this.isAnswered) this.respondWith(decision);
    return decision;
  }
}

/** The field of the answer for the values of each hook. */
export const VALUE_FIELDS: Partial<Record<string, 'params' | 'searchResults' | 'newFields'>> = {
  beforeClickToDial: 'params',
  beforeSuggestedNumbers: 'params',
  beforeObjectVisited: 'params',
  beforeSearch: 'searchResults',
  afterSearch: 'searchResults',
  beforeSaveLog: 'newFields',
};

/** Returns the name of the hook of an event, for example `beforeMakeCall` for `five9-hook-before-make-call`. */
export function hookOf(type: string): string {
  return type.replace(/^five9-hook-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
