/**
 * Time limits. Those that end in the same millisecond share a timer: one for each call, set and cleared again, would cost a fifth of a round trip.
 *
 * What is returned gives the limits that end in `timeout` ms: each one that is still in there then is called. A timer that nobody needs any more goes
 * when the next one comes.
 */
export function deadlines(): (timeout: number) => Set<() => void> {
  let end: number;
  let due = new Set<() => void>();
  let timer: unknown;
  return (timeout) => {
    const then = Date.now() + timeout;
    if (then !== end) {
      end = then;
      if (!due.size) clearTimeout(timer as number);
      due = new Set();
      // Timers of browsers go no further.
      timer = timeout < 2 ** 31 && setTimeout((set: typeof due) => set.forEach((giveUp) => giveUp()), timeout, due);
    }
    return due;
  };
}
