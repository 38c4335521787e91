/** Reason for the state of a connection, for checks in code. */
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
  /** The settings require an official SDK, and the page has no SDK. */
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
  /** Called for an interaction event. `name` can also be the name of an event that this package does not know. */
  interactionEvent(name: string, params: unknown): void;
  /** Called for a WebSocket event whose id was given to `watchWsEvents`. */
  wsEvent(id: string, payload: unknown, context: unknown): void;
}

/**
 * Handle of an API call that has no answer yet. This is not an `AbortController`, because creating an `AbortController`
 * for each API call would take a third of the time of a request and its answer.
 */
export interface CallHandle {
  /** Cancels the API call. The transport sets this function. The caller calls it after a time-out or an abort. */
  cancel?: () => void;
}

/** The connection of an `InteractionApi` to an adapter. */
export interface Transport {
  readonly connection: Connection;
  /** Names of the Interaction API methods that this transport has; `undefined` if the transport has all methods. */
  readonly capabilities?: ReadonlySet<string> | undefined;
  /** Starts to search for the adapter. A transport has only one listener, which is the owner of the transport. */
  open(listener: TransportListener): void;
  /** Ends the connection permanently. Pending API calls reject with `ConnectionLost`. */
  close(): void;
  /**
   * Calls a documented method that has an answer.
   *
   * @param handle The transport sets `cancel` of this handle. A request that is cancelled while it waits is not sent.
   */
  call(method: string, params: unknown, handle: CallHandle): Promise<unknown>;
  /**
   * Calls a method that has no answer.
   *
   * @throws `NotConnected` if a dial cannot be sent now
   */
  notify(method: string, params: unknown): void;
  /** Sets the ids of the WebSocket events that the listener receives. */
  watchWsEvents(ids: readonly string[]): void;
}
