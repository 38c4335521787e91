/** Returns a number that is at least 0 and less than 1. */
export type Random = () => number;

/** A source of numbers that cannot be predicted. */
export const cryptoRandom: Random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** Returns a source that gives the same numbers for the same `seed`. The algorithm is mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns a new interaction id: 32 upper-case hexadecimal digits, as in Five9's documentation. */
export const newInteractionId = (random: Random): string =>
  '0'
    .repeat(32)
    .replace(/0/g, () => Math.floor(random() * 16).toString(16))
    .toUpperCase();
