import sinon from 'sinon';

const cleanups: (() => unknown)[] = [];

/** Runs `cleanup` at the end of the current test. The cleanup that was added last runs first. */
export function atEnd(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

/** Returns a signal that aborts at the end of the test. */
export function untilEnd(): AbortSignal {
  const listening = new AbortController();
  atEnd(() => {
    listening.abort();
  });
  return listening.signal;
}

// Clear the storage, because all test files run in the same tab.
beforeEach(() => sessionStorage.clear());

afterEach(async () => {
  // Restore the real clock first, because a cleanup may wait for a timer.
  sinon.restore();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
