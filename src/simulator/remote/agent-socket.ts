import {isRecord} from '../../interaction-api/is-record.js';
import {type Clock, systemClock} from '../contact-center/clock.js';
import {type Batch, BATCH_EVENT_ID} from './batch.js';

/** Milliseconds between two pings. Other clients of Five9 use a similar time. */
const PING_INTERVAL = 10_000;
/** Milliseconds without a message after which the connection is regarded as lost. */
const MAX_SILENCE = 25_000;
const FIRST_RETRY = 200;
const LAST_RETRY = 4000;

export interface AgentSocketOptions {
  /** Returns the address of the next connection. */
  url(): string;
  onBatch(batch: Batch): void;
  onConnectionChange(connected: boolean): void;
  clock?: Clock;
}

/** The master tab's WebSocket. Sends pings, and connects again when the connection is lost. */
export class AgentSocket {
  readonly #options: AgentSocketOptions;
  readonly #clock: Clock;
  #retryAfter = FIRST_RETRY;
  /** Ends the current connection, and the wait for the next one. */
  #end: () => void = () => undefined;

  constructor(options: AgentSocketOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#connect();
  }

  /** Ends the connection permanently. */
  close(): void {
    this.#end();
  }

  #connect(): void {
    const clock = this.#clock;
    const socket = new WebSocket(this.#options.url());
    let lastMessageAt = clock.now();
    let timer: unknown;
    const ping = (): void => {
      // Do not wait for `close`, because the browser may report a dead connection late.
      if (clock.now() - lastMessageAt > MAX_SILENCE) {
        reconnect();
        return;
      }
      if (socket.readyState === WebSocket.OPEN) socket.send('ping');
      timer = clock.setTimeout(ping, PING_INTERVAL);
    };
    timer = clock.setTimeout(ping, PING_INTERVAL);
    const disconnect = (): void => {
      socket.onmessage = socket.onclose = null;
      socket.close();
      clock.clearTimeout(timer);
    };
    this.#end = disconnect;
    const reconnect = (): void => {
      disconnect();
      this.#options.onConnectionChange(false);
      const retry = clock.setTimeout(() => {
        this.#connect();
      }, this.#retryAfter);
      this.#end = () => {
        clock.clearTimeout(retry);
      };
      this.#retryAfter = Math.min(this.#retryAfter * 2, LAST_RETRY);
    };
    socket.onclose = reconnect;
    socket.onmessage = ({data}: MessageEvent<string>) => {
      lastMessageAt = clock.now();
      const batch = batchIn(data);
      if (!batch) return;
      // Reset the delay after the first batch, and not on `open`, because a duplicate socket also opens before the
      // server closes it.
      this.#retryAfter = FIRST_RETRY;
      this.#options.onConnectionChange(true);
      this.#options.onBatch(batch);
    };
  }
}

/** Returns the batch in a message; `undefined` if the message is an event of Five9 or is damaged. */
function batchIn(data: string): Batch | undefined {
  const envelope = parse(data);
  if (!isRecord(envelope) || !isRecord(envelope['context'])) return undefined;
  return envelope['context']['eventId'] === BATCH_EVENT_ID ? (envelope['payLoad'] as Batch) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
