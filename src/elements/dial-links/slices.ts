/** What the work is measured by. */
export interface Clock {
  now(): number;
  /** Lets the page do what is more urgent: input, drawing, its own scripts. */
  pause(): Promise<unknown>;
}

/** Milliseconds that the page may be held up at a time. */
const BUDGET = 5;

const CLOCK: Clock = {
  now: () => performance.now(),
  // Not in the background: a page that is never idle would never see its numbers linked.
  pause: turn,
};

/**
 * Makes a function that starts work, unless it is under way: slices of it, with pauses between them and before the first.
 *
 * @param slice Works until the time is over, or there is no more to do. Returns whether there is more.
 */
export function inSlices(slice: (isOver: () => boolean) => boolean, clock = CLOCK): () => Promise<void> {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    try {
      let more = true;
      while (more) {
        await clock.pause();
        const end = clock.now() + BUDGET;
        more = slice(() => clock.now() >= end);
      }
    } finally {
      running = false;
    }
  };
}

/** A turn of the event loop: a timer would be held back. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
