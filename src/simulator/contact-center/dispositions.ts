import type {Disposition} from '../../interaction-api/types.js';
import {refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Interaction} from './interaction.js';
import type {TenantDisposition} from './tenant.js';

/** For each type of disposition, the flag that allows the agent to set the timer. */
const TIMER_FLAGS = {REDIAL: 'ALLOW_SET_REDIAL_TIMER', DND: 'ALLOW_SET_REACTIVATE_TIMER'} as const;

export type Dispositions = ReturnType<typeof createDispositions>;

/** Creates the object that lists and sets dispositions. */
export function createDispositions({options, tenant}: CenterContext) {
  /**
   * Returns the dispositions of the interaction's campaign. Without a campaign, returns the dispositions of the agent's
   * own number.
   */
  const available = ({campaign}: Interaction): TenantDisposition[] =>
    (campaign?.dispositionIds ?? tenant.personalDispositionIds).flatMap((wanted) =>
      tenant.dispositions.filter(({id}) => id === wanted),
    );

  return {
    /** Returns the dispositions in the form of the answer to `getDispositions`. */
    list: (interaction: Interaction): Disposition[] =>
      available(interaction).map(({id, name, type, allowTimer, timeout}) => ({
        id,
        name,
        ...(options.dispositionShape === 'flags' && {
          type: type ?? 'FINAL',
          flags: type && allowTimer ? [TIMER_FLAGS[type]] : [],
          ...(timeout && {timeout: String(timeout)}),
        }),
      })),

    /** Sets the disposition, or refuses it. Does not finish the interaction. */
    set(interaction: Interaction, dispositionId: unknown, timeout?: unknown): void {
      const {type, state, accepted} = interaction;
      const {id, name, allowTimer} =
        available(interaction).find((it) => it.id === dispositionId) ??
        refuse(`There is no disposition ${String(dispositionId)} for this ${type}.`);
      const mayBeSet = state === 'WRAP_UP' || (accepted && (type === 'Email' || options.disposeWhileTalking === 'end'));
      if (!mayBeSet) refuse(`The ${type} has not ended: it is ${state}.`);
      if (timeout === undefined || timeout === null || timeout === '') {
        if (allowTimer && options.requireTimeout) refuse(`${name} needs a timeout.`);
        interaction.disposition = {id, name};
        return;
      }
      if (!allowTimer) refuse(`${name} takes no timeout.`);
      if (typeof timeout !== 'string' || !new RegExp(options.timeoutPattern).test(timeout)) {
        return refuse(`timeout must be a text of the form ${options.timeoutPattern}.`);
      }
      interaction.disposition = {id, name, timeout};
    },
  };
}
