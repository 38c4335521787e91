import type {Clock} from '../contact-center/clock.js';
import type {PageRequestOptions} from './api-face.js';
import type {Client} from './channel.js';
import {PageRequestError, type PageRequestErrorCode} from './page-request-error.js';

/** Default time limit of a request to the page, in milliseconds. The official SDK has the same time limit. */
const DEFAULT_TIMEOUT = 60_000;

/** A request that at least one client can still answer. */
interface PendingRequest {
  readonly method: string;
  /** The clients that can still answer. */
  readonly clients: Set<Client>;
  readonly timer: unknown;
  readonly onExtraAnswer: (() => void) | undefined;
  /** Whether a client has answered. */
  isSettled: boolean;
  resolve(response: unknown): void;
  reject(error: unknown): void;
}

/**
 * Requests of the adapter that clients of the channel can still answer. Each request settles once: with the first
 * answer of any client, at its time limit, or when the last client that could answer has disconnected.
 */
export class PendingRequests {
  readonly #clock: Clock;
  readonly #idPrefix: string;
  readonly #byId = new Map<string, PendingRequest>();
  #count = 0;

  /** @param idPrefix Start of the request ids. It must be unique. */
  constructor(clock: Clock, idPrefix: string) {
    this.#clock = clock;
    this.#idPrefix = idPrefix;
  }

  /**
   * Sends a request, and waits for the first answer.
   *
   * @param send Sends the request with the given id to `clients`.
   */
  add(
    method: string,
    clients: readonly Client[],
    {timeout, onExtraAnswer}: PageRequestOptions,
    send: (id: string) => void,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!clients.length) throw new PageRequestError('NoClient', method);
      const id = `${this.#idPrefix}#${++this.#count}`;
      send(id);
      const expire = (): void => {
        this.#fail(id, 'Timeout');
      };
      const timer = this.#clock.setTimeout(expire, toTimeLimit(timeout));
      const pending = {method, clients: new Set(clients), timer, onExtraAnswer, isSettled: false, resolve, reject};
      this.#byId.set(id, pending);
    });
  }

  /**
   * Settles a request with a client's answer. Ignores answers to other ids, and answers of clients that did not get the
   * request.
   */
  answer(client: Client, id: string, message: Record<string, unknown>): void {
    const request = this.#byId.get(id);
    if (!request?.clients.delete(client)) return;
    const isError = 'error' in message;
    // An error of another client is no second answer, because that client has done nothing.
    if (request.isSettled && !isError) request.onExtraAnswer?.();
    request.isSettled = true;
    if (!request.clients.size) this.#remove(id);
    if (isError) request.reject(message['error']);
    else request.resolve(message['response']);
  }

  /** Rejects the requests that only this client could still answer. Called when the client has disconnected. */
  disconnected(client: Client): void {
    for (const [id, {clients}] of [...this.#byId]) {
      if (clients.delete(client) && !clients.size) this.#fail(id, 'Disconnected');
    }
  }

  #fail(id: string, code: PageRequestErrorCode): void {
    const request = this.#remove(id);
    request?.reject(new PageRequestError(code, request.method));
  }

  #remove(id: string): PendingRequest | undefined {
    const request = this.#byId.get(id);
    this.#byId.delete(id);
    if (request) this.#clock.clearTimeout(request.timer);
    return request;
  }
}

/** Returns the time limit in milliseconds. `0` means no limit. An invalid value means the default. */
function toTimeLimit(timeout: number | undefined): number {
  if (timeout === undefined || Number.isNaN(timeout) || timeout < 0) return DEFAULT_TIMEOUT;
  return timeout === 0 ? Infinity : timeout;
}
