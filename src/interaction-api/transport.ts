/** Reason for the state of a connection, for code. */
export type ConnectionReason =
  /** The transport searches for an adapter. */
  | 'searching'
  /** The adapter reported that the user leaves or reloads the adapter's page. */
  | 'adapter-disconnected'
  /** The adapter's window was closed or removed. */
  | 'adapter-gone'
  /** No adapter answered. */
  | 'no-answer'
  /** An adapter answered from an origin that is not allowed. */
  | 'origin-refused'
  /** The settings require an official SDK, and the page has none. */
  | 'no-sdk'
  /** The user left this page. The search starts again when the browser shows the page again. */
  | 'page-hidden'
  /** The settings changed, so the search starts again. */
  | 'settings-changed'
  /** `close()` was called. */
  | 'closed';

/** State of the connection to the adapter. */
export interface Connection {
  readonly status: 'connecting' | 'connected' | 'lost' | 'unreachable';
  readonly reason?: ConnectionReason;
  /** Origin of the connected or refused adapter. */
  readonly origin?: string;
}

/** Receives the events of a transport. */
export interface TransportListener {
  /** Called when the connection changes. */
  connectionChanged(connection: Connection): void;
  /** Called for an interaction event. `name` may be an event that this package does not know. */
  interactionEvent(name: string, params: unknown): void;
  /** Called for a WebSocket event whose id was given to `watchWsEvents`. */
  wsEvent(id: string, payload: unknown, context: unknown): void;
}

/** Handle of a call that has no answer yet. (An `AbortController` for each call would cost a third of a round trip.) */
export interface CallHandle {
  /** Cancels the call. The transport sets this function; the caller calls it after a time-out or an abort. */
  cancel?: () => void;
}

/** The connection of an `InteractionApi` to an adapter. */
export interface Transport {
  readonly connection: Connection;
  /** Methods of the Interaction API that this transport has; `undefined` if it has all of them. */
  readonly capabilities?: ReadonlySet<string> | undefined;
  /** Starts to search for the adapter. A transport has one listener: its owner. */
  open(listener: TransportListener): void;
  /** Ends the connection permanently. Pending calls reject with `ConnectionLost`. */
  close(): void;
  /**
   * Carries out a documented method that has an answer.
   *
   * @param handle The transport sets its `cancel`. A cancelled request that still waits is not sent.
   */
  call(method: string, params: unknown, handle: CallHandle): Promise<unknown>;
  /**
   * Carries out a method without an answer.
   *
   * @throws `NotConnected` if a dial cannot be sent now
   */
  notify(method: string, params: unknown): void;
  /** Sets the ids of the WebSocket events that the listener receives. */
  watchWsEvents(ids: readonly string[]): void;
}
