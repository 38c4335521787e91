/**
 * The client's half of the handshake, up to the moment when an adapter hands over a port.
 *
 * 1. Ask every window that can be reached, again and again, until somebody answers. Nothing personal is in the question, so it goes to `*`:
 *    whose origin a frame has is not known before it answers. An adapter that was connected before is asked first, at its own origin alone.
 * 2. Hear `connect` from any window at any time, since an adapter that starts late speaks first.
 * 3. Believe it only from where the owner says. An answer from elsewhere is told, since a wrong setting looks like that too.
 */
import {ASKING_CONNECT, CONNECT, isEnvelope} from './envelope.js';
import {reachableWindows} from './frames.js';

/** Milliseconds from one question to the next: quick at first, then as often as the SDK asks. */
const PAUSES = [250, 750, 4000];
const LAST_PAUSE = 5000;
/** With so many questions unanswered 15 s are over. The SDK gives up then; we only say so, and go on asking. */
const UNANSWERED = 5;

/** An adapter that answered. */
export interface AdapterPeer {
  readonly port: MessagePort;
  readonly window: Window;
  readonly origin: string;
}

/** Whose search it is, and what it wants to know. */
export interface AdapterSearchOwner {
  /** As whom, and on which channel, it searches now. */
  identity(): {channel: string; sender: string};
  believes(origin: string, source: unknown): boolean;
  found(peer: AdapterPeer): void;
  /** An adapter answered from an origin that is not allowed. */
  refused(origin: string): void;
  /** Nobody answered for a long time. The search goes on. */
  unanswered(): void;
}

/** A search that hears adapters until it is stopped, and asks while it is told to. */
export interface AdapterSearch {
  /** Begins to ask, first of all the adapter that was connected before. */
  ask(last: AdapterPeer | undefined): void;
  /** Stops to ask. */
  pause(): void;
  stop(): void;
}

/** Looks for an adapter from `self`. */
export function searchAdapter(self: Window, owner: AdapterSearchOwner): AdapterSearch {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onMessage = ({data, origin, source, ports: [port]}: MessageEvent<unknown>): void => {
    const {channel, sender} = owner.identity();
    if (!isEnvelope(data, channel, sender) || data.message !== CONNECT || !port || !source) return;
    if (owner.believes(origin, source)) {
      owner.found({port, window: source as Window, origin});
    } else {
      port.close();
      owner.refused(origin);
    }
  };

  const ask = (last: AdapterPeer | undefined, asked = 0): void => {
    pause();
    const {channel, sender} = owner.identity();
    const question = {iframeName: channel, sender, message: ASKING_CONNECT};
    // An opaque origin cannot be addressed.
    if (last && !last.window.closed && last.origin !== 'null') last.window.postMessage(question, last.origin);
    else for (const window of reachableWindows(self)) window.postMessage(question, '*');
    timer = setTimeout(() => {
      if (asked + 1 === UNANSWERED) owner.unanswered();
      ask(undefined, asked + 1);
    }, PAUSES[asked] ?? LAST_PAUSE);
  };

  const pause = (): void => {
    clearTimeout(timer);
  };

  self.addEventListener('message', onMessage);
  return {
    ask,
    pause,
    stop: () => {
      pause();
      self.removeEventListener('message', onMessage);
    },
  };
}
