import {Refusal} from '../contact-center/errors.js';
import {isRecord} from '../../transport/envelope.js';
import type {RemoteReply, RemoteRequest} from './batch.js';

type Unnumbered = RemoteRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;

interface Pending {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** Nothing answered. */
export class Unreachable extends Error {
  constructor() {
    super('The simulated contact centre cannot be reached.');
  }
}

/** Posts requests, and answers with a line of JSON for each reply, as soon as it is there. */
export type Post = (requests: readonly RemoteRequest[]) => Promise<Response>;

/**
 * Requests to a contact centre behind HTTP, in order. What is asked while a post is on its way goes with the next one; that one leaves once the server
 * has begun to answer, which it does when it has carried out all of the one before.
 */
export class RequestQueue {
  readonly #post: Post;
  readonly #pending = new Map<number, Pending>();
  #waiting: RemoteRequest[] = [];
  #posting = false;
  #lastId = 0;

  constructor(post: Post) {
    this.#post = post;
  }

  ask(request: Unnumbered): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#pending.set(id, {resolve, reject});
      this.#waiting.push({...request, id});
      queueMicrotask(() => void this.#next());
    });
  }

  async #next(): Promise<void> {
    if (this.#posting || !this.#waiting.length) return;
    const requests = this.#waiting.splice(0);
    this.#posting = true;
    try {
      const response = await this.#post(requests);
      this.#posting = false;
      void this.#next();
      if (!response.ok) throw new Error(`The simulator answered ${response.status}.`);
      for await (const line of linesOf(response)) this.#settle(JSON.parse(line) as RemoteReply);
    } catch {
      this.#posting = false;
      void this.#next();
    }
    // Whoever has no answer by now gets none.
    for (const {id} of requests) this.#take(id)?.reject(new Unreachable());
  }

  #take(id: number): Pending | undefined {
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

/** The lines of a body, as they come. */
async function* linesOf({body}: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
