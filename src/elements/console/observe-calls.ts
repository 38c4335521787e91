import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {AnsweringMethod, InterceptedCall} from '../../interaction-api/methods.js';

/** The outcome of an API call. */
export interface CallOutcome {
  /** Milliseconds until the API call settled. */
  readonly took: number;
  readonly result?: unknown;
  /** The error, if the API call failed. */
  readonly error?: unknown;
}

/** Called when an API call starts. May return a function that receives the outcome when the API call settles. */
export type CallObserver = (call: InterceptedCall) => ((outcome: CallOutcome) => void) | undefined;

/**
 * Parameters of API calls that the console makes by itself, without the user. Observers do not receive these API calls.
 */
const ownParams = new WeakSet();

/** Makes an API call that observers do not receive. */
export function callUnobserved(api: InteractionApi, method: AnsweringMethod, params: object): Promise<unknown> {
  ownParams.add(params);
  return api.call(method as string, params);
}

/**
 * Reports every later API call to `observer`, also the API calls of other code, but not those of `callUnobserved`.
 * Returns a function that ends the observation.
 */
export function observeCalls(api: InteractionApi, observer: CallObserver): () => void {
  return api.intercept((call, proceed) => {
    const isOwn = call.params === Object(call.params) && ownParams.has(call.params as object);
    return isOwn ? proceed() : observe(call, proceed, observer);
  });
}

function observe(call: InterceptedCall, proceed: () => unknown, observer: CallObserver): unknown {
  const startedAt = performance.now();
  const onSettled = observer(call);
  const settle = (outcome: Omit<CallOutcome, 'took'>): void =>
    onSettled?.({took: performance.now() - startedAt, ...outcome});
  let answer: unknown;
  try {
    answer = proceed();
  } catch (error) {
    settle({error});
    throw error;
  }
  if (answer instanceof Promise) {
    answer.then(
      (result: unknown) => settle({result}),
      (error: unknown) => settle({error}),
    );
  } else {
    settle({});
  }
  return answer;
}
