import type {CallHandle, Connection} from '../../interaction-api/transport.js';

/** Receives the messages of the adapter for one API. */
export interface ApiLinkListener {
  /** Called when the connection changes. */
  connectionChanged(connection: Connection): void;
  /** Called for an event of the adapter. */
  event(name: string, data: unknown): void;
  /**
   * Returns the answer to a question of the adapter, or a promise of the answer. An error that this function throws is
   * sent as a text. The reason of a rejection is sent unchanged.
   */
  question(method: string, params: unknown): unknown;
  /**
   * Returns whether the API has something that answers questions. If not, and an SDK in the same window shares the
   * connection, only the SDK answers.
   */
  hasAnswers(): boolean;
}

/** The connection of one API to an adapter. */
export interface ApiLink {
  readonly connection: Connection;
  /**
   * Starts to search for the adapter. A link has only one listener, which is the API. The link calls the listener only
   * in a later task.
   */
  open(listener: ApiLinkListener): void;
  /** Ends the connection permanently. */
  close(): void;
  /**
   * Sends a request to the adapter, now or as soon as an adapter is connected. Resolves with the answer.
   *
   * @param handle The link sets `cancel` of this handle. A request that is cancelled while it waits is not sent.
   */
  request(method: string, params: unknown, handle: CallHandle): Promise<unknown>;
  /** Sends an event now. Returns false if no adapter is connected. The event is then not sent. */
  sendEvent(name: string, data: unknown): boolean;
  /** Sends an event, now or as soon as an adapter is connected. */
  sendEventLater(name: string, data: unknown): void;
}
