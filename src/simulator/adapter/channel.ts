import {
  CONNECT,
  CONNECTED,
  DISCONNECT,
  type Envelope,
  INTERACTION_API,
  isEnvelope,
  newId,
} from '../../transport/envelope.js';
import type {ContactCenterEvent} from '../contact-center/events.js';

/** A client: a window, and the port to it. */
export interface Line {
  /** Later ones have higher numbers. */
  readonly number: number;
  readonly window: Window;
  readonly port: MessagePort;
  /** Ids of the WebSocket events that it wants. */
  wsEvents: ReadonlySet<string>;
}

/** How many ports may wait at a window for its answer; older ones are given up. A client that refuses our origin never answers. */
const WAITING = 8;

/** What a channel tells its adapter. */
export interface ChannelListener {
  /** A client answered; from now on it gets what the channel gets. */
  connected(line: Line): void;
  /** A client sent something that is not for the handshake. */
  received(line: Line, message: Record<string, unknown>): void;
}

/** One channel of the adapter: the windows that use one `interactionApi(name)`. */
export class Channel {
  readonly sender: string;
  readonly #lines = new Map<Window, Line>();
  /** Ports handed out to which nobody has answered yet. A client that asks twice gets two, and takes the newer. */
  readonly #invited = new Map<Window, MessagePort[]>();
  #count = 0;

  constructor(
    readonly name: string,
    private readonly hostId: string,
    private readonly listener: ChannelListener,
  ) {
    this.sender = newId(`master_${name}`);
  }

  /** Hands `window` a port, unless it has one that it answered on. */
  invite(window: Window, targetOrigin: string): void {
    for (const known of [this.#lines, this.#invited]) {
      for (const gone of [...known.keys()].filter(({closed}) => closed)) known.delete(gone);
    }
    if (this.#lines.has(window)) return;
    const {port1, port2} = new MessageChannel();
    const waiting = [...(this.#invited.get(window) ?? []), port1];
    for (const old of waiting.splice(0, waiting.length - WAITING)) old.close();
    this.#invited.set(window, waiting);
    this.#listen({number: ++this.#count, window, port: port1, wsEvents: new Set()});
    window.postMessage(this.#envelope(CONNECT), targetOrigin, [port2]);
  }

  /** Sends to every client. Answers go to all of them too: the ids keep them apart. */
  post(message: Record<string, unknown>): void {
    for (const {port} of this.#lines.values()) port.postMessage(this.#envelope(message));
  }

  /** Tells one client, or all, what happened. */
  tell(event: ContactCenterEvent, lines: Iterable<Line> = this.#lines.values()): void {
    const message = this.#envelope(eventMessage(event));
    for (const {port, wsEvents} of lines) {
      if (event.kind === 'interaction' || wsEvents.has(event.id)) port.postMessage(message);
    }
  }

  /** Forgets the clients. */
  close(sayGoodbye: boolean): void {
    // Those invited too: the answer of one may be on its way.
    for (const port of [...[...this.#lines.values()].map((line) => line.port), ...[...this.#invited.values()].flat()]) {
      port.onmessage = null;
      if (sayGoodbye) port.postMessage(this.#envelope(DISCONNECT));
    }
    this.#lines.clear();
    this.#invited.clear();
  }

  #listen(line: Line): void {
    const {window, port} = line;
    const forget = (): void => {
      if (this.#lines.get(window) === line) this.#lines.delete(window);
    };
    // Where the browser tells, a client that is gone without a word is forgotten as well.
    port.addEventListener('close', forget);
    let taken = false;
    port.onmessage = ({data}: MessageEvent<unknown>) => {
      if (!isEnvelope(data, this.name, this.sender)) return;
      const {message} = data;
      if (message === DISCONNECT) {
        port.onmessage = null;
        forget();
        return;
      }
      if (!taken) this.#connect(line);
      taken = true;
      if (typeof message === 'object') this.listener.received(line, message);
    };
  }

  /** The first message on a port says that the client has taken it, in place of the one that it had. */
  #connect(line: Line): void {
    const {number, window, port} = line;
    this.#invited.set(window, this.#invited.get(window)?.filter((it) => it !== port) ?? []);
    // Ports keep no order among each other: the word on an older one may come later.
    if (number < (this.#lines.get(window)?.number ?? 0)) return;
    this.#lines.set(window, line);
    if (this.hostId) port.postMessage(this.#envelope(CONNECTED + this.hostId));
    this.listener.connected(line);
  }

  #envelope(message: Envelope['message']): Envelope {
    return {iframeName: this.name, sender: this.sender, message};
  }
}

/** An event as it crosses. */
function eventMessage(event: ContactCenterEvent): Record<string, unknown> {
  const {name, data} =
    event.kind === 'interaction'
      ? {name: 'interactionEvent', data: {reason: event.name, payload: event.params}}
      : {name: 'webSocketEvent', data: {id: event.id, payload: event.payload, context: event.context}};
  return {event: {objectId: INTERACTION_API, name, data}};
}
