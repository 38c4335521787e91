/** Reason for the state of a connection, for programs. */
export type ConnectionReason =
  /** The search for an adapter goes on. */
  | 'searching'
  /** The adapter announced that its page is being left or reloaded. */
  | 'adapter-disconnected'
  /** The adapter's window is gone. */
  | 'adapter-gone'
  /** No adapter answered. */
  | 'no-answer'
  /** An adapter answered from an origin that is not allowed. */
  | 'origin-refused'
  /** The settings require an official SDK, and the page has none yet. */
  | 'no-sdk'
  /** The user left this page. The search starts again when the page is shown again. */
  | 'page-hidden'
  /** The settings changed, so the search starts again. */
  | 'settings-changed'
  /** `close()` was called. */
  | 'closed';

/** State of the connection to the adapter. */
export interface Connection {
  readonly status: 'connecting' | 'connected' | 'lost' | 'unreachable';
  readonly reason?: ConnectionReason;
  /** Origin of the adapter that is connected, or that was refused. */
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

/** A call under way. (An `AbortController` for each call would cost a third of a round trip.) */
export interface CallHandle {
  /** Gives the call up. The transport sets it; the caller calls it after a time-out or an abort. */
  cancel?: () => void;
}

/** How an `InteractionApi` reaches an adapter. */
export interface Transport {
  readonly connection: Connection;
  /** Methods of the Interaction API that this transport has; `undefined` if it has all of them. */
  readonly capabilities?: ReadonlySet<string> | undefined;
  /** Starts to look for the adapter. A transport has one listener: its owner. */
  open(listener: TransportListener): void;
  /** Ends the connection for good. Pending calls reject with `ConnectionLost`. */
  close(): void;
  /**
   * Carries out a documented method that answers.
   *
   * @param handle Receives its `cancel`. A request that is not sent yet when `cancel` is called is never sent.
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
