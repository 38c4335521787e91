/**
 * The messages between a page and the adapter.
 *
 * A channel has two kinds of endpoints: clients (the CRM page, with ids `remote_…`) and adapters (with ids `master_…`).
 * Every message is wrapped in an envelope, so that several channels can share one window. The handshake uses
 * `window.postMessage`; all later messages use the `MessagePort` that the adapter sends with `connect`.
 */
import {isRecord} from '../interaction-api/is-record.js';

export {isRecord};

/** The wrapper of a message. */
export interface Envelope {
  /** Name of the channel. */
  iframeName: string;
  /** Id of the endpoint that sends the message. */
  sender: string;
  /** A control word of the handshake, or one of the message types below. */
  message: string | Record<string, unknown>;
}

/**
 * Control words of the handshake. After `connected:` follow the id of the host, the id of the endpoint and the version:
 * `<hostId>:<ioName>:<version>`.
 */
export const ASKING_CONNECT = 'asking_connect';
export const CONNECT = 'connect';
export const CONNECTED = 'connected:';
export const DISCONNECT = 'disconnect';

/**
 * The prefix of the channel names of each API, by the `objectId` of the API. The channel name of `crmApi(name)` is the
 * prefix of `crmApi`, and `name`.
 */
export const API_CHANNELS = {
  interactionApi: 'intrx_plugin_',
  crmApi: 'crm_api_plugin_',
  hookApi: 'hook_api_plugin_',
  customComponentsApi: 'cust_comp_plugin_',
  applicationApi: 'app_api_plugin_',
  customMethodsApi: 'custom_methods_api_',
  sfNativeApi: 'sf_native_api_plugin_',
} as const;

/** The `objectId` of an API. */
export type ApiName = keyof typeof API_CHANNELS;

/** A request, from a client to the adapter or from the adapter to a client. */
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

/** The error that answers a request. */
export interface ErrorMessage {
  id: string;
  error: unknown;
}

/** An event, in either direction. It has no answer. */
export interface EventMessage {
  event: {objectId: string; name: string; data: unknown};
}

/**
 * Returns sixteen random hexadecimal digits that nobody can guess. Does not use `crypto.randomUUID`, because plain HTTP
 * pages do not have this function.
 */
export const randomHex = (): string =>
  // Set the highest bit, so that the number always has sixteen digits.
  ((crypto.getRandomValues(new BigUint64Array(1))[0] as bigint) | (1n << 63n)).toString(16);

/**
 * Returns a new id: `prefix` and random digits. The prefix of a sender id is `remote_<channel>` or `master_<channel>`.
 */
export const newId = (prefix: string): string => `${prefix}-${randomHex()}`;

/** Returns whether `data` is an envelope of `channel` from a sender other than `self`. */
export const isEnvelope = (data: unknown, channel: string, self: string): data is Envelope =>
  isRecord(data) &&
  data['iframeName'] === channel &&
  typeof data['sender'] === 'string' &&
  data['sender'] !== self &&
  (typeof data['message'] === 'string' || isRecord(data['message']));

/** The endpoint of a client on a channel. */
export class Endpoint {
  channel = '';
  /** Id of this endpoint. */
  sender = '';

  constructor(channel: string) {
    this.join(channel);
  }

  /** Joins a channel with a new id, so that the adapter regards this endpoint as another client. */
  join(channel: string): void {
    this.channel = channel;
    this.sender = newId(`remote_${channel}`);
  }

  /** Puts a message into an envelope. */
  wrap(message: Envelope['message']): Envelope {
    return {iframeName: this.channel, sender: this.sender, message};
  }

  /** Returns whether `data` is an envelope for this endpoint. */
  accepts(data: unknown): data is Envelope {
    return isEnvelope(data, this.channel, this.sender);
  }
}
