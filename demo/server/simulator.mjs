/** @typedef {typeof import('../../src/simulator.js')} Simulator */

/**
 * The simulator as `npm run build` made it; at run time, so that this folder can be checked and tested in part without a build.
 *
 * @returns {Promise<Simulator>}
 */
export const loadSimulator = () => import(new URL('../../dist/simulator.js', import.meta.url).href);
