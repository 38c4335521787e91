/** Measures how long a slice of work takes, and pauses between slices. */
export interface Clock {
  /** Returns the time in milliseconds. */
  now(): number;
  /** Lets the page handle more urgent tasks: input, rendering, its own scripts. */
  pause(): Promise<unknown>;
}

/** Milliseconds that a slice may take. */
const BUDGET = 5;

const CLOCK: Clock = {
  now: () => performance.now(),
  // Not `requestIdleCallback`: a page that is never idle would never get its links.
  pause: nextTask,
};

/**
 * Returns a function that starts work in slices, with a pause before each slice. The function does nothing while the
 * work is running.
 *
 * @param slice Works until `isOver` returns true or the work is done. Returns whether there is more work.
 */
export function inSlices(slice: (isOver: () => boolean) => boolean, clock: Clock = CLOCK): () => Promise<void> {
  let isRunning = false;
  return async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      let hasMore = true;
      while (hasMore) {
        await clock.pause();
        const end = clock.now() + BUDGET;
        hasMore = slice(() => clock.now() >= end);
      }
    } finally {
      isRunning = false;
    }
  };
}

/** Resolves in the next task. Browsers delay timers of hidden pages, but not messages. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
