import type {WsEventContext} from '../../interaction-api/types.js';
import {randomHex} from '../../transport/envelope.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import type {Unsubscribe} from '../contact-center/events.js';
import {toJson} from '../json.js';

/** The methods of a WebSocket that the handler uses. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** Behaviour of Five9's WebSocket that no public material describes. Each option is an **assumption**. */
export interface SocketAssumptions {
  /**
   * ASSUMPTION: the socket that receives event `1020` and is closed, if a session opens a second socket. Public
   * material says only that "a second socket" causes this event.
   */
  duplicate: 'close-newer' | 'close-older';
  /**
   * ASSUMPTION: returns the payload of event `1002`, which requires a login in another data centre. The payload is
   * assumed to have the form of the answer to a login (`POST auth/login`).
   */
  metadata: () => unknown;
}

/**
 * Functions with which the owner of an accepted socket passes the client's messages and the close of the socket to the
 * handler.
 */
export interface SocketSession {
  /** Handles a message of the client. */
  receive(text: string): void;
  /** Sends no more events to the socket. Called by the owner when the socket has closed. */
  closed(): void;
}

/** Ids of the WebSocket events about the connection itself. */
const FORCED_SWITCHOVER = '1002';
const CONNECTED = '1010';
const DUPLICATE = '1020';
const PONG = '1202';
/** Close code of a duplicate socket. No other close code is public. */
const CLOSED_AS_DUPLICATE = 3000;

/**
 * Sends the events of a contact centre to the agent's WebSockets. It opens no connections itself, because the caller
 * provides the sockets.
 */
export class SocketHandler {
  readonly #center: ContactCenter;
  readonly #assumptions: SocketAssumptions;
  /** The open sockets by session. */
  readonly #open = new Map<string, {socket: Socket; end: () => void}>();

  constructor(center: ContactCenter, assumptions: Partial<SocketAssumptions> = {}) {
    this.#center = center;
    this.#assumptions = {duplicate: 'close-newer', metadata: () => null, ...assumptions};
  }

  /** The number of open sockets. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Accepts a new socket, and sends all later events to it.
   *
   * @param session Key of the session to which the socket belongs. Each session has one socket.
   * @returns `undefined` if the socket was closed as a duplicate.
   */
  accept(socket: Socket, session = ''): SocketSession | undefined {
    const other = this.#open.get(session);
    if (other && this.#assumptions.duplicate === 'close-newer') {
      this.#closeDuplicate(socket);
      return undefined;
    }
    this.#emit(socket, CONNECTED, 'Successful WebSocket Connection', null);
    if (other) {
      other.end();
      this.#closeDuplicate(other.socket);
    }
    const unsubscribe: Unsubscribe = this.#center.subscribe((event) => {
      if (event.kind !== 'ws') return;
      const {id, payload, context} = event;
      send(socket, context, id === FORCED_SWITCHOVER ? (payload ?? this.#assumptions.metadata()) : payload);
    });
    const opened = {
      socket,
      end: () => {
        unsubscribe();
        if (this.#open.get(session) === opened) this.#open.delete(session);
      },
    };
    this.#open.set(session, opened);
    return {
      receive: (text) => {
        // Ignore other messages, because Five9's answers to them are not public.
        if (text === 'ping') this.#emit(socket, PONG, 'PONG', 'pong');
      },
      closed: opened.end,
    };
  }

  #closeDuplicate(socket: Socket): void {
    this.#emit(socket, DUPLICATE, 'Duplicate WebSocket Connection', null);
    socket.close(CLOSED_AS_DUPLICATE, 'Duplicate connection');
  }

  /** Sends an event to one socket. */
  #emit(socket: Socket, eventId: string, eventReason: string, payload: unknown): void {
    const {agent, now} = this.#center.state();
    const {id: userId, login: userName, tenantId} = agent;
    send(socket, {eventId, eventReason, userId, userName, tenantId, timeStamp: now, broadCast: false}, payload);
  }
}

/** Sends an event in the envelope that was recorded from Five9: `payLoad` with a capital L, and all ids as strings. */
function send(socket: Socket, context: WsEventContext, payLoad: unknown): void {
  const id = randomHex();
  socket.send(toJson({context: {messageId: id, correlationId: id, ...context}, payLoad}));
}
