/**
 * Objects shaped like the official SDK's `interactionApi()` of several builds, as a puppet: they do what a test tells them.
 *
 * Written from the public description of the SDK alone (its methods, its quirks); nothing of the SDK is in it, and nothing of `src/`.
 */
import type {Reply} from './wire-adapter.js';

/** Builds of the SDK that differ in what they have. */
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

/** One SDK. `api` is what its `interactionApi()` gives. */
export class SdkDouble {
  readonly api: Record<string, Callback> = {};
  /** What each method was given, in order. */
  readonly heard: {method: string; args: unknown[]}[] = [];
  /** What the SDK wrote on the console. */
  readonly complaints: string[] = [];
  /** Whether an adapter answers. Without one, requests reject with 'Timeout' when the test says `timeOut`. */
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
        this.heard.push({method: 'subscribe', args: [events]});
        this.#subscribers.push(typeof events === 'string' ? {[events]: callback as Callback} : (events as never));
      },
      click2dial: (...args: unknown[]) => this.#tell('click2dial', args),
    });
    if ('objectVisited' in this.api) this.api['objectVisited'] = (...args) => this.#tell('objectVisited', args);
    if ('subscribeWsEvent' in this.api) {
      this.api['subscribeWsEvent'] = (events) => {
        this.heard.push({method: 'subscribeWsEvent', args: [events]});
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

  /** How many WebSocket callbacks are subscribed. */
  get wsCount(): number {
    return this.#wsSubscribers.length;
  }

  reply(method: string, ...replies: Reply[]): void {
    this.#replies.set(method, [...replies]);
  }

  all(method: string): unknown[][] {
    return this.heard.filter((one) => one.method === method).map(({args}) => args);
  }

  /** Lets held answers go. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  /** The adapter comes: what waited is sent. */
  connect(): void {
    this.connected = true;
    for (const {method, args, resolve, reject} of this.#waiting.splice(0)) this.#answer(method, args, resolve, reject);
  }

  /** Nobody answered the SDK's questions. */
  timeOut(): void {
    for (const {reject} of this.#waiting.splice(0)) reject('Timeout');
  }

  /** Tells an event: on the next tick, and with a complaint where a subscriber has nothing for it. */
  async emit(name: string, params?: unknown): Promise<void> {
    // That build takes one for the other.
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

  #tell(method: string, args: unknown[]): void {
    this.heard.push({method, args: structuredClone(args)});
  }

  #request(method: string, args: unknown[]): Promise<unknown> {
    this.heard.push({method, args: structuredClone(args)});
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
