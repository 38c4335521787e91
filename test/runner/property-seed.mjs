/**
 * The seed of `npm test` and of CI. Property tests try the same values in every run, so an unrelated change cannot make
 * a property test fail.
 */
export const FIXED_SEED = 20_261_129;

/**
 * Returns the seed of the property tests: the value of the environment variable PROPERTY_SEED. Default: `FIXED_SEED`.
 * The command `npm run test:explore` sets this variable.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function propertySeed({PROPERTY_SEED: text}) {
  if (!text) return FIXED_SEED;
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 1 || seed >= 2 ** 31) {
    throw new Error(`PROPERTY_SEED is "${text}": set it to a whole number from 1 to 2147483647.`);
  }
  return seed;
}

/**
 * Returns a script that stores the seed in a test page, for test/support/check.ts.
 *
 * @param {number} seed
 */
export function propertySeedScript(seed) {
  return `<script>window.propertySeed = ${seed};</script>`;
}
