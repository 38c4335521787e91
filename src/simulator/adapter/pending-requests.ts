import type {Clock} from '../contact-center/clock.js';
import type {PageRequestOptions} from './api-face.js';
import type {Client} from './channel.js';
import {PageRequestError, type PageRequestErrorCode} from './page-request-error.js';

/** Default time limit of a request to the page, in milliseconds. The official SDK has the same time limit. */
const DEFAULT_TIMEOUT = 60_000;

/** Sends a request with the given id to receivers. */
type Send<Receiver> = (id: string, receivers: readonly Receiver[]) => void;

/** A request that at least one receiver can still answer. */
interface PendingRequest<Receiver> {
  readonly method: string;
  /** The receivers that can still answer. */
  readonly receivers: Set<Receiver>;
  readonly timer: unknown;
  readonly onExtraAnswer: (() => void) | undefined;
  readonly send: Send<Receiver>;
  /** Whether a receiver has answered. */
  isSettled: boolean;
  resolve(response: unknown): void;
  reject(error: unknown): void;
}

/**
 * Requests that receivers can still answer. Each request settles once: with the first answer of any receiver, at its
 * time limit, or when the last receiver that could answer has disconnected.
 *
 * @typeParam Receiver A client of an adapter, or the id of an adapter's page.
 */
export class PendingRequests<Receiver = Client> {
  readonly #clock: Clock;
  readonly #idPrefix: string;
  readonly #byId = new Map<string, PendingRequest<Receiver>>();
  #count = 0;

  /** @param idPrefix Start of the request ids. It must be unique. */
  constructor(clock: Clock, idPrefix: string) {
    this.#clock = clock;
    this.#idPrefix = idPrefix;
  }

  /** Sends a request, and waits for the first answer. */
  add(
    method: string,
    receivers: readonly Receiver[],
    {timeout, onExtraAnswer}: PageRequestOptions,
    send: Send<Receiver>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!receivers.length) throw new PageRequestError('NoClient', method);
      const id = `${this.#idPrefix}#${++this.#count}`;
      send(id, receivers);
      const expire = (): void => {
        this.#fail(id, 'Timeout');
      };
      const timer = this.#clock.setTimeout(expire, toTimeLimit(timeout));
      const sent = {method, receivers: new Set(receivers), timer, onExtraAnswer, send};
      this.#byId.set(id, {...sent, isSettled: false, resolve, reject});
    });
  }

  /**
   * Settles a request with the answer of a receiver. Ignores answers to other ids, and answers of receivers that did not
   * get the request.
   */
  answer(receiver: Receiver, id: string, message: Record<string, unknown>): void {
    const request = this.#byId.get(id);
    if (!request?.receivers.delete(receiver)) return;
    const isError = 'error' in message;
    // An error of another receiver is no second answer, because that receiver has done nothing.
    if (request.isSettled && !isError) request.onExtraAnswer?.();
    request.isSettled = true;
    if (!request.receivers.size) this.#remove(id);
    if (isError) request.reject(message['error']);
    else request.resolve(message['response']);
  }

  /**
   * Replaces a receiver in every request that it can still answer. Sends the requests without an answer again with the
   * same id, because the first copy may be lost.
   */
  move(former: Receiver, receiver: Receiver): void {
    for (const [id, {receivers, isSettled, send}] of this.#byId) {
      if (!receivers.delete(former)) continue;
      receivers.add(receiver);
      if (!isSettled) send(id, [receiver]);
    }
  }

  /** Rejects a request that only this receiver could still answer. Called when the receiver will not answer. */
  withdraw(receiver: Receiver, id: string): void {
    const receivers = this.#byId.get(id)?.receivers;
    if (receivers?.delete(receiver) && !receivers.size) this.#fail(id, 'Disconnected');
  }

  /** Rejects the requests that only this receiver could still answer. Called when the receiver has disconnected. */
  disconnected(receiver: Receiver): void {
    for (const id of [...this.#byId.keys()]) this.withdraw(receiver, id);
  }

  #fail(id: string, code: PageRequestErrorCode): void {
    const request = this.#remove(id);
    request?.reject(new PageRequestError(code, request.method));
  }

  #remove(id: string): PendingRequest<Receiver> | undefined {
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
