/**
 * Exports fast-check with the seed of this run. A lint rule forbids property tests to import it from another module.
 */
import fc from 'fast-check';

declare global {
  interface Window {
    /** The seed, which the test runner sets in test/runner/property-seed.mjs. */
    propertySeed: number;
  }
}

// Set `endOnFailure: false`, so that fast-check simplifies a failing value before it reports the value.
fc.configureGlobal({seed: window.propertySeed, endOnFailure: false});

export {fc};

/**
 * Values that `postMessage` can send, for example deep objects, unusual values, and objects with keys that every object
 * inherits.
 */
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
