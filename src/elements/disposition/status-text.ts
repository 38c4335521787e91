import type {InteractionApiError} from '../../interaction-api/errors.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {dispositionNameOf} from './disposition-list.js';

/**
 * Progress of an interaction towards its disposition.
 * - `none`: There is no interaction, or it was rejected.
 * - `live`: The interaction has not ended.
 * - `ended`: The interaction has ended, and waits for its disposition.
 * - `over`: No disposition can be set any more.
 */
export type Phase = 'none' | 'live' | 'ended' | 'over';

/**
 * Returns the phase of an interaction.
 *
 * @param isSet Whether the adapter has set the disposition.
 * @param error The error that the element shows.
 */
export function phaseOf(
  interaction: Interaction | undefined,
  isSet: boolean,
  error: InteractionApiError | undefined,
): Phase {
  if (!interaction || interaction.state === 'rejected') return 'none';
  // Treat an interaction that the adapter does not know as over, even if no event has reported its end.
  if (!isLive(interaction) || isSet || error?.errorCode === 'InteractionNotFound') return 'over';
  // Check the stored `endedAt` too, because after a reload of the page, the adapter may not report the end of the
  // interaction again.
  const hasEnded = interaction.state === 'ended' || interaction.endedAt !== undefined;
  return hasEnded ? 'ended' : 'live';
}

/** The facts that the status of a disposition picker depends on. */
export interface StatusFacts {
  readonly phase: Phase;
  readonly interaction: Interaction | undefined;
  /** Name of the disposition that this page has set; `undefined` if this page has set no disposition. */
  readonly setName: string | undefined;
  /** The reason why no adapter is connected; empty while an adapter is connected. */
  readonly connectionProblem: string;
  readonly isSetting: boolean;
  readonly isLoading: boolean;
  readonly isDisabled: boolean;
  /** Number of dispositions; `undefined` until they are loaded. */
  readonly count: number | undefined;
  /** Status of the search in a long list; empty while the agent does not search. */
  readonly searchStatus: string;
}

/** Returns the status of the element as text for the agent. */
export function statusText(facts: StatusFacts): string {
  const {phase, interaction, count} = facts;
  if (phase === 'over') return finishedText(dispositionNameOf(interaction) ?? facts.setName);
  if (facts.connectionProblem) return facts.connectionProblem;
  if (phase === 'none') return 'No interaction';
  if (facts.isSetting) return 'Setting…';
  if (count === undefined) return facts.isLoading ? 'Loading…' : '';
  if (count === 0) return 'No dispositions';
  if (facts.searchStatus) return facts.searchStatus;
  const isWaiting = phase === 'ended' && !facts.isDisabled;
  return isWaiting ? `${interaction?.type} ended. Set the disposition.` : '';
}

/** @param name Name of the disposition; empty if the interaction has no disposition, `undefined` if it is unknown. */
function finishedText(name: string | undefined): string {
  if (name === undefined) return 'Finished';
  return name ? `Set: ${name}` : 'Finished, none set';
}
