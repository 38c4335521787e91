import {callSafely} from '../../interaction-api/call-safely.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {kindWords, textOf} from '../../interaction-api/text-of.js';
import {reportMistake} from './console.js';
import {NotImplemented} from './not-implemented.js';
import {reportUnknownName} from './unknown-names.js';

type PageFunction = (params: unknown) => unknown;

/** A function of the page, and the value of `this` in it. */
interface Registered {
  readonly callback: PageFunction;
  readonly self: unknown;
}

/**
 * Answers questions for which the page has registered no function.
 *
 * @throws `NotImplemented` if the responder does not answer this question
 */
export type Responder = (method: string, params: unknown) => unknown;

/** The functions that a page has registered with `registerApi` to answer the adapter. */
export class RegisteredFunctions {
  readonly #functions = new Map<string, Registered>();
  readonly #api: string;
  readonly #names: readonly string[];
  #responders: readonly Responder[] = [];
  #shared: () => Iterable<RegisteredFunctions> = () => [];

  /**
   * @param api Name of the API, for messages.
   * @param names The questions that the API has.
   */
  constructor(api: string, names: readonly string[]) {
    this.#api = api;
    this.#names = names;
  }

  /**
   * Registers the functions of an object, or one function by its name. A function replaces an earlier function of the
   * same name; the other functions stay. Values that are no functions are ignored, as the Five9 SDK does.
   */
  register(functions: unknown, callback?: unknown): void {
    if (!isRecord(functions)) {
      this.#registerOne(functions, callback);
      return;
    }
    // Also read inherited names, because the object may be an instance of a class of the page.
    for (const name of new Set([...Object.keys(functions), ...this.#names])) {
      // Read each function on its own, because a getter of the page may throw an error.
      callSafely(() => this.#add(name, functions[name], functions));
    }
  }

  /** Returns whether the page has registered a function for this question. */
  has(method: string): boolean {
    return this.#find(method) !== undefined;
  }

  /** Returns whether there is any function or responder. */
  hasAny(): boolean {
    const all = [this, ...this.#shared()];
    return this.#responders.length > 0 || all.some((one) => one.#functions.size > 0);
  }

  /** Also uses the functions of others, for the questions that have no function here. */
  share(others: () => Iterable<RegisteredFunctions>): void {
    this.#shared = others;
  }

  /** Adds a responder. The responder that was added first answers. Returns a function that removes the responder. */
  addResponder(responder: Responder): () => void {
    const entry: Responder = (method, params) => responder(method, params);
    this.#responders = [...this.#responders, entry];
    return () => {
      this.#responders = this.#responders.filter((other) => other !== entry);
    };
  }

  /**
   * Returns the answer to a question.
   *
   * @throws `NotImplemented` if nobody answers this question, and every error of the function
   */
  answer(method: string, params: unknown): unknown {
    const registered = this.#find(method);
    if (registered) return registered.callback.call(registered.self, params);
    const [responder] = this.#responders;
    if (responder && this.#names.includes(method)) return responder(method, params);
    throw new NotImplemented(method);
  }

  #find(method: string): Registered | undefined {
    const own = this.#functions.get(method);
    if (own) return own;
    for (const other of this.#shared()) {
      const found = other.#functions.get(method);
      if (found) return found;
    }
    return undefined;
  }

  #registerOne(name: unknown, callback: unknown): void {
    const text = textOf(name);
    if (text === undefined) {
      reportMistake(`${this.#api}.registerApi needs an object of functions, or a name and a function.`);
    } else if (typeof callback !== 'function') {
      reportMistake(`${this.#api}.registerApi('${text}', …) needs a function, and got ${kindWords(callback)}.`);
    } else {
      this.#add(text, callback, undefined);
    }
  }

  #add(name: string, callback: unknown, self: unknown): void {
    if (typeof callback !== 'function') return;
    reportUnknownName(this.#api, name, this.#names);
    if (this.#names.includes(name)) this.#functions.set(name, {callback: callback as PageFunction, self});
  }
}
