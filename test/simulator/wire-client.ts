import {atEnd} from '../support/lifecycle.js';
import {until} from '../support/time.js';

/** A message with the fields that every message of the wire protocol has. */
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

/** A request that the adapter sends to the client. */
interface AdapterRequest {
  id: string;
  request: {objectId: string; verb: string; attrName: string; args?: unknown};
  hostId?: string;
}

let clients = 0;

/**
 * The client's half of the wire protocol, written by hand from the protocol's description. It can record all messages
 * of an adapter, and send any message to the adapter. The client uses no code of `src/`.
 */
export class WireClient {
  readonly sender: string;
  /** Number of ports that adapters have sent. */
  invitations = 0;
  /** All messages from the ports, without their envelopes. */
  readonly received: unknown[] = [];
  /** Called with each message from the ports, without its envelope. */
  listener: (message: unknown) => void = () => {};
  #port: MessagePort | undefined;
  #count = 0;
  #requestsSeen = 0;

  /**
   * @param channel Full name of the channel, for example `intrx_plugin_`.
   * @param self The client's window.
   * @param objectId Id of the API that the client uses.
   */
  constructor(
    readonly channel: string,
    readonly self: Window = window,
    readonly objectId = 'interactionApi',
  ) {
    this.sender = `remote_${channel}-${String(++clients).padStart(16, '0')}`;
    self.addEventListener('message', this.#onMessage);
    atEnd(() => {
      self.removeEventListener('message', this.#onMessage);
    });
  }

  /** Sends `asking_connect` to a window. */
  askToConnect(target: Window = this.self): void {
    // Run `postMessage` in the client's own window, because the adapter answers to the window that has sent the
    // message.
    const post = (this.self as Window & typeof globalThis).Function(
      'target',
      'data',
      'target.postMessage(data, "*")',
    ) as (target: Window, data: unknown) => void;
    post(target, this.envelope('asking_connect'));
  }

  /** Waits until adapters have sent `times` ports. */
  async invited(times = 1): Promise<void> {
    await until(
      () => this.invitations >= times,
      () => `invitation ${times}; there are ${this.invitations}`,
    );
  }

  /** Sends a message, in its envelope, to the adapter. */
  send(message: unknown): void {
    this.#port?.postMessage(this.envelope(message));
  }

  /** Sends anything to the adapter, without an envelope. */
  sendRaw(data: unknown): void {
    this.#port?.postMessage(data);
  }

  /** Closes the port without `disconnect`. */
  closePort(): void {
    this.#port?.close();
  }

  /** Calls a method, and waits for the answer. */
  async request(attrName: string, args?: unknown, hostId?: string): Promise<unknown> {
    const id = this.sendRequest(attrName, args, hostId);
    const reply = (): Reply | undefined => this.received.find((it): it is Reply => (it as Partial<Reply>).id === id);
    await until(reply, `an answer to ${attrName}`);
    const {response, error} = reply()!;
    if (error !== undefined) throw error as Error;
    return response;
  }

  /** Sends a request, and returns its id. */
  sendRequest(attrName: unknown, args?: unknown, hostId?: string): string {
    const id = `${this.sender}-${++this.#count}#1`;
    this.send({id, request: {objectId: this.objectId, verb: 'post', attrName, args}, ...(hostId && {hostId})});
    return id;
  }

  /** The requests of the adapter that have arrived. */
  get requests(): AdapterRequest[] {
    return this.received.filter((it): it is AdapterRequest => 'request' in Object(it));
  }

  /** Resolves with the next request of the adapter. */
  async nextRequest(): Promise<AdapterRequest> {
    const index = this.#requestsSeen++;
    await until(() => this.requests[index], `request ${index + 1} of the adapter`);
    return this.requests[index]!;
  }

  /**
   * Returns the names of the interaction events and the ids of the WebSocket events that have arrived. Removes all
   * messages from `received`.
   */
  takeEvents(): string[] {
    const events = this.received.flatMap((it) => {
      const {event} = it as {event?: {name: string; data: {reason?: string; id?: string}}};
      return event ? [event.data.reason ?? event.data.id ?? event.name] : [];
    });
    this.received.splice(0);
    return events;
  }

  /** Resolves when all messages that the adapter has sent so far have arrived. */
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
      this.received.push(envelope.message);
      this.listener(envelope.message);
    };
    this.send('connected:');
  };
}
