/** Every property test imports `fc` from here, and so gets the seed of this run: a lint rule forbids to import it elsewhere. */
import fc from 'fast-check';

declare global {
  interface Window {
    /** Set by the test runner: see test/runner/property-seed.mjs. */
    propertySeed: number;
  }
}

// A failing value is simplified before fast-check reports it.
fc.configureGlobal({seed: window.propertySeed, endOnFailure: false});

export {fc};

/** Values that `postMessage` can send: deep, odd, and with keys that every object inherits. */
export const cloneable: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 5,
  key: fc.oneof(
    {weight: 3, arbitrary: fc.string()},
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'iframeName',
        'sender',
        'message',
        'id',
        'request',
        'response',
        'error',
        'event',
        'hostId',
        'communicationError',
        'objectId',
        'name',
        'data',
        'reason',
        'payload',
        'context',
        'interactionId',
        'callData',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'then',
        'hasOwnProperty',
        'length',
      ),
    },
  ),
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
});
