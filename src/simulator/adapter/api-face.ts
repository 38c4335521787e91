import type {Unsubscribe} from '../contact-center/events.js';
import type {Client} from './channel.js';

/** The adapter's handler of one API of the CRM SDK. An adapter link can have any number of faces. */
export interface ApiFace {
  /**
   * Prefix of the names of the API's channels, such as `intrx_plugin_`. After the prefix, the name of a channel
   * contains the name that the page gave to the API.
   */
  readonly channelPrefix: string;
  /** The `objectId` of the API's requests and events, such as `interactionApi`. */
  readonly objectId: string;
  /** Called once for each channel of the API, before the first client connects. Returns the handlers of the channel. */
  open(channel: ApiChannel): ApiHandlers;
  /** Called when the adapter starts. Returns a function that is called when the adapter stops. */
  start?(): Unsubscribe;
}

/** Handlers of the messages from the clients of one channel. */
export interface ApiHandlers {
  /** Called when a client has connected. */
  connected?(client: Client): void;
  /**
   * Called when a client uses a newer port. `client` replaces `former`, and questions without an answer have been sent
   * again. Messages that were sent on the older port may be lost.
   */
  moved?(former: Client, client: Client): void;
  /** Called when a client has disconnected. */
  disconnected?(client: Client): void;
  /** Called with each event that a client sends to the API. */
  event?(name: string, data: unknown): void;
  /**
   * Returns the answer to a request of a client, or a promise of the answer. If the handler throws, the client gets the
   * error in the form of `errorToSend`. The handler must throw `notImplemented(method)` if the API has no such method.
   * Without this handler, the API has no methods.
   */
  request?(method: string, args: unknown, client: Client): unknown;
}

/** Sends messages of one API to the clients of one channel. */
export interface ApiChannel {
  /** The name of the channel, such as `intrx_plugin_crm`. */
  readonly name: string;
  /** The clients that are connected now. */
  readonly clients: readonly Client[];
  /** Sends an event to the given clients. @default all clients */
  sendEvent(name: string, data: unknown, clients?: readonly Client[]): void;
  /**
   * Sends a request to every client, and resolves with the first answer. If the first answer is an error, rejects with
   * this error, unchanged.
   *
   * @throws `PageRequestError` if no client is connected, if no client answers in time, or if every client disconnects
   *   without an answer. A `DataCloneError` if `args` cannot be cloned.
   */
  request(method: string, args?: unknown, options?: PageRequestOptions): Promise<unknown>;
}

/** Options of a request to the page. */
export interface PageRequestOptions {
  /** Milliseconds until the request fails with `Timeout`. `0` and `Infinity`: no limit. @default 60000 */
  timeout?: number;
  /** Called for each answer after the first one. Only the first answer counts. */
  onExtraAnswer?: () => void;
  /** The clients that are asked. @default all clients */
  clients?: readonly Client[];
}
