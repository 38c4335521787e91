import {collectGarbage} from '../commands.js';
import {turn} from './time.js';

/**
 * Largest number of garbage collections. One is not enough, because a pending request keeps its element in memory until
 * the reply.
 */
const MOST_COLLECTIONS = 20;

/**
 * Returns how many of the objects are still in memory, in Chromium. Collects garbage again while there are more than `few`.
 */
export async function stillHeld(references: readonly WeakRef<object>[], few: number): Promise<number> {
  let held = Infinity;
  for (let times = 0; times < MOST_COLLECTIONS && held > few; times++) {
    await turn();
    await collectGarbage();
    held = references.filter((reference) => reference.deref()).length;
  }
  return held;
}
