/**
 * A test double of an official SDK in a window: it sends `asking_connect`, takes the port of `connect`, and sends its requests over
 * that port.
 *
 * It is written from the description of the wire protocol. It contains no code of the SDK or of `src/`.
 */
import {type Generation, METHODS} from './sdk-double.js';

type Callback = (...args: unknown[]) => unknown;

interface Envelope {
  iframeName: string;
  sender: string;
  message: unknown;
}

const ASK_EVERY = 5000;
const ATTEMPTS = 3;

/** A test double of an SDK with one `interactionApi(name)`. */
export class WireSdk {
  /** The object that `interactionApi()` returns. */
  readonly api: Record<string, Callback> = {};
  readonly sender: string;
  /** The functions that answer the adapter, by name. */
  readonly functions: Record<string, Callback> = {};
  /** The events of the adapter that are no interaction events, as name and data. */
  readonly events: [string, unknown][] = [];
  /** The number of ports that the SDK has taken. */
  taken = 0;

  readonly #wsEvents: Record<string, Callback> = {};
  #port: MessagePort | undefined;
  #count = 0;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];
  readonly #pending = new Map<string, {resolve: Callback; reject: Callback}>();
  readonly #subscribers: Record<string, Callback>[] = [];

  constructor(
    private readonly self: Window,
    private readonly channel: string,
    generation: Generation = 'newest',
  ) {
    this.sender = `remote_${channel}-${String(Math.random()).slice(2, 18).padEnd(16, '0')}`;
    for (const method of METHODS[generation]) this.api[method] = (params) => this.#request(method, params);
    this.api['subscribe'] = (events) => void this.#subscribers.push(events as Record<string, Callback>);
    this.api['subscribeWsEvent'] = (events) => {
      Object.assign(this.#wsEvents, events);
      void this.#request('updateWebSocketSubscriptions', Object.keys(this.#wsEvents));
    };
    this.api['unsubscribeWsEvent'] = (events) => {
      for (const id of Object.keys(events as object)) Reflect.deleteProperty(this.#wsEvents, id);
    };
    this.api['click2dial'] = (params) => {
      this.#whenConnected(() => this.#send({event: {objectId: 'interactionApi', name: 'click2dial', data: params}}));
    };
    self.addEventListener('message', this.#onWindowMessage);
    this.#ask();
  }

  /** Whether the SDK has a port. */
  get connected(): boolean {
    return this.#port !== undefined;
  }

  /** The number of calls of `subscribe`. */
  get subscriptions(): number {
    return this.#subscribers.length;
  }

  /** Ends the SDK, so that it does not disturb the next test. An official SDK has no such method. */
  close(): void {
    clearTimeout(this.#timer);
    this.self.removeEventListener('message', this.#onWindowMessage);
    this.#port?.close();
  }

  readonly #onWindowMessage = ({data, ports: [port]}: MessageEvent<Envelope | null>): void => {
    if (data?.iframeName !== this.channel || data.sender === this.sender || data.message !== 'connect' || !port) return;
    clearTimeout(this.#timer);
    this.#port?.close();
    this.#port = port;
    this.taken++;
    // Like the official SDK, replace a handler that other code has set on the port.
    port.onmessage = this.#onPortMessage;
    this.#send('connected:');
    for (const send of this.#waiting.splice(0)) send();
  };

  readonly #onPortMessage = ({data}: MessageEvent<Envelope>): void => {
    if (data.iframeName !== this.channel || data.sender === this.sender) return;
    const {message} = data;
    if (message === 'disconnect') {
      this.#port = undefined;
      return;
    }
    const {id, event, request, ...answer} = Object(message) as {
      id?: string;
      event?: {name: string; data: {reason: string; payload: unknown}};
      request?: {attrName: string; args?: unknown};
      response?: unknown;
      error?: unknown;
    };
    if (request) {
      void this.#answer(String(id), request.attrName, request.args);
      return;
    }
    if (event && event.name !== 'interactionEvent') this.events.push([event.name, event.data]);
    if (event?.name === 'interactionEvent') {
      setTimeout(() => {
        for (const one of this.#subscribers) one[event.data.reason]?.(event.data.payload);
      });
    }
    const pending = this.#pending.get(String(id));
    this.#pending.delete(String(id));
    if ('error' in answer) pending?.reject(answer.error);
    else pending?.resolve(answer.response ?? null);
  };

  #ask(): void {
    const windows = new Set<Window>();
    const walk = (window: Window): void => {
      windows.add(window);
      for (let index = 0; index < window.length; index++) walk(window[index] as Window);
    };
    walk(this.self.top!);
    for (const window of windows) window.postMessage(this.#envelope('asking_connect'), '*');
    if (++this.#asked < ATTEMPTS) this.#timer = setTimeout(() => this.#ask(), ASK_EVERY);
  }

  /** Answers a request of the adapter, as the official SDK does. */
  async #answer(id: string, method: string, args: unknown): Promise<void> {
    const answer = this.functions[method];
    if (answer) this.#send({id, response: await answer(args)});
    else this.#send({id, error: `Not Implemented: ${method}`});
  }

  #request(method: string, args: unknown): Promise<unknown> {
    const id = `${this.sender}#${++this.#count}`;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {resolve: resolve, reject});
      const request = {objectId: 'interactionApi', verb: 'post', attrName: method, args};
      this.#whenConnected(() => this.#send({id, request}));
    });
  }

  #whenConnected(send: () => void): void {
    if (this.#port) send();
    else this.#waiting.push(send);
  }

  #envelope(message: unknown): Envelope {
    return {iframeName: this.channel, sender: this.sender, message};
  }

  #send(message: unknown): void {
    this.#port?.postMessage(this.#envelope(message));
  }
}
