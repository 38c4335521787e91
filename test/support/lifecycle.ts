import sinon from 'sinon';

const cleanups: (() => unknown)[] = [];

/** Runs `cleanup` when the test that runs now is over; the last one given runs first. */
export function atEnd(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

// What one file left in the tab must not be known in the next.
beforeEach(() => sessionStorage.clear());

afterEach(async () => {
  // The real clock first: what ends now may have to wait for something.
  sinon.restore();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
