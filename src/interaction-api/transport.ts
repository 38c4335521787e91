/** Why a connection is as it is, for programs. */
export type ConnectionReason =
  /** Looking for an adapter. */
  | 'searching'
  /** The adapter said that it goes away: its page is left or reloads. */
  | 'adapter-disconnected'
  /** The adapter's window is gone. */
  | 'adapter-gone'
  /** Nobody answered. */
  | 'no-answer'
  /** An adapter answered from an origin that is not allowed. */
  | 'origin-refused'
  /** An official SDK is asked for, and there is none on the page yet. */
  | 'no-sdk'
  /** This page was left; it looks again when it is shown again. */
  | 'page-hidden'
  /** The settings changed; the search starts anew. */
  | 'settings-changed'
  /** `close()` was called. */
  | 'closed';

/** State of the way to the adapter, with what a person can do about it. */
export interface Connection {
  readonly status: 'connecting' | 'connected' | 'lost' | 'unreachable';
  readonly reason?: ConnectionReason;
  /** Origin that `reason` is about, where there is one. */
  readonly origin?: string;
}

/** What a transport tells its owner. */
export interface TransportListener {
  connectionChanged(connection: Connection): void;
  /** An interaction event; `name` may be one that nobody here knows. */
  interactionEvent(name: string, params: unknown): void;
  /** A WebSocket event to which the ids given to `watchWsEvents` subscribe. */
  wsEvent(id: string, payload: unknown, context: unknown): void;
}

/** A call on its way. (An `AbortController` for each would cost a third of a round trip.) */
export interface Ongoing {
  /** Gives it up. Set by the transport, called by the one who no longer waits. */
  cancel?: () => void;
}

/** How an `InteractionApi` reaches an adapter. */
export interface Transport {
  readonly connection: Connection;
  /** Starts to look for the adapter, and tells `listener` what happens. One listener: its owner. */
  open(listener: TransportListener): void;
  /** Ends the connection for good; pending calls reject with `ConnectionLost`. */
  close(): void;
  /**
   * Carries out a documented method that answers.
   * @param ongoing Is given its `cancel`. What was not sent when that is called never will be.
   */
  call(method: string, params: unknown, ongoing: Ongoing): Promise<unknown>;
  /** Carries out a method without an answer. Throws `NotConnected` if it cannot be sent now. */
  notify(method: string, params: unknown): void;
  /** Sets the ids of the WebSocket events to pass on. */
  watchWsEvents(ids: readonly string[]): void;
}
