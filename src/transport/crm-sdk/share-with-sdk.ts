import type {AdapterTransport} from '../adapter-transport.js';
import {CONNECT} from '../envelope.js';

/** Ports that an SDK has received. If an SDK receives a port twice, it closes the port. */
const shared = new WeakSet<MessagePort>();

/**
 * Gives the adapter's port to an SDK in this window too. An adapter sends only one port to a window, so an SDK that
 * loads later would get none. Then the SDK and our own connection both receive every message, and each recognises the
 * answers to its requests.
 */
export function shareWithSdk({peer, channel}: AdapterTransport): void {
  if (!peer) return;
  const {port, origin, window: source, sender} = peer;
  // The SDK already has the port, and has not answered yet.
  if (port.onmessage || shared.has(port)) return;
  shared.add(port);
  const data = {iframeName: channel, sender, message: CONNECT};
  dispatchEvent(new MessageEvent('message', {data, origin, source, ports: [port]}));
}
