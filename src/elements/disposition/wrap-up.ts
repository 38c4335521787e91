import type {Interaction} from '../../service/interactions.js';
import type {Countdown} from '../../shared/controllers/countdown-controller.js';

/**
 * Returns the countdown of the wrap-up time; `undefined` if there is no countdown.
 *
 * @param seconds Length of the wrap-up time. There is a countdown only if this is a positive, finite number.
 */
export function wrapUp(interaction: Interaction | undefined, seconds: number): Countdown | undefined {
  const start = interaction?.endedAt;
  if (start === undefined || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return {start, deadline: start + seconds * 1000};
}
