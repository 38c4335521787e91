/**
 * A client that sends the same messages as the official SDK, from `asking_connect` to `disconnect`, with the same pauses, limits
 * and errors. A simulator must work with it.
 *
 * It is written from the description of the wire protocol. It contains no code of the SDK or of `src/`.
 */
import {METHODS} from './sdk-double.js';

/** Builds that differ in their handshake and in their methods. */
export type Build = '0.12.0' | '1.0.11' | 'newest';

type Callback = (...args: unknown[]) => unknown;
type Message = string | Record<string, unknown>;

/** Largest number of messages that can wait until they are sent. */
const QUEUE = 50;
/** Milliseconds between two messages. */
const PAUSE = 10;
/** Milliseconds between two `asking_connect`. */
const ASK_EVERY = 5000;
const ATTEMPTS = 3;

/** Methods that send no request with their own name. */
const LOCAL = ['subscribe', 'subscribeWsEvent', 'unsubscribeWsEvent', 'executeRestApi', 'getMetadata'];
const EVENTS = ['click2dial', 'objectVisited'];

const hex = (): string => Array.from({length: 16}, () => Math.floor(Math.random() * 16).toString(16)).join('');

export class SpeakingSdk {
  /** The object that `interactionApi(name)` returns. */
  readonly api: Record<string, Callback> = {};
  readonly channel: string;
  readonly sender: string;
  /** The errors that the SDK logs on the console. */
  readonly complaints: string[] = [];
  /**
   * The number of received responses to requests of other clients. The client receives them, because adapters answer on
   * every port.
   */
  strange = 0;
  /** Milliseconds until a request times out. */
  requestTimeout = 60_000;
  /** The number of `connect` messages with a port. */
  connects = 0;

  readonly #build: Build;
  #port: MessagePort | undefined;
  #hostId = '';
  #count = 0;
  #asked = 0;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #queue: {message: Message; drop?: () => void}[] = [];
  #sending: ReturnType<typeof setTimeout> | undefined;
  readonly #pending = new Map<string, {resolve(value: unknown): void; reject(cause: unknown): void}>();
  readonly #subscribers: Record<string, Callback>[] = [];
  readonly #wsCallbacks: {id: string; callback: Callback}[] = [];

  /** @param options With `silent`, the client sends no messages. */
  constructor(name: string, {build = 'newest', silent = false}: {build?: Build; silent?: boolean} = {}) {
    this.channel = `intrx_plugin_${name}`;
    this.sender = `remote_${this.channel}-${hex()}`;
    this.#build = build;
    for (const method of METHODS[build]) {
      if (EVENTS.includes(method)) this.api[method] = (data) => this.#event(method, data);
      else if (!LOCAL.includes(method)) this.api[method] = (params) => this.#request(method, params);
    }
    if (METHODS[build].includes('executeRestApi')) this.api['executeRestApi'] = (params) => this.#rest(params as never);
    if (METHODS[build].includes('getMetadata')) {
      this.api['getMetadata'] = async () => {
        const {agentId, tenantId} = (await this.#request('getApplicationContext')) as Record<string, unknown>;
        return {agentId, tenantId};
      };
    }
    this.api['subscribe'] = (events, callback) => {
      this.#subscribers.push(typeof events === 'string' ? {[events]: callback as Callback} : (events as never));
    };
    if (METHODS[build].includes('subscribeWsEvent')) {
      this.api['subscribeWsEvent'] = (events, callback) => {
        for (const [id, fn] of entries(events, callback)) this.#wsCallbacks.push({id, callback: fn});
        void this.#updateWsEvents();
      };
      this.api['unsubscribeWsEvent'] = (events, callback) => {
        for (const [id, fn] of entries(events, callback)) {
          const kept = this.#wsCallbacks.filter((one) => one.id !== id || one.callback !== fn);
          this.#wsCallbacks.splice(0, Infinity, ...kept);
        }
        void this.#updateWsEvents();
      };
    }
    if (silent) return;
    addEventListener('message', this.#onWindowMessage);
    addEventListener('beforeunload', this.#onUnload);
    this.#ask();
  }

  /** Ends the client, as if the user leaves its page. */
  unload(): void {
    this.#onUnload();
    this.#port?.close();
    this.#port = undefined;
    this.#pending.clear();
    clearTimeout(this.#asking);
    clearTimeout(this.#sending);
    removeEventListener('message', this.#onWindowMessage);
    removeEventListener('beforeunload', this.#onUnload);
  }

  readonly #onUnload = (): void => {
    this.#port?.postMessage(this.#envelope('disconnect'));
  };

  /**
   * Sends `asking_connect` to its own window, to all windows above it, and to all frames of these windows. Some windows
   * receive it more than once.
   */
  #ask(): void {
    clearTimeout(this.#asking);
    if (this.#asked++ === ATTEMPTS) {
      this.#asked = 0;
      for (const {reject} of this.#pending.values()) reject('Timeout');
      this.#pending.clear();
      return;
    }
    const post = (target: Window): void => {
      target.postMessage(this.#envelope('asking_connect'), '*');
      for (let index = 0; index < target.length; index++) post(target[index] as Window);
    };
    let at: Window = window;
    post(at);
    while (at !== at.parent) post((at = at.parent));
    this.#asking = setTimeout(() => {
      this.#ask();
    }, ASK_EVERY);
  }

  readonly #onWindowMessage = ({data, ports}: MessageEvent): void => {
    if (!this.#isMine(data) || data.message !== 'connect' || !ports[0]) return;
    clearTimeout(this.#asking);
    this.#asked = 0;
    this.connects++;
    this.#port?.close();
    this.#port = ports[0];
    this.#port.onmessage = this.#onPortMessage;
    const message = this.#build === '0.12.0' ? 'connected:' : `connected::${this.sender}:1.0.11`;
    this.#port.postMessage(this.#envelope(message));
    if (this.#wsCallbacks.length) void this.#updateWsEvents();
    this.#flush();
  };

  readonly #onPortMessage = ({data, target}: MessageEvent): void => {
    // Ignore messages of an old port, because Firefox delivers messages that were queued before the port was closed.
    if (!this.#isMine(data) || target !== this.#port) return;
    const {message} = data;
    if (typeof message === 'string') {
      if (message === 'disconnect') this.#port = undefined;
      else if (message.startsWith('connected:')) this.#hostId = message.split(':')[1] ?? '';
      return;
    }
    const {id, event, communicationError, hostId} = message;
    if (hostId && hostId !== this.#hostId) return;
    if (event) this.#onEvent(event as never);
    if (communicationError) for (const {reject} of this.#pending.values()) reject(communicationError);
    if (typeof id !== 'string') return;
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (!pending) this.strange++;
    else if ('error' in message) pending.reject(message['error'] ?? 'Unknown error');
    else pending.resolve(message['response']);
  };

  #onEvent({objectId, name, data}: {objectId: string; name: string; data: Record<string, unknown>}): void {
    if (objectId !== 'interactionApi') return;
    // Run the callbacks in a later task, like the SDK.
    setTimeout(() => {
      if (name === 'webSocketEvent') {
        for (const {id, callback} of this.#wsCallbacks)
          if (id === data['id']) callback(data['payload'], data['context']);
      } else {
        const reason = String(data['reason']);
        for (const subscriber of this.#subscribers) {
          if (Object.hasOwn(subscriber, reason)) subscriber[reason]!(data['payload']);
          else this.complaints.push(`${reason} is not implemented`);
        }
      }
    });
  }

  #isMine(data: unknown): data is {message: Message} {
    const {iframeName, sender} = (data ?? {}) as Record<string, unknown>;
    return iframeName === this.channel && sender !== this.sender;
  }

  #envelope(message: Message): object {
    return {iframeName: this.channel, sender: this.sender, message};
  }

  #enqueue(message: Message, drop?: () => void): void {
    if (this.#queue.length >= QUEUE) {
      drop?.();
      return;
    }
    this.#queue.push({message, ...(drop && {drop})});
    // Search for an adapter again, because the message needs a connection.
    if (!this.#port && !this.#asked) this.#ask();
    this.#flush();
  }

  #flush(): void {
    if (this.#sending !== undefined) return;
    this.#sending = setTimeout(() => {
      this.#sending = undefined;
      if (!this.#port) return;
      const next = this.#queue.shift();
      if (!next) return;
      this.#port.postMessage(this.#envelope(next.message));
      this.#flush();
    }, PAUSE);
  }

  #event(name: string, data: unknown): void {
    this.#enqueue({event: {objectId: 'interactionApi', name, data}});
  }

  #request(attrName: string, args?: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = `${this.sender}#${++this.#count}`;
      this.#pending.set(id, {resolve, reject});
      const fail = (cause: string): void => {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- like the SDK
        if (this.#pending.delete(id)) reject(cause);
      };
      setTimeout(fail, this.requestTimeout, 'Timeout');
      const request = {objectId: 'interactionApi', verb: 'post', attrName, args};
      this.#enqueue({id, request, ...(this.#hostId && {hostId: this.#hostId})}, () => fail('Message dropped'));
    });
  }

  #updateWsEvents(): Promise<unknown> {
    const ids = [...new Set(this.#wsCallbacks.map(({id}) => id))];
    return this.#request('updateWebSocketSubscriptions', ids).catch(() => undefined);
  }

  async #rest(params: {path: string; method?: string; headers?: Record<string, string>; payload?: string}) {
    const {apiBaseURL} = (await this.#request('getApplicationContext')) as {apiBaseURL: string};
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(params.method ?? 'GET', apiBaseURL + params.path);
      request.withCredentials = true;
      const headers = {'content-type': 'application/json', ...params.headers};
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      // Resolve with any status. The status is 0 if there was no response.
      request.onloadend = () => resolve({status: request.status, response: request.responseText});
      request.send(params.payload || null);
    });
  }
}

function entries(events: unknown, callback: unknown): [string, Callback][] {
  return typeof events === 'object' && events !== null
    ? Object.entries(events as Record<string, Callback>)
    : [[String(events), callback as Callback]];
}
