import type {Interaction} from '../../service/interactions.js';

/**
 * Returns the end of the wrap-up time, in milliseconds since the epoch; `undefined` if there is no countdown.
 *
 * @param seconds Length of the wrap-up time. There is a countdown only if this is a positive, finite number.
 */
export function wrapUpEnd(interaction: Interaction | undefined, seconds: number): number | undefined {
  const endedAt = interaction?.endedAt;
  if (endedAt === undefined || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return endedAt + seconds * 1000;
}
