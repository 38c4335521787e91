/** The middle of some numbers. @param {number[]} numbers */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Times some ways to do the same, in turn, so that a slow spell of the machine hits all of them.
 *
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => Promise<unknown> | unknown>} ways
 * @returns {Promise<Record<Name, number>>} the median of each, in ms
 */
export async function compare(rounds, ways) {
  const names = /** @type {Name[]} */ (Object.keys(ways));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await ways[name]();
      // The first rounds are for the compiler.
      if (round >= 0) times[name].push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}
