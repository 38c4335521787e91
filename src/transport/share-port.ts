import {CONNECT} from './envelope.js';
import type {AdapterPeer} from './handshake.js';

/** A connection to an adapter. */
interface Connected {
  /** The connected adapter; `undefined` if no adapter is connected. */
  readonly peer: AdapterPeer | undefined;
  /** Name of the channel. */
  readonly channel: string;
}

/** Ports that an SDK has received. They must not be sent again, because an SDK closes a port that it receives twice. */
const shared = new WeakSet<MessagePort>();

/**
 * Shares the port of our own connection with an SDK in this window. An adapter sends only one port to a window, so an
 * SDK that loads later would get no port. Both the SDK and our own connection then receive every message, and each of
 * them recognises the answers to its own requests.
 */
export function sharePort({peer, channel}: Connected): void {
  // Ignore the adapter of a frame that was removed, because its port is closed.
  if (!peer || peer.window.closed) return;
  const {port, origin, window: source, sender} = peer;
  // Do nothing if the SDK already has the port. Such an SDK may still wait for the first answer of the adapter.
  if (port.onmessage || shared.has(port)) return;
  shared.add(port);
  const data = {iframeName: channel, sender, message: CONNECT};
  const event = new MessageEvent('message', {data, origin, ports: [port]});
  // Firefox does not accept a window of another origin as `source` in the constructor.
  dispatchEvent(Object.defineProperty(event, 'source', {value: source}));
}
