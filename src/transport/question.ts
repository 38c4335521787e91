import type {Envelope} from './envelope.js';
import {reachableWindows} from './frames.js';

/** Milliseconds from one question to the next: quick at first, then as often as the SDK asks. */
const PAUSES = [250, 750, 4000];
const LAST_PAUSE = 5000;
const LOOK_EVERY = 2000;
/** With so many questions unanswered 15 s are over. The SDK gives up then; we only say so, and go on asking. */
const UNANSWERED = 5;

/** An adapter that answered. */
export interface AdapterPeer {
  readonly port: MessagePort;
  readonly window: Window;
  readonly origin: string;
  /** Its sender id. */
  readonly name: string;
}

/** A question that is asked again and again. */
export interface Question {
  /** Begins to ask. `last` is the adapter that was connected before: it is asked first, at its own origin alone. */
  ask(last?: AdapterPeer): void;
  /** Asks no more, since an adapter is there, and looks after its window: a frame that is taken out of the page does not say goodbye. */
  look(window: Window, gone: () => void): void;
  stop(): void;
}

/**
 * Asks every window that can be reached for an adapter.
 *
 * Nothing personal is in the question, so it goes to `*`: whose origin a frame has is not known before it answers.
 *
 * @param listen Makes ready to hear the answer, and gives the question. Called while an adapter is there too.
 * @param unanswered Called when nobody has answered for a long time.
 */
export function askAround(listen: () => Envelope, unanswered: () => void): Question {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(timer);
  };

  const ask = (last?: AdapterPeer, asked = 1): void => {
    stop();
    const question = listen();
    // An opaque origin cannot be addressed.
    if (last && last.origin !== 'null') last.window.postMessage(question, last.origin);
    else for (const window of reachableWindows(self)) window.postMessage(question, '*');
    timer = setTimeout(
      () => {
        if (asked === UNANSWERED) unanswered();
        ask(undefined, asked + 1);
      },
      PAUSES[asked - 1] ?? LAST_PAUSE,
    );
  };

  const look = (window: Window, gone: () => void): void => {
    stop();
    timer = setInterval(() => {
      listen();
      if (window.closed) gone();
    }, LOOK_EVERY);
  };

  return {ask, look, stop};
}
