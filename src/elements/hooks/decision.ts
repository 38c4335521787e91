import {isRecord} from '../../interaction-api/is-record.js';
import type {HookResult} from '../../sdk/hook-api/hook-api.types.js';
import {PageError} from '../../shared/words/page-error.js';

/** A decision with the values for the action: `params`, `searchResults` or `newFields`. */
export type Decision = HookResult & Readonly<Record<string, unknown>>;

export const PROCEED: Decision = {status: {statusCode: 'Proceed'}};
export const CANCEL: Decision = {status: {statusCode: 'Cancel'}};

/** The status codes, each stricter than those before it. */
const STRICTNESS: readonly unknown[] = ['Proceed', 'ProceedWithParams', 'Confirmation', 'Cancel', 'Error'];

/**
 * Returns the decision of several listeners: the strictest one, because each listener can have a reason to stop the
 * adapter. If the adapter may act, the decision has the values of the other decisions too.
 */
export function strictest(decisions: readonly Decision[]): Decision {
  const [first = PROCEED, ...others] = decisions;
  const chosen = others.reduce((best, other) => (strictness(other) > strictness(best) ? other : best), first);
  const {statusCode} = chosen.status;
  if (statusCode !== 'ProceedWithParams' && statusCode !== 'Confirmation') return chosen;
  // The values of earlier decisions replace those of later ones, but the fields of a log are collected.
  const values = Object.assign({}, ...[...decisions].reverse()) as Decision;
  const newFields = Object.assign({}, ...decisions.map((decision) => decision['newFields']).reverse()) as object;
  return {...values, ...('newFields' in values && {newFields}), status: chosen.status};
}

/**
 * Returns the answer of a listener as a decision; `undefined` if the listener has answered with nothing.
 *
 * @throws `PageError` if the answer is no decision
 */
export function decisionOf(type: string, answer: unknown): Decision | undefined {
  if (answer === undefined || answer === null) return undefined;
  const {status} = Object(answer) as {status?: unknown};
  if (isRecord(status) && typeof status['statusCode'] === 'string') return answer as Decision;
  const text = `The answer to ${type} is no decision. Answer with the result of confirm(), fail(), cancel() or proceedWith(), or with {status: {statusCode}}.`;
  throw new PageError('Generic', text);
}

/** Returns how strict a decision is. A status code of a newer adapter counts as the strictest, so that it is sent. */
function strictness({status}: Decision): number {
  const position = STRICTNESS.indexOf(status.statusCode);
  return position < 0 ? STRICTNESS.length : position;
}
