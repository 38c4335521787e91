import {isNotImplemented} from '../../sdk/base/not-implemented.js';
import type {OpenedApi} from '../../service/interaction-service.js';
import type {OtherApiName} from './api-names.js';
import type {CallOutcome} from './observe-calls.js';

/** Receives the outcome of a question or a request. */
type OnSettled = (outcome: CallOutcome) => void;

/** Functions that are called for the messages between the page and the adapter over other APIs than the Interaction API. */
export interface ApiActivityListener {
  /** Called for a question of the adapter to the page. The returned function receives the answer of the page. */
  questionStarted(api: OtherApiName, method: string, params: unknown): OnSettled;
  /** Called for a request of the page. The returned function receives the answer of the adapter. */
  requestStarted(api: OtherApiName, method: string, params: unknown): OnSettled;
  /** Called for an event of the adapter. */
  apiEvent(api: OtherApiName, name: string, data: unknown): void;
  /** Called for an event that the page sends to the adapter. */
  apiNotice(api: OtherApiName, name: string, data: unknown): void;
}

/** Reports the messages of an API. Returns a function that ends this. */
export function observeOtherApi({apiName, api}: OpenedApi, listener: ApiActivityListener): () => void {
  return api.observe({
    question: (method, params, answer) => report(answer, listener.questionStarted(apiName, method, params)),
    request: (method, params, answer) => report(answer, listener.requestStarted(apiName, method, params)),
    event: (name, data) => listener.apiEvent(apiName, name, data),
    notice: (name, data) => listener.apiNotice(apiName, name, data),
  });
}

function report(answer: Promise<unknown>, onSettled: OnSettled): void {
  const startedAt = performance.now();
  const took = (): number => performance.now() - startedAt;
  answer.then(
    (result) => onSettled({took: took(), result}),
    (error: unknown) => onSettled({took: took(), error: errorOf(error)}),
  );
}

/**
 * Returns an error in the form that the adapter gets, if nobody answers a question. Returns a text for an error without
 * a reason, because `undefined` would mean that there is no error.
 */
const errorOf = (error: unknown): unknown => (isNotImplemented(error) ? String(error) : (error ?? 'Unknown error'));
