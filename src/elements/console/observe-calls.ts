import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {AnsweringMethod, InterceptedCall} from '../../interaction-api/methods.js';

/** The outcome of a call. */
export interface CallOutcome {
  /** Milliseconds until the call settled. */
  readonly took: number;
  readonly result?: unknown;
  /** The error, if the call failed. */
  readonly error?: unknown;
}

/** Called when a call begins. May return a function to call when the call has settled. */
export type CallObserver = (call: InterceptedCall) => ((outcome: CallOutcome) => void) | undefined;

/** Parameters of the calls that the console makes for itself. */
const ownParams = new WeakSet();

/** Makes a call without a notification of observers. */
export function callUnobserved(api: InteractionApi, method: AnsweringMethod, params: object): Promise<unknown> {
  ownParams.add(params);
  return api.call(method as string, params);
}

/** Reports every call of an API, also the calls of other code. Returns a function that ends the observation. */
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
