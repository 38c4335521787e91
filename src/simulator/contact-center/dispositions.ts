import type {Disposition} from '../../interaction-api/types.js';
import {refuse} from './errors.js';
import type {Floor} from './floor.js';
import type {Interaction} from './interaction.js';
import type {TenantDisposition} from './tenant.js';

const TIMER_FLAGS = {REDIAL: 'ALLOW_SET_REDIAL_TIMER', DND: 'ALLOW_SET_REACTIVATE_TIMER'} as const;

/** What may become of interactions. */
export class Dispositions {
  readonly #floor: Floor;

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  /** As `getDispositions` has them. */
  list(interaction: Interaction): Disposition[] {
    const flags = this.#floor.options.dispositionShape === 'flags';
    return this.#for(interaction).map(({id, name, type = 'FINAL', allowTimer, timeout}) => ({
      id,
      name,
      ...(flags && {
        type,
        flags: allowTimer && type !== 'FINAL' ? [TIMER_FLAGS[type]] : [],
        ...(timeout !== undefined && {timeout: String(timeout)}),
      }),
    }));
  }

  /** Writes the disposition down, or refuses. What follows from it is up to the interaction's kind. */
  set(interaction: Interaction, dispositionId: unknown, timeout?: unknown): void {
    const {type, state} = interaction;
    const {options} = this.#floor;
    const chosen =
      this.#for(interaction).find(({id}) => id === dispositionId) ??
      refuse(`There is no disposition ${String(dispositionId)} for this ${type}.`);
    const over = state === 'WRAP_UP' || (state === 'ACCEPTED' && type === 'Email');
    if (!over && (!interaction.accepted || options.disposeWhileTalking === 'refuse')) {
      refuse(`The ${type} has not ended: it is ${state}.`);
    }
    if (timeout === undefined || timeout === null || timeout === '') {
      if (chosen.allowTimer && options.requireTimeout) refuse(`${chosen.name} needs a timeout.`);
      interaction.disposition = {id: chosen.id, name: chosen.name};
      return;
    }
    if (!chosen.allowTimer) refuse(`${chosen.name} takes no timeout.`);
    if (typeof timeout !== 'string' || !new RegExp(options.timeoutPattern).test(timeout)) {
      refuse(`timeout ${JSON.stringify(timeout)} is not a text of the form ${options.timeoutPattern}.`);
    }
    interaction.disposition = {id: chosen.id, name: chosen.name, timeout: timeout as string};
  }

  #for({campaign}: Interaction): TenantDisposition[] {
    const {dispositions, personalDispositionIds} = this.#floor.tenant;
    const ids = campaign?.dispositionIds ?? personalDispositionIds;
    return ids.flatMap((wanted) => dispositions.filter(({id}) => id === wanted));
  }
}
