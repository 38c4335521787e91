/** Returns the median of some numbers. @param {number[]} numbers */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Measures the times of several functions in turn, so that a slow moment of the machine affects all of them.
 *
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => Promise<unknown> | unknown>} ways
 * @returns {Promise<Record<Name, number>>} the median time of each function, in ms
 */
export async function compare(rounds, ways) {
  const names = /** @type {Name[]} */ (Object.keys(ways));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await ways[name]();
      // Do not count the first rounds, in which the engine compiles the code.
      if (round >= 0) times[name].push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

/**
 * Measures the times of `ours` and `bare` in turn, so that a slow moment of the machine affects both. Each of them is
 * the first in half of the rounds.
 *
 * @param {number} rounds
 * @param {() => Promise<unknown>} ours
 * @param {() => Promise<unknown>} bare
 * @returns {Promise<{ours: number, bare: number, ratio: number}>} the median times in ms, and the median of the ratios
 *   of the rounds
 */
export async function race(rounds, ours, bare) {
  const times = {ours: [], bare: []};
  const ways = Object.entries({ours, bare});
  for (let round = -4; round < rounds; round++) {
    ways.reverse();
    for (const [name, way] of ways) {
      const start = performance.now();
      await way();
      // Do not count the first rounds, in which the engine compiles the code.
      if (round >= 0) times[name].push(performance.now() - start);
      await rest();
    }
  }
  return {
    ours: median(times.ours),
    bare: median(times.bare),
    ratio: median(times.ours.map((time, round) => time / times.bare[round])),
  };
}

/**
 * Calls a function `times` times, each time after a pause, like the handler of a click. Returns the mean time in ms. It
 * uses many calls, because the clock of a page is too coarse for a single call.
 */
export async function fromRest(times, way) {
  let sum = 0;
  for (let time = 0; time < times; time++) {
    await rest(10);
    const start = performance.now();
    await way();
    sum += performance.now() - start;
  }
  return sum / times;
}

const rest = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
