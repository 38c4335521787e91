import fc from 'fast-check';

/** The seed of this run; `?seed=…` in the page's address, or a number here, runs the same again. */
const SEED = Number(new URLSearchParams(location.search).get('seed') ?? Date.now() % 0x7fff_ffff);

let told = false;

/** How often a property is tried, and how a failure can be had again: its message names the seed and the path. */
export function runs(numRuns: number): fc.Parameters<unknown> {
  if (!told) console.log(`fast-check seed: ${SEED}`);
  told = true;
  return {numRuns, seed: SEED, endOnFailure: false};
}

/** Anything that `postMessage` can send: deep, odd, with keys that every object has. */
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
