import {collectGarbage} from '../commands.js';
import {turn} from './time.js';

/** How often garbage is collected until as few are left as should be. */
const TIMES = 20;

/**
 * How many are in memory still, in Chromium. Garbage is collected again while more than `few` are: whatever was asked for them holds them until it is answered.
 */
export async function stillHeld(references: readonly WeakRef<object>[], few: number): Promise<number> {
  let held = Infinity;
  for (let times = 0; times < TIMES && held > few; times++) {
    await turn();
    await collectGarbage();
    held = references.filter((reference) => reference.deref()).length;
  }
  return held;
}
