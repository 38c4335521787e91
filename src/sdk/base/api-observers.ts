import {callSafely} from '../../interaction-api/call-safely.js';
import type {Connection} from '../../interaction-api/transport.js';

/** Receives a copy of the messages of an API. */
export interface ApiObserver {
  /** Called when the connection changes. */
  connection?(connection: Connection): void;
  /** Called for a question of the adapter. `answer` settles as the answer that the adapter gets. */
  question?(method: string, params: unknown, answer: Promise<unknown>): void;
  /** Called for an event of the adapter. */
  event?(name: string, data: unknown): void;
  /** Called for a request to the adapter. `answer` settles as the answer that the caller gets. */
  request?(method: string, params: unknown, answer: Promise<unknown>): void;
  /** Called for an event that the page sends to the adapter. */
  notice?(name: string, data: unknown): void;
}

/** The observers of one API. */
export class ApiObservers {
  readonly #observers = new Set<ApiObserver>();

  /** Adds an observer. Returns a function that removes the observer. */
  add(observer: ApiObserver): () => void {
    // Add a copy, so that the same observer can be added twice and removed once.
    const entry: ApiObserver = {
      connection: (...args) => observer.connection?.(...args),
      question: (...args) => observer.question?.(...args),
      event: (...args) => observer.event?.(...args),
      request: (...args) => observer.request?.(...args),
      notice: (...args) => observer.notice?.(...args),
    };
    this.#observers.add(entry);
    return () => this.#observers.delete(entry);
  }

  connection(connection: Connection): void {
    this.#notify((observer) => observer.connection?.(connection));
  }

  /** Carries out a question, and returns its result unchanged. */
  question(method: string, params: unknown, carryOut: () => unknown): unknown {
    if (!this.#observers.size) return carryOut();
    // Make one promise for all, because `then` of an object of the page may start its work at each call.
    return this.#around('question', method, params, () => Promise.resolve(carryOut()));
  }

  event(name: string, data: unknown): void {
    this.#notify((observer) => observer.event?.(name, data));
  }

  /** Carries out a request, and returns its result unchanged. */
  request<Result>(method: string, params: unknown, carryOut: () => Result): Result {
    return this.#around('request', method, params, carryOut);
  }

  notice(name: string, data: unknown): void {
    this.#notify((observer) => observer.notice?.(name, data));
  }

  #around<Result>(kind: 'question' | 'request', method: string, params: unknown, carryOut: () => Result): Result {
    let result: Result;
    try {
      result = carryOut();
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- observers get the error of the page unchanged
      this.#notifySettled(kind, method, params, Promise.reject(error));
      throw error;
    }
    this.#notifySettled(kind, method, params, Promise.resolve(result));
    return result;
  }

  #notifySettled(kind: 'question' | 'request', method: string, params: unknown, answer: Promise<unknown>): void {
    // The browser must not report an error of an answer that no observer reads.
    answer.catch(() => undefined);
    this.#notify((observer) => observer[kind]?.(method, params, answer));
  }

  #notify(call: (observer: ApiObserver) => void): void {
    for (const observer of [...this.#observers]) callSafely(() => call(observer));
  }
}
