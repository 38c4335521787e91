import type {InteractionApi} from '../../../interaction-api/interaction-api.js';
import {toInteractionApiError, type InteractionApiError} from '../../../interaction-api/errors.js';
import {answers} from '../tap.js';
import {plain, toJson} from '../plain.js';

/** A call that was made from the console. */
export interface ConsoleCall {
  readonly number: number;
  readonly method: string;
  readonly params: unknown;
  readonly state: 'running' | 'done' | 'failed';
  /** Milliseconds that it took. */
  readonly took?: number;
  /** What came of it, as text. */
  readonly text: string;
}

/** What the console does for `subscribe` and its like: the callbacks are the console's own. */
export interface Subscriptions {
  subscribe(names: readonly string[]): void;
  unsubscribe(names: readonly string[]): void;
  subscribeWsEvent(ids: readonly string[]): void;
  unsubscribeWsEvent(ids: readonly string[]): void;
}

/** How many calls are remembered. */
const KEPT = 50;

/** The calls of a console, the newest first. */
export class Calls {
  all: readonly ConsoleCall[] = [];
  readonly #running = new Map<number, AbortController>();
  #count = 0;

  /**
   * @param changed Called when something of them has changed.
   * @param failed Called when one failed that nobody has cancelled.
   */
  constructor(
    private readonly changed: () => void,
    private readonly failed: (error: InteractionApiError) => void,
  ) {}

  /** Calls a method of the API, with `timeout` if it answers. */
  async run(
    api: InteractionApi,
    subscriptions: Subscriptions,
    method: string,
    params: unknown,
    timeout: number | undefined,
  ): Promise<void> {
    const number = ++this.#count;
    const abort = new AbortController();
    const began = performance.now();
    const took = (): number => Math.round((performance.now() - began) * 10) / 10;
    this.#running.set(number, abort);
    this.all = [{number, method, params, state: 'running' as const, text: ''}, ...this.all].slice(0, KEPT);
    this.changed();
    try {
      const options = {signal: abort.signal, ...(timeout !== undefined && {timeout})};
      const result = await carryOut(api, subscriptions, method, params, options);
      this.#settle(number, {state: 'done', took: took(), text: result});
    } catch (cause) {
      const error = toInteractionApiError(cause, method);
      const {errorCode, errorMessage} = error;
      this.#settle(number, {state: 'failed', took: took(), text: `${errorCode}: ${errorMessage}`});
      if (!abort.signal.aborted) this.failed(error);
    }
  }

  /** Gives up a call that runs. */
  cancel(number: number): void {
    this.#running.get(number)?.abort();
  }

  cancelAll(): void {
    for (const number of [...this.#running.keys()]) this.cancel(number);
  }

  #settle(number: number, outcome: Pick<ConsoleCall, 'state' | 'text'> & {took: number}): void {
    this.#running.delete(number);
    this.all = this.all.map((call) => (call.number === number ? {...call, ...outcome} : call));
    this.changed();
  }
}

/** What is known of a result, as text. */
async function carryOut(
  api: InteractionApi,
  subscriptions: Subscriptions,
  method: string,
  params: unknown,
  options: object,
): Promise<string> {
  if (method in SUBSCRIBING) {
    const {names, ids = names} = Object(params) as Partial<Record<string, string | string[]>>;
    const list = String(ids ?? '')
      .split(/[\s,]+/)
      .filter(Boolean);
    if (!list.length) throw new Error('Name at least one.');
    subscriptions[method as keyof Subscriptions](list);
    return SUBSCRIBING[method as keyof Subscriptions];
  }
  const result = await api.call(method, params, options);
  if (!answers(method)) {
    return 'Told. Nobody answers.';
  }
  return result === undefined || result === null ? 'Done. No result.' : resultText(method, result);
}

const SUBSCRIBING: Record<keyof Subscriptions, string> = {
  subscribe: 'Subscribed. The log tells what is called.',
  unsubscribe: 'Unsubscribed.',
  subscribeWsEvent: 'Subscribed. The log has them.',
  unsubscribeWsEvent: 'Unsubscribed.',
};

/** JSON in lines. The body of a REST answer is JSON in a text: that is taken apart too. */
function resultText(method: string, result: unknown): string {
  const {response} = Object(result) as {response?: unknown};
  if (/^executeRest/.test(method) && typeof response === 'string') {
    try {
      return pretty({...(result as object), response: JSON.parse(response) as unknown});
    } catch {
      // Then it is some other text.
    }
  }
  return pretty(result);
}

/** A value as JSON in lines. */
export const pretty = (value: unknown): string => toJson(plain(value), 2);
