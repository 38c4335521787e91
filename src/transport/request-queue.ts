import {type InteractionApiError, toInteractionApiError} from '../interaction-api/errors.js';
import type {CallHandle} from '../interaction-api/transport.js';
import {REQUESTS_IN_FLIGHT} from './limits.js';

/** A request that is not sent yet or not answered yet. */
export interface QueuedRequest {
  readonly id: string;
  readonly params: unknown;
}

interface Entry<Request> {
  readonly request: Request;
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: InteractionApiError) => void;
}

/** A queue of requests. Only a limited number of requests is in flight; the other requests wait in order. */
export class RequestQueue<Request extends QueuedRequest> {
  readonly #waiting = new Map<unknown, Entry<Request>>();
  readonly #inFlight = new Map<unknown, Entry<Request>>();
  #send: ((request: Request) => void) | undefined;

  /**
   * Starts to send requests with `send`, the waiting requests first.
   *
   * @param send Sends a request. If `send` throws an error, for example because the parameters cannot be cloned, the
   *   request is rejected.
   */
  start(send: (request: Request) => void): void {
    this.#send = send;
    this.#sendWaiting();
  }

  /** Stops sending requests until `start` is called. */
  stop(): void {
    this.#send = undefined;
  }

  /** Adds a request, and sends it as soon as the limit allows. Resolves with the answer. */
  add(request: Request, handle: CallHandle): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const mustWait = !this.#send || this.#inFlight.size >= REQUESTS_IN_FLIGHT;
      // Copy the parameters of a waiting request, because the page may change its object.
      const queued = mustWait ? {...request, params: structuredClone(request.params)} : request;
      this.#waiting.set(request.id, {request: queued, resolve, reject});
      handle.cancel = () => {
        this.#waiting.delete(request.id);
        this.#inFlight.delete(request.id);
        this.#sendWaiting();
      };
      this.#sendWaiting();
    });
  }

  /** Resolves a request that is in flight. Ignores the answer to any other request. */
  resolve(id: unknown, response: unknown): void {
    const entry = this.#inFlight.get(id);
    this.#inFlight.delete(id);
    entry?.resolve(response);
    this.#sendWaiting();
  }

  /** Rejects a request that is in flight, with the error of the adapter or the SDK. */
  reject(id: unknown, cause: unknown): void {
    const entry = this.#inFlight.get(id);
    this.#inFlight.delete(id);
    entry?.reject(toInteractionApiError(cause));
    this.#sendWaiting();
  }

  /** Rejects every request in flight. */
  rejectInFlight(makeError: () => unknown): void {
    rejectEach(this.#inFlight, makeError);
  }

  /** Rejects every waiting request. */
  rejectWaiting(makeError: () => unknown): void {
    rejectEach(this.#waiting, makeError);
  }

  #sendWaiting(): void {
    for (const [id, entry] of this.#waiting) {
      if (!this.#send || this.#inFlight.size >= REQUESTS_IN_FLIGHT) return;
      this.#waiting.delete(id);
      this.#inFlight.set(id, entry);
      try {
        this.#send(entry.request);
      } catch (cause) {
        this.#inFlight.delete(id);
        entry.reject(toInteractionApiError(cause));
      }
    }
  }
}

function rejectEach<Request>(entries: Map<unknown, Entry<Request>>, makeError: () => unknown): void {
  const rejected = [...entries.values()];
  entries.clear();
  for (const {reject} of rejected) reject(toInteractionApiError(makeError()));
}
