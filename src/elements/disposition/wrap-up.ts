import type {Interaction} from '../../service/interactions.js';

/**
 * Returns the end of the wrap-up time, in ms since the epoch; `undefined` if there is nothing to count.
 *
 * @param seconds Length of the wrap-up time. There is no countdown unless it is a positive, finite number.
 */
export function wrapUpEnd(interaction: Interaction | undefined, seconds: number): number | undefined {
  const endedAt = interaction?.endedAt;
  if (endedAt === undefined || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return endedAt + seconds * 1000;
}
