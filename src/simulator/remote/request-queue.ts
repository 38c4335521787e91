import {isRecord} from '../../interaction-api/is-record.js';
import {Refusal} from '../contact-center/errors.js';
import {newId} from '../../transport/envelope.js';
import type {LateReply, RemoteReply, RemoteRequest, Reply} from './batch.js';

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

interface PendingReply {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The error of a request to which the server sent no reply. */
export class Unreachable extends Error {
  constructor() {
    super('The simulated contact centre cannot be reached.');
  }
}

/**
 * Sends several requests in one HTTP POST. The response contains one line of JSON for each reply. The server sends each
 * line as soon as the reply is known.
 */
export type PostRequests = (requests: readonly RemoteRequest[]) => Promise<Response>;

/**
 * Sends requests to a contact centre over HTTP, in order.
 *
 * Requests that are made during a POST wait, and are sent together in the next POST. The next POST starts when the
 * response to the previous POST begins, because the server has then started all requests of the previous POST.
 */
export class RequestQueue {
  readonly #post: PostRequests;
  readonly #pending = new Map<string, PendingReply>();
  /** The ids of the requests whose reply comes later. */
  readonly #late = new Set<string>();
  readonly #idPrefix = newId('request');
  #waiting: RemoteRequest[] = [];
  #isPosting = false;
  #lastId = 0;

  constructor(post: PostRequests) {
    this.#post = post;
  }

  /**
   * Sends a request, and resolves with the result. Rejects with `Unreachable` if there is no reply. Never settles if an
   * injected fault has suppressed the answer.
   */
  send(request: WithoutId<RemoteRequest>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = `${this.#idPrefix}#${++this.#lastId}`;
      this.#pending.set(id, {resolve, reject});
      this.#waiting.push({...request, id});
      queueMicrotask(() => void this.#postWaiting());
    });
  }

  /** Settles a request whose reply took too long for its HTTP response. Ignores the replies for other pages. */
  receive({id, reply}: LateReply): void {
    this.#settle(id, reply);
  }

  /** Rejects the requests whose reply was still to come, because the server has restarted. */
  loseLateReplies(): void {
    for (const id of this.#late) this.#take(id)?.reject(new Unreachable());
  }

  async #postWaiting(): Promise<void> {
    if (this.#isPosting || !this.#waiting.length) return;
    const requests = this.#waiting.splice(0);
    try {
      const response = await this.#start(requests);
      if (!response.ok) throw new Error(`The simulator answered with HTTP status ${response.status}.`);
      for await (const line of linesOf(response)) this.#read(JSON.parse(line) as RemoteReply);
    } catch {
      // Ignore the error, because the code below rejects all requests without a reply.
    }
    // Reject the requests without a reply, because no other reply can arrive after the end of the response.
    for (const {id} of requests) if (!this.#late.has(id)) this.#take(id)?.reject(new Unreachable());
  }

  /** Sends requests in one POST. Starts the next POST when the response begins, or if the server cannot be reached. */
  async #start(requests: readonly RemoteRequest[]): Promise<Response> {
    this.#isPosting = true;
    try {
      return await this.#post(requests);
    } finally {
      this.#isPosting = false;
      void this.#postWaiting();
    }
  }

  #take(id: string): PendingReply | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    this.#late.delete(id);
    return pending;
  }

  #read({id, ...reply}: RemoteReply): void {
    if (!('later' in reply)) this.#settle(id, reply);
    // The reply may have come already, because it takes another way.
    else if (this.#pending.has(id)) this.#late.add(id);
  }

  #settle(id: string, reply: Reply): void {
    const pending = this.#take(id);
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
