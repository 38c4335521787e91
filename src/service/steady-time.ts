import type {Interaction} from './interactions.js';

/**
 * Number of times that are kept. An interaction that starts and ends needs two. A time that was dropped is converted
 * again.
 */
const MAX_KEPT = 1000;

/** Times of day, in milliseconds since the epoch, with the same moments in milliseconds of `performance.now()`. */
const kept = new Map<number, number>();

/**
 * Returns the moment of a time of day, in milliseconds of `performance.now()`. The difference to `performance.now()` is
 * a duration that is correct also if the user or the network sets the computer's clock meanwhile.
 *
 * The result stays the same for the same time: the clock is only read when a time is converted first.
 *
 * @param time Time of day, in milliseconds since the epoch.
 */
export function steadyTime(time: number): number {
  return kept.get(time) ?? keep(time);
}

/**
 * Keeps the moments at which an interaction started and ended. Called for each event, before the clock can be set.
 *
 * @param now Time of the event. An interaction that started or ended with this event did so at this moment.
 */
export function keepTimes({startedAt, endedAt}: Pick<Interaction, 'startedAt' | 'endedAt'>, now: number): void {
  for (const time of [startedAt, endedAt]) {
    if (time === undefined) continue;
    // Replace an older moment: if the clock was set back, the same time of day comes twice.
    if (time === now) keep(time);
    else steadyTime(time);
  }
}

function keep(time: number): number {
  const moment = performance.now() + time - Date.now();
  kept.delete(time);
  kept.set(time, moment);
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break;
    kept.delete(oldest);
  }
  return moment;
}
