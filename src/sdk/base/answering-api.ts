import type {ApiLink} from './api-link.js';
import {type NamesByKey, namesByKey} from './names-by-key.js';
import {RegisteredFunctions, type Responder} from './registered-functions.js';
import {SdkApi, type SdkApiOptions} from './sdk-api.js';

/**
 * An API whose questions the page answers with functions that it registers with `registerApi`.
 *
 * @typeParam Functions The functions of the page, by the name of the question.
 */
export abstract class AnsweringApi<Functions extends object> extends SdkApi {
  /** The names of the questions, for example `Methods.Search === 'search'`. */
  readonly Methods: NamesByKey<Functions>;
  readonly #functions: RegisteredFunctions;

  /**
   * @param link The connection to the adapter. The constructor opens the connection.
   * @param api Name of the API, for messages.
   * @param names The questions of the API.
   */
  constructor(
    link: ApiLink,
    options: SdkApiOptions | undefined,
    api: string,
    names: readonly (keyof Functions & string)[],
  ) {
    super(link, options);
    this.Methods = namesByKey(names) as NamesByKey<Functions>;
    this.#functions = new RegisteredFunctions(api, names);
  }

  /**
   * Registers functions that answer the adapter. A later function of the same name replaces the earlier one; the other
   * functions stay. A function is called with the object as `this`, and can return a value or a promise. The adapter
   * gets an error if the function throws, if the promise rejects, or if the result cannot be cloned.
   *
   * Register in the same task in which you get the API, because the adapter asks some questions only once, when it has
   * connected. Names that the API does not have are ignored.
   */
  registerApi(functions: Functions): void;
  /** Registers the function that answers one question. */
  registerApi<Name extends keyof Functions>(name: Name, callback: Functions[Name]): void;
  registerApi(functions: unknown, callback?: unknown): void {
    this.#functions.register(functions, callback);
  }

  /**
   * Also answers with the functions of other APIs, for the questions that have no function here. In one copy of the Five9
   * SDK, `crmApi()` and `crmApi('name')` have the same functions (observed).
   */
  shareFunctions(others: () => Iterable<AnsweringApi<Functions>>): void {
    this.#functions.share(() => [...others()].map((other) => other.#functions));
  }

  /** Returns whether the page has registered a function for a question. */
  isRegistered(name: keyof Functions & string): boolean {
    return this.#functions.has(name);
  }

  /**
   * Adds a function that answers the questions for which the page has registered no function. It throws a
   * `NotImplemented` for a question that it does not answer.
   *
   * @returns a function that removes the responder
   */
  addResponder(responder: Responder): () => void {
    return this.#functions.addResponder(responder);
  }

  protected override hasAnswers(): boolean {
    return this.#functions.hasAny();
  }

  protected override answer(method: string, params: unknown): unknown {
    return this.#functions.answer(method, params);
  }
}
