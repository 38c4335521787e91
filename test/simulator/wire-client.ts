import {atEnd} from '../support/lifecycle.js';
import {until} from '../support/time.js';

/** An envelope as it crosses. */
interface Envelope {
  iframeName: string;
  sender: string;
  message: unknown;
}

interface Reply {
  id: string;
  response?: unknown;
  error?: unknown;
}

let clients = 0;

/**
 * The client's half of the wire protocol, by hand: as much as it takes to hear an adapter, and to say anything to it.
 * Written from the protocol's description alone. Nothing of `src/` is in it.
 */
export class WireClient {
  readonly sender: string;
  /** How often an adapter handed over a port. */
  invitations = 0;
  /** All that came over the ports, without the envelopes. */
  readonly heard: unknown[] = [];
  #port: MessagePort | undefined;
  #count = 0;

  /**
   * @param channel Its whole name, as `intrx_plugin_`.
   * @param self The window it lives in.
   */
  constructor(
    readonly channel: string,
    readonly self: Window = window,
  ) {
    this.sender = `remote_${channel}-${String(++clients).padStart(16, '0')}`;
    self.addEventListener('message', this.#onMessage);
    atEnd(() => {
      self.removeEventListener('message', this.#onMessage);
    });
  }

  /** Asks who is there. */
  ask(target: Window = this.self): void {
    // As a page of that window does it: the adapter answers to where the question comes from.
    const post = (this.self as Window & typeof globalThis).Function(
      'target',
      'data',
      'target.postMessage(data, "*")',
    ) as (target: Window, data: unknown) => void;
    post(target, this.envelope('asking_connect'));
  }

  /** Waits until an adapter has handed over its nth port. */
  async invited(times = 1): Promise<void> {
    await until(() => this.invitations >= times, `invitation ${times}; there are ${this.invitations}`);
  }

  /** Says something to the adapter. */
  say(message: unknown): void {
    this.#port?.postMessage(this.envelope(message));
  }

  /** Sends anything at all. */
  post(data: unknown): void {
    this.#port?.postMessage(data);
  }

  /** Asks for a method and waits for what comes back. */
  async request(attrName: string, args?: unknown, hostId?: string): Promise<unknown> {
    const id = this.send(attrName, args, hostId);
    const reply = (): Reply | undefined => this.heard.find((it): it is Reply => (it as Partial<Reply>).id === id);
    await until(reply, `an answer to ${attrName}`);
    const {response, error} = reply()!;
    if (error !== undefined) throw error as Error;
    return response;
  }

  /** Sends a request, and returns its id. */
  send(attrName: string, args?: unknown, hostId?: string): string {
    const id = `${this.sender}-${++this.#count}#1`;
    this.say({id, request: {objectId: 'interactionApi', verb: 'post', attrName, args}, ...(hostId && {hostId})});
    return id;
  }

  /** Names of the interaction events, and ids of the WebSocket events, since the last look. */
  events(): string[] {
    const events = this.heard.flatMap((it) => {
      const {event} = it as {event?: {name: string; data: {reason?: string; id?: string}}};
      return event ? [event.data.reason ?? event.data.id ?? event.name] : [];
    });
    this.heard.splice(0);
    return events;
  }

  /** Waits until all that the adapter has sent so far is there. */
  async settled(): Promise<void> {
    await this.request('isMasterPage');
  }

  envelope(message: unknown): Envelope {
    return {iframeName: this.channel, sender: this.sender, message};
  }

  readonly #onMessage = ({data, ports}: MessageEvent<Partial<Envelope> | null>): void => {
    if (data?.iframeName !== this.channel || data.message !== 'connect') return;
    this.invitations++;
    this.#port?.close();
    this.#port = ports[0];
    this.#port!.onmessage = ({data: envelope}: MessageEvent<Envelope>) => {
      this.heard.push(envelope.message);
    };
    this.say('connected:');
  };
}
