/** @typedef {typeof import('../../src/simulator.js')} Simulator */

/**
 * Loads the simulator from the build. The import is dynamic, so that type checks and some tests of this folder need no build.
 *
 * @returns {Promise<Simulator>}
 */
export const loadSimulator = () => import(new URL('../../dist/simulator.js', import.meta.url).href);
