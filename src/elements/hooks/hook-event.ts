import type {HookName, HookParamsMap, HookResult, HookStatusCode} from '../../sdk/hook-api/hook-api.types.js';
import {AnswerableEvent} from '../../shared/events/answerable-event.js';
import type {Decision} from './decision.js';
import {valuesOf} from './hook-values.js';

/** A decision of a listener, or an answer in the form of the Hook API; nothing means `Proceed`. */
export type HookDecision = HookResult | null | undefined;

/**
 * The adapter asks before or after it acts. A listener decides:
 *
 * - `preventDefault()`: the adapter does not act.
 * - `confirm(…)`: the adapter asks the agent.
 * - `fail(…)`: the adapter does not act, and shows a message.
 * - `proceedWith(…)`: the adapter acts with other values. To change a field of `detail` has the same effect.
 * - `respondWith(promise)`: the promise resolves with one of these decisions, or with nothing.
 *
 * Without a decision, the adapter acts. If several listeners decide, the strictest decision counts: `fail`, then
 * `preventDefault` and `cancel`, then `confirm`, then `proceedWith`.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- `detail` and `hook` depend on it
export abstract class HookEvent<Name extends HookName> extends AnswerableEvent<HookParamsMap[Name], HookDecision> {
  static readonly cancelable = true;

  /** Name of the hook, for example `beforeMakeCall`. */
  readonly hook: Name = hookOf(this.type) as Name;
  #decisions: readonly Decision[] = [];

  /**
   * The decisions of the listeners so far, without the answers of promises.
   * @internal
   */
  get decisions(): readonly Decision[] {
    return this.#decisions;
  }

  /**
   * Lets the adapter ask the agent. Yes: the adapter acts. No: it does not.
   *
   * @param message The question.
   * @param header The title above the question.
   * @returns the decision, for a promise that was passed to `respondWith`
   * @throws `InvalidStateError` (a `DOMException`) if another listener asks the agent, or if the event is over
   */
  confirm(message: string, header = ''): HookResult {
    return this.#decide('Confirmation', {message, messageHeader: header});
  }

  /**
   * Stops the adapter, and shows a message to the agent.
   *
   * @returns the decision, for a promise that was passed to `respondWith`
   * @throws `InvalidStateError` (a `DOMException`) if the event is over
   */
  fail(message: string, header = ''): HookResult {
    return this.#decide('Error', {message, messageHeader: header});
  }

  /**
   * Stops the adapter, as `preventDefault()` does.
   *
   * @returns the decision, for a promise that was passed to `respondWith`
   * @throws `InvalidStateError` (a `DOMException`) if the event is over
   */
  cancel(): HookResult {
    return this.#decide('Cancel');
  }

  /**
   * Lets the adapter act with other values: with params for a dial, suggested numbers and visited records, with records
   * for a search, and with fields for a log.
   *
   * @returns the decision, for a promise that was passed to `respondWith`
   * @throws `TypeError` if the hook takes no values; `InvalidStateError` (a `DOMException`) if another listener has given
   *   other values, or if the event is over
   */
  proceedWith(values: unknown): HookResult {
    const given = valuesOf(this.hook, values);
    if (!given) throw new TypeError(`The adapter takes no other values for ${this.type}. Cancel the event instead.`);
    return this.#decide('ProceedWithParams', {}, given);
  }

  #decide(statusCode: HookStatusCode, texts: Record<string, string> = {}, values: object = {}): HookResult {
    const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
    const decision = {...values, status: {statusCode, ...given}};
    if (this.eventPhase !== Event.NONE) this.#add(decision);
    // After `respondWith`, the decision is the value of the promise of the listener.
    else if (!this.isAnswered) {
      throw invalidState(`The decision about ${this.type} came too late. Pass a promise to respondWith() first.`);
    }
    return decision;
  }

  #add(decision: Decision): void {
    const {statusCode} = decision.status;
    const isRepeated = this.#decisions.some(({status}) => status.statusCode === statusCode);
    // The fields of several listeners are collected, but the adapter asks only one question and takes only one value.
    const isLost = statusCode === 'Confirmation' || (statusCode === 'ProceedWithParams' && !('newFields' in decision));
    if (isRepeated && isLost) throw invalidState(`Another listener has already decided about ${this.type}.`);
    this.#decisions = [...this.#decisions, decision];
  }
}

const invalidState = (message: string): DOMException => new DOMException(message, 'InvalidStateError');

/** Returns the name of the hook of an event, for example `beforeMakeCall` for `five9-hook-before-make-call`. */
function hookOf(type: string): string {
  return type.replace(/^five9-hook-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
