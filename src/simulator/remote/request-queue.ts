import {isRecord} from '../../interaction-api/is-record.js';
import {Refusal} from '../contact-center/errors.js';
import type {RemoteReply, RemoteRequest} from './batch.js';

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

interface PendingReply {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The error of a request that got no reply. */
export class Unreachable extends Error {
  constructor() {
    super('The simulated contact centre cannot be reached.');
  }
}

/** Posts requests. The response has a line of JSON for each reply, as soon as the reply is known. */
export type PostRequests = (requests: readonly RemoteRequest[]) => Promise<Response>;

/**
 * Sends requests to a contact centre over HTTP, in order.
 *
 * Requests that are made during a post wait, and go out together in the next post. The next post starts when the server
 * has begun to respond: by then
 * the server has started all requests of the former post.
 */
export class RequestQueue {
  readonly #post: PostRequests;
  readonly #pending = new Map<number, PendingReply>();
  #waiting: RemoteRequest[] = [];
  #isPosting = false;
  #lastId = 0;

  constructor(post: PostRequests) {
    this.#post = post;
  }

  /** Sends a request, and resolves with the result. Rejects with `Unreachable` if there is no reply. */
  send(request: WithoutId<RemoteRequest>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#pending.set(id, {resolve, reject});
      this.#waiting.push({...request, id});
      queueMicrotask(() => void this.#postWaiting());
    });
  }

  async #postWaiting(): Promise<void> {
    if (this.#isPosting || !this.#waiting.length) return;
    const requests = this.#waiting.splice(0);
    this.#isPosting = true;
    try {
      const response = await this.#post(requests);
      this.#isPosting = false;
      void this.#postWaiting();
      if (!response.ok) throw new Error(`The simulator answered with HTTP status ${response.status}.`);
      for await (const line of linesOf(response)) this.#settle(JSON.parse(line) as RemoteReply);
    } catch {
      this.#isPosting = false;
      void this.#postWaiting();
    }
    // A request without a reply at the end of the response never gets one.
    for (const {id} of requests) this.#take(id)?.reject(new Unreachable());
  }

  #take(id: number): PendingReply | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #settle(reply: RemoteReply): void {
    const pending = this.#take(reply.id);
    if ('error' in reply) pending?.reject(toError(reply.error));
    else if (!('lost' in reply)) pending?.resolve(reply.result);
  }
}

function toError(sent: unknown): Error {
  if (!isRecord(sent)) return new Error(String(sent));
  return new Refusal(sent['errorCode'] as Refusal['errorCode'], String(sent['errorMessage']));
}

/** Yields the lines of a body as they arrive. */
async function* linesOf({body}: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
