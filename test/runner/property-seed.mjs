/** The seed of `npm test` and of CI: property tests try the same values in every run, so no unrelated change can make one fail. */
export const FIXED_SEED = 20_261_129;

/**
 * Returns the seed of the property tests: that of the environment variable PROPERTY_SEED, which `npm run test:explore` sets,
 * or the fixed one.
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
 * Returns the script that gives a test page the seed: test/support/check.ts reads it.
 *
 * @param {number} seed
 */
export function propertySeedScript(seed) {
  return `<script>window.propertySeed = ${seed};</script>`;
}
