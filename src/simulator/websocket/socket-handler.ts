import type {WsEventContext} from '../../interaction-api/types.js';
import {randomHex} from '../../transport/envelope.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import type {Unsubscribe} from '../contact-center/events.js';

/** A WebSocket, as much of it as is needed here. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
}

/** What no public material tells of the socket: each an **assumption**, and an option. */
export interface SocketAssumptions {
  /** ASSUMPTION: which of two sockets of a session is told `1020` and closed. Public material says only that "a second socket" leads to that. */
  duplicate: 'close-newer' | 'close-older';
  /** ASSUMPTION: what `1002` (relogin in another data centre) carries is the metadata of a login. */
  metadata: () => unknown;
}

/** Told by the socket's owner what comes from the other side. */
export interface SocketSession {
  receive(text: string): void;
  closed(): void;
}

/** WebSocket events of the connection itself. */
const FORCED_SWITCHOVER = '1002';
const CONNECTED = '1010';
const DUPLICATE = '1020';
const PONG = '1202';
/** The one close code that is public. */
const CLOSED_AS_DUPLICATE = 3000;

/** The agent's event stream of a contact centre: who is connected, and what they are told. Knows no network: sockets are handed in. */
export class SocketHandler {
  readonly #center: ContactCenter;
  readonly #assumptions: SocketAssumptions;
  /** By the session they belong to. */
  readonly #open = new Map<string, {socket: Socket; end: () => void}>();

  constructor(center: ContactCenter, assumptions: Partial<SocketAssumptions> = {}) {
    this.#center = center;
    this.#assumptions = {duplicate: 'close-newer', metadata: () => null, ...assumptions};
  }

  /** How many sockets are open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Greets a new socket, and from then on tells it what happens.
   *
   * @param session Whose it is: each session has one socket.
   * @returns `undefined` if it was turned away.
   */
  accept(socket: Socket, session = ''): SocketSession | undefined {
    const other = this.#open.get(session);
    if (other && this.#assumptions.duplicate === 'close-newer') {
      this.#turnAway(socket);
      return undefined;
    }
    this.#emit(socket, CONNECTED, 'Successful WebSocket Connection', null);
    if (other) {
      other.end();
      this.#turnAway(other.socket);
    }
    const unsubscribe: Unsubscribe = this.#center.subscribe((event) => {
      if (event.kind !== 'ws') return;
      const {id, payload, context} = event;
      send(socket, context, id === FORCED_SWITCHOVER ? (payload ?? this.#assumptions.metadata()) : payload);
    });
    const mine = {
      socket,
      end: () => {
        unsubscribe();
        if (this.#open.get(session) === mine) this.#open.delete(session);
      },
    };
    this.#open.set(session, mine);
    return {
      receive: (text) => {
        // Whatever else a client says, Five9's answer is not public.
        if (text === 'ping') this.#emit(socket, PONG, 'PONG', 'pong');
      },
      closed: mine.end,
    };
  }

  #turnAway(socket: Socket): void {
    this.#emit(socket, DUPLICATE, 'Duplicate WebSocket Connection', null);
    socket.close(CLOSED_AS_DUPLICATE, 'Duplicate connection');
  }

  /** Sends an event that concerns one socket alone. */
  #emit(socket: Socket, eventId: string, eventReason: string, payload: unknown): void {
    const {agent, now} = this.#center.state();
    const {id: userId, login: userName, tenantId} = agent;
    send(socket, {eventId, eventReason, userId, userName, tenantId, timeStamp: now, broadCast: false}, payload);
  }
}

/** In the envelope that was recorded from Five9: `payLoad` with a capital L, every id a text. */
function send(socket: Socket, context: WsEventContext, payLoad: unknown): void {
  const id = randomHex();
  socket.send(JSON.stringify({context: {messageId: id, correlationId: id, ...context}, payLoad}));
}
