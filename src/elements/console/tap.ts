import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {type AnsweringMethod, ANSWERING_METHODS, METHODS_WITHOUT_PARAMS} from '../../interaction-api/methods.js';

/** A call of the Interaction API, by whomever in the page. */
export interface ObservedCall {
  readonly method: string;
  readonly params: unknown;
  /** By `performance.now()`. */
  readonly at: number;
  /** Nobody answers `click2dial` and `objectVisited`. */
  readonly answers: boolean;
}

/** What has become of it. */
export interface Outcome {
  readonly took: number;
  readonly result?: unknown;
  /** Set where it failed. */
  readonly error?: unknown;
}

/** Hears calls, and may answer them. */
export interface TapListener {
  /** Something was asked. What it returns is called when that is settled. */
  asked(call: ObservedCall): ((outcome: Outcome) => void) | undefined;
  /** A promise answers in place of the adapter. */
  answer?(method: string, params: unknown): Promise<unknown> | undefined;
}

type Method = (...args: unknown[]) => unknown;

const NOTICES = ['click2dial', 'objectVisited'];

/** Whether a method answers. */
export const answers = (method: string): method is AnsweringMethod =>
  (ANSWERING_METHODS as readonly string[]).includes(method);

/** Whether a method is given `params` before its options. */
const takesParams = (method: string): boolean => !(METHODS_WITHOUT_PARAMS as readonly string[]).includes(method);

/**
 * Listens in on an `InteractionApi`, from outside: each method of the object is wrapped by one of its own, until the tap is closed. Taps of several
 * consoles lie one over the other, and may be closed in any order.
 */
export class Tap {
  readonly #originals = new Map<string, Method>();
  readonly #unwrap: (() => void)[] = [];
  #open = true;

  constructor(
    readonly api: InteractionApi,
    private readonly listener: TapListener,
  ) {
    for (const method of [...ANSWERING_METHODS, ...NOTICES]) this.#wrap(method);
  }

  /** Calls a method that answers without being heard here. */
  call(method: string, ...args: unknown[]): Promise<unknown> {
    return Promise.resolve(this.#originals.get(method)?.(...args));
  }

  close(): void {
    this.#open = false;
    for (const unwrap of this.#unwrap) unwrap();
  }

  #wrap(method: string): void {
    const api = this.api as unknown as Record<string, Method>;
    const own = Object.getOwnPropertyDescriptor(api, method);
    const below = api[method];
    if (typeof below !== 'function') return;
    const original: Method = (...args) => below.apply(api, args);
    const wrapped: Method = (...args) => (this.#open ? this.#observe(method, original, args) : original(...args));
    this.#originals.set(method, original);
    Object.defineProperty(api, method, {value: wrapped, configurable: true, writable: true});
    this.#unwrap.push(() => {
      // Somebody else's lies over ours: ours only hands on from now on.
      if (api[method] !== wrapped) return;
      if (own) Object.defineProperty(api, method, own);
      else Reflect.deleteProperty(api, method);
    });
  }

  #observe(method: string, original: Method, args: unknown[]): unknown {
    const params = takesParams(method) ? args[0] : undefined;
    const at = performance.now();
    const settled = this.listener.asked({method, params, at, answers: answers(method)});
    const outcome = (): Outcome => ({took: performance.now() - at});
    try {
      const reply = this.listener.answer?.(method, params) ?? original(...args);
      if (reply instanceof Promise) {
        reply.then(
          (result: unknown) => settled?.({...outcome(), result}),
          (error: unknown) => settled?.({...outcome(), error}),
        );
      } else {
        settled?.(outcome());
      }
      return reply;
    } catch (error) {
      settled?.({...outcome(), error});
      throw error;
    }
  }
}
