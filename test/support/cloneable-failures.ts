/** Imported by the runner into every test file: see `runner/cloneable-failures.mjs`. */
const COMPARED = ['actual', 'expected'] as const;

type Failure = Partial<Record<(typeof COMPARED)[number], unknown>>;

/** Puts words in the place of what was compared and cannot be cloned. */
export function makeCloneable(failure: Failure): void {
  for (const which of COMPARED) {
    try {
      structuredClone(failure[which]);
    } catch {
      failure[which] = String(failure[which]);
    }
  }
}

afterEach(function () {
  if (this.currentTest?.err) makeCloneable(this.currentTest.err as Failure);
});
