import {callSafely} from '../../interaction-api/call-safely.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {CallOptions} from '../../interaction-api/methods.js';
import {OpenCalls} from '../../interaction-api/open-calls.js';
import type {Connection} from '../../interaction-api/transport.js';
import type {ApiLink} from './api-link.js';
import {type ApiObserver, ApiObservers} from './api-observers.js';
import {NotImplemented} from './not-implemented.js';

/** Settings of an API of the CRM SDK. */
export interface SdkApiOptions {
  /** Time limit of a request to the adapter, in milliseconds; 0 and `Infinity` mean no limit. @default 60000 */
  requestTimeout?: number | undefined;
  /** Called when the connection changes. */
  connectionChanged?: ((connection: Connection) => void) | undefined;
}

/**
 * An API of the CRM SDK: its connection, its requests to the adapter, and the questions of the adapter to the page.
 *
 * The API searches for the adapter as soon as it is made.
 */
export abstract class SdkApi {
  readonly #link: ApiLink;
  readonly #openCalls = new OpenCalls();
  readonly #observers = new ApiObservers();

  /** @param link The connection to the adapter. The constructor opens the connection. */
  constructor(link: ApiLink, {requestTimeout, connectionChanged}: SdkApiOptions = {}) {
    this.#link = link;
    if (requestTimeout !== undefined) this.requestTimeout = requestTimeout;
    link.open({
      connectionChanged: (connection) => {
        callSafely(() => connectionChanged?.(connection));
        this.#observers.connection(connection);
      },
      event: (name, data) => {
        this.#observers.event(name, data);
        // If the data is a list, the Five9 SDK passes only its first element (observed).
        this.receiveEvent(name, Array.isArray(data) ? (data as unknown[])[0] : data);
      },
      hasAnswers: () => this.hasAnswers(),
      question: (method, params) => this.#observers.question(method, params, () => this.answer(method, params)),
    });
  }

  /**
   * Time limit, in milliseconds, of each request without the option `timeout`; 0 and `Infinity` mean no limit. An
   * invalid value sets the default.
   * @default 60000
   */
  get requestTimeout(): number {
    return this.#openCalls.requestTimeout;
  }

  set requestTimeout(milliseconds: number) {
    this.#openCalls.requestTimeout = milliseconds;
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#link.connection;
  }

  /** Ends the connection permanently. Pending requests reject with `ConnectionLost`. */
  close(): void {
    this.#link.close();
    this.#openCalls.close();
  }

  /**
   * Reports every message of this API to `observer`, for consoles, recorders and tests. The observer changes nothing.
   *
   * @returns a function that removes the observer
   */
  observe(observer: ApiObserver): () => void {
    return this.#observers.add(observer);
  }

  /** Returns the answer to a question of the adapter. An API that the adapter asks overrides this method. */
  protected answer(method: string, _params: unknown): unknown {
    throw new NotImplemented(method);
  }

  /** Returns whether anything answers questions. An API that the adapter asks overrides this method. */
  protected hasAnswers(): boolean {
    return false;
  }

  /** Handles an event of the adapter. An API that receives events overrides this method. */
  protected receiveEvent(_name: string, _data: unknown): void {
    // An API without events ignores an event.
  }

  /** Sends a request to the adapter. The promise rejects only with an `InteractionApiError`. */
  protected request(method: string, params: unknown, options: CallOptions = {}): Promise<unknown> {
    return this.#observers.request(method, params, () =>
      this.#openCalls.run(method, options, (handle) => this.#link.request(method, params, handle)),
    );
  }

  /**
   * Sends an event now. Returns false if no adapter is connected. The event is then not sent.
   *
   * @throws `Generic` if the data cannot be sent
   */
  protected sendEvent(name: string, data: unknown): boolean {
    const isSent = sending(name, () => this.#link.sendEvent(name, data));
    if (isSent) this.#observers.notice(name, data);
    return isSent;
  }

  /**
   * Sends an event, now or as soon as an adapter is connected.
   *
   * @throws `Generic` if the data cannot be sent
   */
  protected sendEventLater(name: string, data: unknown): void {
    sending(name, () => this.#link.sendEventLater(name, data));
    this.#observers.notice(name, data);
  }
}

/** Sends an event. Converts the error of data that cannot be cloned, for example because it contains a function. */
function sending<Result>(name: string, send: () => Result): Result {
  try {
    return send();
  } catch (cause) {
    const reason = `Remove functions and elements from its data. ${String(cause)}`;
    throw new InteractionApiError('Generic', `${name} was not sent. ${reason}`, name, cause);
  }
}
