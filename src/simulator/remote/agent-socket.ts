import {type Clock, systemClock} from '../contact-center/clock.js';
import {isRecord} from '../../transport/envelope.js';
import {type Batch, BATCH_EVENT_ID} from './batch.js';

/** As clients of Five9 do it. */
const PING_EVERY = 10_000;
/** So long without a word is dead. */
const SILENCE = 25_000;
const FIRST_RETRY = 200;
const LAST_RETRY = 4000;

export interface AgentSocketOptions {
  /** Address to connect to now. */
  url(): string;
  received(batch: Batch): void;
  /** Whether it is connected. */
  changed(connected: boolean): void;
  clock?: Clock;
}

/** The master's socket: connects, says `ping`, and connects again when the connection is gone. */
export class AgentSocket {
  readonly #options: AgentSocketOptions;
  readonly #clock: Clock;
  #retryAfter = FIRST_RETRY;

  constructor(options: AgentSocketOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#connect();
  }

  #connect(): void {
    const clock = this.#clock;
    const socket = new WebSocket(this.#options.url());
    let heardAt = clock.now();
    let timer: unknown;
    const beat = (): void => {
      // A connection that is dead without knowing it is not closed before long: `close` is not waited for.
      if (clock.now() - heardAt > SILENCE) lost();
      else if (socket.readyState === WebSocket.OPEN) socket.send('ping');
      timer = clock.setTimeout(beat, PING_EVERY);
    };
    timer = clock.setTimeout(beat, PING_EVERY);
    const lost = (): void => {
      socket.onmessage = socket.onclose = null;
      socket.close();
      clock.clearTimeout(timer);
      this.#options.changed(false);
      clock.setTimeout(() => {
        this.#connect();
      }, this.#retryAfter);
      this.#retryAfter = Math.min(this.#retryAfter * 2, LAST_RETRY);
    };
    socket.onclose = lost;
    socket.onmessage = ({data}: MessageEvent<string>) => {
      heardAt = clock.now();
      const envelope: unknown = JSON.parse(data);
      if (!isRecord(envelope) || (envelope['context'] as {eventId?: unknown}).eventId !== BATCH_EVENT_ID) return;
      // Not before: a socket that is turned away as a duplicate opens, too.
      this.#retryAfter = FIRST_RETRY;
      this.#options.changed(true);
      this.#options.received(envelope['payLoad'] as Batch);
    };
  }
}
