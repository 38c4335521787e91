import {
  type InteractionApiError,
  type InteractionApiErrorCode,
  toInteractionApiError,
} from '../interaction-api/errors.js';
import type {Ongoing} from '../interaction-api/transport.js';
import {newId} from './envelope.js';

/**
 * How many requests may be unanswered at a time; further ones wait their turn, in order.
 * Below 50, because the SDK's adapter half drops what comes after fifty messages that it has not sent yet.
 */
const WINDOW = 40;

/** A request on its way to the adapter. */
export interface OutgoingRequest {
  readonly id: string;
  readonly attrName: string;
  readonly args: unknown;
}

interface Pending extends OutgoingRequest {
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: InteractionApiError) => void;
  sent?: boolean;
}

/** Requests and their answers, over whatever it is attached to. */
export interface RequestChannel {
  /** Sends by `post` from now on, first of all what waits; without it, what is asked waits. */
  attach(post?: (request: OutgoingRequest) => void): void;
  /** Rejects what was sent and, with `all`, what waits as well. @default cause and code say that the connection was lost */
  reject(all?: boolean, cause?: unknown, code?: InteractionApiErrorCode): void;
  /** Asks for `attrName`. */
  request(sender: string, attrName: string, args: unknown, ongoing: Ongoing): Promise<unknown>;
  /** Takes an answer. One that nobody waits for changes nothing. */
  settle(message: Record<string, unknown>): void;
}

/** Makes a channel on which nothing was asked yet. */
export function requestChannel(): RequestChannel {
  /** In the order of asking: the first ones are in flight, the others wait. */
  const requests = new Map<unknown, Pending>();
  const salt = newId('');
  let count = 0;
  let send: ((request: OutgoingRequest) => void) | undefined;

  const fail = (pending: Pending, cause: unknown, code?: InteractionApiErrorCode): void => {
    requests.delete(pending.id);
    pending.reject(toInteractionApiError(cause, undefined, code));
  };

  const flush = (): void => {
    let free = WINDOW;
    for (const pending of requests.values()) {
      if (!send || !free--) return;
      if (pending.sent) continue;
      pending.sent = true;
      try {
        send(pending);
      } catch (cause) {
        // What cannot be cloned was never sent.
        fail(pending, cause);
      }
    }
  };

  return {
    attach(post) {
      send = post;
      flush();
    },

    reject(all, cause = 'Connection lost.', code = 'ConnectionLost') {
      requests.forEach((pending) => {
        if (all || pending.sent) fail(pending, cause, code);
      });
    },

    request: (sender, attrName, args, ongoing) =>
      new Promise((resolve, reject) => {
        const id = `${sender}${salt}#${++count}`;
        requests.set(id, {id, attrName, args, resolve, reject});
        ongoing.cancel = () => {
          requests.delete(id);
          flush();
        };
        flush();
      }),

    settle(message) {
      const pending = requests.get(message['id']);
      if (!pending?.sent) return;
      if ('error' in message) fail(pending, message['error']);
      else if ('response' in message) {
        requests.delete(pending.id);
        pending.resolve(message['response']);
      }
      flush();
    },
  };
}
