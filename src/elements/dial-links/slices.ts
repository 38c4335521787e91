/** Measures the time of a slice (a short part of a longer task), and pauses between slices. */
export interface Clock {
  /** Returns the time in milliseconds. */
  now(): number;
  /** Pauses, so that the page can handle more urgent tasks: input, rendering, its own scripts. */
  pause(): Promise<unknown>;
}

/** Maximum duration of a slice, in milliseconds. */
const BUDGET = 5;

const CLOCK: Clock = {
  now: () => performance.now(),
  // Do not use `requestIdleCallback`, because a page that is never idle would get no links.
  pause: nextTask,
};

/**
 * Returns a function that starts work in slices, with a pause before each slice. The function does nothing if the work
 * is already running.
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

/** Resolves in the next task. Uses a message instead of a timer, because browsers delay the timers of hidden pages. */
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
