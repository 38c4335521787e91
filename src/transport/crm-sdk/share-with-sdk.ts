import type {AdapterTransport} from '../adapter-transport.js';
import {CONNECT} from '../envelope.js';

/** Ports that an SDK was given. Given twice, the SDK would close the port as an outdated one. */
const shared = new WeakSet<MessagePort>();

/**
 * Gives the adapter's port to an SDK in this window too. An adapter gives one port to a window, so an SDK that loads after us would get none.
 * Both receive every message then, and each recognises its own answers.
 */
export function shareWithSdk({peer, channel}: AdapterTransport): void {
  if (!peer) return;
  const {port, origin, window: source, sender} = peer;
  // The SDK has the port already, and is only slow to answer.
  if (port.onmessage || shared.has(port)) return;
  shared.add(port);
  const data = {iframeName: channel, sender, message: CONNECT};
  dispatchEvent(new MessageEvent('message', {data, origin, source, ports: [port]}));
}
