/**
 * A test double of the official SDK's `interactionApi()`, with the methods of several builds. The test sets its replies and sends
 * its events.
 *
 * It is written from the public description of the SDK's methods and faults. It contains no code of the SDK or of
 * `src/`.
 */
import type {Reply} from './wire-adapter.js';

/** Builds of the SDK that differ in their methods. */
export const GENERATIONS = ['0.12.0', '1.0.10', '1.0.11', 'newest'] as const;
export type Generation = (typeof GENERATIONS)[number];

const OLDEST = ['click2dial', 'setCav', 'getCav', 'setDisposition', 'getDispositions', 'isMasterPage', 'subscribe'];
const FROM_1_0_10 = ['executeRestApi', 'subscribeWsEvent', 'unsubscribeWsEvent'];
const FROM_1_0_11 = [
  'objectVisited',
  'getNameObjects',
  'getRelatedToObjects',
  'getSelectedNameObject',
  'getSelectedRelatedToObject',
  'selectNameObject',
  'selectRelatedToObject',
  'getSearchResults',
  'getMetadata',
  'mute',
  'unmute',
  'sendDtmf',
];
const NEWEST = ['getCrm', 'openInteraction', 'executeRestApiV2'];

/** The methods of a build. */
export const METHODS: Record<Generation, readonly string[]> = {
  '0.12.0': OLDEST,
  '1.0.10': [...OLDEST, ...FROM_1_0_10],
  '1.0.11': [...OLDEST, ...FROM_1_0_10, ...FROM_1_0_11],
  newest: [...OLDEST, ...FROM_1_0_10, ...FROM_1_0_11, ...NEWEST],
};

type Callback = (...args: unknown[]) => unknown;

/** A test double of an SDK's `interactionApi()`. */
export class SdkDouble {
  /** The object that `interactionApi()` returns. */
  readonly api: Record<string, Callback> = {};
  /** The calls of all methods, in order. */
  readonly received: {method: string; args: unknown[]}[] = [];
  /** The errors that the SDK logged on the console. */
  readonly complaints: string[] = [];
  /** Whether an adapter is connected. If not, requests wait for `connect()`, or reject with 'Timeout' after `timeOut()`. */
  connected = true;

  readonly #subscribers: Record<string, Callback>[] = [];
  readonly #wsSubscribers: {id: string; callback: Callback}[] = [];
  readonly #replies = new Map<string, Reply[]>();
  #waiting: {method: string; args: unknown[]; resolve(value: unknown): void; reject(cause: unknown): void}[] = [];
  #held: (() => void)[] = [];

  constructor(readonly generation: Generation = 'newest') {
    for (const method of METHODS[generation]) this.api[method] = (...args) => this.#request(method, args);
    Object.assign(this.api, {
      subscribe: (events: unknown, callback: unknown) => {
        this.received.push({method: 'subscribe', args: [events]});
        this.#subscribers.push(typeof events === 'string' ? {[events]: callback as Callback} : (events as never));
      },
      click2dial: (...args: unknown[]) => this.#note('click2dial', args),
    });
    if ('objectVisited' in this.api) this.api['objectVisited'] = (...args) => this.#note('objectVisited', args);
    if ('subscribeWsEvent' in this.api) {
      this.api['subscribeWsEvent'] = (events) => {
        this.received.push({method: 'subscribeWsEvent', args: [events]});
        for (const [id, callback] of Object.entries(events as Record<string, Callback>))
          this.#wsSubscribers.push({id, callback});
      };
      this.api['unsubscribeWsEvent'] = (events) => {
        for (const [id, callback] of Object.entries(events as Record<string, Callback>)) {
          for (let index = this.#wsSubscribers.length; index--;) {
            const one = this.#wsSubscribers[index]!;
            if (one.id === id && one.callback === callback) this.#wsSubscribers.splice(index, 1);
          }
        }
      };
    }
  }

  /** The number of subscribed WebSocket callbacks. */
  get wsCount(): number {
    return this.#wsSubscribers.length;
  }

  reply(method: string, ...replies: Reply[]): void {
    this.#replies.set(method, [...replies]);
  }

  all(method: string): unknown[][] {
    return this.received.filter((one) => one.method === method).map(({args}) => args);
  }

  /** Sends the replies to the requests whose reply is `{hold: true}`. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  /** Connects an adapter, which answers the waiting requests. */
  connect(): void {
    this.connected = true;
    for (const {method, args, resolve, reject} of this.#waiting.splice(0)) this.#answer(method, args, resolve, reject);
  }

  /** Returns the waiting requests, and removes them, so that no adapter answers them. */
  takeWaiting(): {reject(cause: unknown): void}[] {
    return this.#waiting.splice(0);
  }

  /** Rejects the waiting requests, as the SDK does if no adapter answers. */
  timeOut(): void {
    for (const {reject} of this.#waiting.splice(0)) reject('Timeout');
  }

  /** Sends an event in the next microtask. Logs an error for each subscriber without a callback for the event. */
  async emit(name: string, params?: unknown): Promise<void> {
    // Change the name of the event, because SDK 0.12.0 sends `emailRejected` in place of `chatRejected`.
    const key = this.generation === '0.12.0' && name === 'chatRejected' ? 'emailRejected' : name;
    await Promise.resolve();
    for (const subscriber of this.#subscribers) {
      if (Object.hasOwn(subscriber, key)) subscriber[key]!(params);
      else this.complaints.push(`${key} is not implemented`);
    }
  }

  async emitWs(id: unknown, payload?: unknown, context?: unknown): Promise<void> {
    await Promise.resolve();
    for (const one of [...this.#wsSubscribers]) if (one.id === String(id)) one.callback(payload, context);
  }

  #note(method: string, args: unknown[]): void {
    this.received.push({method, args: structuredClone(args)});
  }

  #request(method: string, args: unknown[]): Promise<unknown> {
    this.received.push({method, args: structuredClone(args)});
    return new Promise((resolve, reject) => {
      if (this.connected) this.#answer(method, args, resolve, reject);
      else this.#waiting.push({method, args, resolve, reject});
    });
  }

  #answer(method: string, args: unknown[], resolve: (value: unknown) => void, reject: (cause: unknown) => void): void {
    const replies = this.#replies.get(method) ?? [];
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {response: method === 'isMasterPage'};
    const answer = (): void => {
      if ('error' in reply) reject(reply.error);
      else if ('response' in reply) resolve(reply.response ?? null);
      else if (!('silent' in reply)) resolve(args[0] ?? null);
    };
    if ('hold' in reply) this.#held.push(answer);
    else answer();
  }
}
