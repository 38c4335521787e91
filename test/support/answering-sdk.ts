/**
 * A client that answers the adapter like the official SDK 0.12.0: `crmApi()` or `customComponentsApi()` of a page. It
 * also records everything that the adapter sends.
 *
 * It is written from the description of the wire protocol. It contains no code of the SDK or of `src/`.
 */
import {atEnd} from './lifecycle.js';

/** The questions that SDK 0.12.0 knows. It throws an error in the page for any other question, and does not answer. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  crmApi: [
    'getAdtConfig',
    'search',
    'screenPop',
    'saveLog',
    'getTodayCallsCount',
    'getTodayChatsCount',
    'getTodayEmailsCount',
    'openMyCallsToday',
    'openMyChatsToday',
    'openMyEmailsToday',
    'enableClickToDial',
    'disableClickToDial',
    'bringAppToFront',
  ],
  customComponentsApi: ['getCustomComponents'],
};
const PREFIXES: Readonly<Record<string, string>> = {
  crmApi: 'crm_api_plugin_',
  customComponentsApi: 'cust_comp_plugin_',
};
const ASK_EVERY = 5000;
const ATTEMPTS = 3;

interface Envelope {
  iframeName: string;
  sender: string;
  message: unknown;
}

type Answering = (params: unknown) => unknown;

export class AnsweringSdk {
  readonly channel: string;
  readonly sender: string;
  /** The names of the questions, in order. */
  readonly asked: string[] = [];
  /** The data of the events. */
  readonly events: unknown[] = [];
  /** The questions that the SDK does not know. */
  readonly unknown: string[] = [];
  /** Everything that the adapter has sent, with the envelopes. */
  readonly received: unknown[] = [];
  readonly #api: string;
  readonly #answers: Readonly<Record<string, Answering>>;
  #port: MessagePort | undefined;
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Starts to search for the adapter. Ends with the test. */
  constructor(api: string, answers: Readonly<Record<string, Answering>>, name = '') {
    this.#api = api;
    this.#answers = answers;
    this.channel = `${PREFIXES[api] ?? ''}${name}`;
    this.sender = `remote_${this.channel}-${String(Math.random()).slice(2, 18).padEnd(16, '0')}`;
    addEventListener('message', this.#onWindowMessage);
    this.#ask();
    atEnd(() => this.unload());
  }

  /** Ends the client, as if the user leaves its page. */
  unload(): void {
    clearTimeout(this.#timer);
    removeEventListener('message', this.#onWindowMessage);
    this.#post('disconnect');
    this.#port?.close();
    this.#port = undefined;
  }

  /** Sends an event of the page. */
  event(name: string, data: unknown): void {
    this.#post({event: {objectId: this.#api, name, data}});
  }

  #ask(): void {
    const post = (target: Window): void => {
      target.postMessage(this.#envelope('asking_connect'), '*');
      for (let index = 0; index < target.length; index++) post(target[index] as Window);
    };
    post(window.top!);
    if (++this.#attempts < ATTEMPTS) this.#timer = setTimeout(() => this.#ask(), ASK_EVERY);
  }

  readonly #onWindowMessage = ({data, ports: [port]}: MessageEvent<Envelope | null>): void => {
    if (data?.iframeName !== this.channel || data.sender === this.sender || data.message !== 'connect' || !port) return;
    clearTimeout(this.#timer);
    this.received.push(data);
    this.#port?.close();
    this.#port = port;
    port.onmessage = this.#onPortMessage;
    this.#post('connected:');
  };

  readonly #onPortMessage = ({data}: MessageEvent<Envelope>): void => {
    this.received.push(data);
    const {id, request, event} = Object(data.message) as {
      id?: string;
      request?: {objectId: string; attrName: string; args?: unknown};
      event?: {objectId: string; data: unknown};
    };
    if (event?.objectId === this.#api) this.events.push(event.data);
    if (request) void this.#answer(String(id), request);
  };

  async #answer(id: string, {objectId, attrName, args}: {objectId: string; attrName: string; args?: unknown}) {
    this.asked.push(attrName);
    if (objectId !== this.#api || !KNOWN[objectId]?.includes(attrName)) {
      this.unknown.push(`${objectId}.${attrName}`);
      return;
    }
    const answering = this.#answers[attrName];
    if (!answering) {
      this.#post({id, error: `Not Implemented: ${attrName}`});
      return;
    }
    try {
      this.#post({id, response: (await answering(args)) ?? null});
    } catch (error) {
      this.#post({id, error});
    }
  }

  #envelope(message: unknown): Envelope {
    return {iframeName: this.channel, sender: this.sender, message};
  }

  #post(message: unknown): void {
    this.#port?.postMessage(this.#envelope(message));
  }
}
