/**
 * What crosses between a page and the adapter.
 *
 * Two kinds of endpoint share a channel: clients (`remote_…`, the CRM page) and adapters (`master_…`). Everything is wrapped in an envelope, so that
 * several channels share one window: first by `window.postMessage`, then by the `MessagePort` that the adapter hands over with `connect`.
 */
import {isRecord} from '../interaction-api/is-record.js';

export {isRecord};

/** What wraps everything that crosses. */
export interface Envelope {
  /** The channel. */
  iframeName: string;
  /** The endpoint it comes from. */
  sender: string;
  /** A control word of the handshake, or an object of the types below. */
  message: string | Record<string, unknown>;
}

/** Control words of the handshake. `connected` is followed by `:<hostId>:<ioName>:<version>`. */
export const ASKING_CONNECT = 'asking_connect';
export const CONNECT = 'connect';
export const CONNECTED = 'connected:';
export const DISCONNECT = 'disconnect';

/** The `objectId` of everything here. */
export const INTERACTION_API = 'interactionApi';

/** What a client asks of an adapter. */
export interface RequestMessage {
  id: string;
  request: {objectId: string; verb: 'post' | 'get'; attrName: string; args?: unknown};
  hostId?: string;
}

/** The answer to a request. */
export interface ResponseMessage {
  id: string;
  response: unknown;
}

/** The refusal of a request. */
export interface ErrorMessage {
  id: string;
  error: unknown;
}

/** Something that happened, in either direction; nobody answers. */
export interface EventMessage {
  event: {objectId: string; name: string; data: unknown};
}

/** Followed by the name: the channel of `interactionApi(name)`. */
export const CHANNEL = 'intrx_plugin_';

/** Sixteen hexadecimal digits that nobody can guess. `crypto.randomUUID` is missing on plain HTTP, this is not. */
export const randomHex = (): string =>
  // With the highest bit set, so that there are always sixteen.
  ((crypto.getRandomValues(new BigUint64Array(1))[0] as bigint) | (1n << 63n)).toString(16);

/** A new id: `of`, and what nobody can guess. Senders are `remote_<channel>` and `master_<channel>`. */
export const newId = (of: string): string => `${of}-${randomHex()}`;

/** Whether `data` is an envelope of `channel` that somebody else sent. */
export const isEnvelope = (data: unknown, channel: string, self: string): data is Envelope =>
  isRecord(data) &&
  data['iframeName'] === channel &&
  typeof data['sender'] === 'string' &&
  data['sender'] !== self &&
  (typeof data['message'] === 'string' || isRecord(data['message']));
