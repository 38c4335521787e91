/** The runner adds an import of this module to every test file: see runner/cloneable-failures.mjs. */
const COMPARED = ['actual', 'expected'] as const;

type Failure = Partial<Record<(typeof COMPARED)[number], unknown>>;

/** Replaces compared values that cannot be cloned with texts. */
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
