import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {InteractionEventName} from '../../interaction-api/events.js';
import type {CallLogData, InteractionLogData} from '../../interaction-api/types.js';
import {CommandError, Refusal} from './errors.js';
import type {ContactCenterEvent} from './events.js';
import type {Floor} from './floor.js';
import {type Call, type Interaction, type Message, type Step, stepsOf} from './interaction.js';

/** What happens to every interaction; the event's name is the type before it: `callEnded`, `chatEnded`. */
type Happening = 'Started' | 'Offered' | 'Accepted' | 'Rejected' | 'Transferred' | 'Ended' | 'Finished';

/** The interactions there are, and the last ones there were. */
export class Interactions {
  readonly #floor: Floor;
  readonly #all = new Map<string, Interaction>();

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  get all(): Interaction[] {
    return [...this.#all.values()];
  }

  get live(): Interaction[] {
    return this.all.filter(({state}) => state !== 'FINISHED');
  }

  add(interaction: Interaction): void {
    this.#all.set(interaction.id, interaction);
  }

  clear(): void {
    this.#all.clear();
  }

  /** For the agent's page: the live interaction of that type and id. */
  require(type: unknown, id: unknown): Interaction {
    const interaction = this.#all.get(id as string);
    if (interaction && interaction.type === type && interaction.state !== 'FINISHED') return interaction;
    throw new Refusal(
      ApiErrorCode.InteractionNotFound,
      interaction && interaction.type === type ? `${type} ${id} has finished.` : `There is no ${type} ${id}.`,
    );
  }

  /** For a command: the interaction, if it can take `step` now. */
  for(id: string, step: 'remoteAnswer' | 'answer' | 'hold' | 'resume' | 'hangUp'): Call;
  for(id: string, step: 'accept' | 'end'): Message;
  for(id: string, step: Step): Interaction;
  for(id: string, step: Step): Interaction {
    const interaction = this.get(id, step);
    const steps = stepsOf(interaction);
    if (steps.includes(step)) return interaction;
    const {type, state} = interaction;
    throw new CommandError(`${step}: the ${type} is ${state}; it takes ${steps.join(', ') || 'nothing more'}.`);
  }

  /** For a command that is not a step: the live interaction. */
  get(id: string, command: string): Interaction {
    const interaction = this.#all.get(id);
    if (interaction) return interaction;
    throw new CommandError(`${command}: there is no interaction ${id}.`);
  }

  /** Tells the page. */
  announce(interaction: Interaction, happening: Happening): void {
    this.#floor.stream.emit(this.#event(interaction, happening));
  }

  accept(interaction: Interaction): void {
    interaction.accepted = true;
    this.announce(interaction, 'Accepted');
  }

  /** The end of everything: from here on the data is gone, also for who hears of it. */
  finish(interaction: Interaction, outcome: NonNullable<Interaction['outcome']>): void {
    const now = this.#floor.clock.now();
    interaction.state = 'FINISHED';
    interaction.outcome = outcome;
    interaction.endedAt ??= now;
    interaction.finishedAt = now;
    // E-mails and chats have an event of their own for being transferred; calls have not.
    const last =
      outcome === 'rejected'
        ? 'Rejected'
        : outcome === 'transferred' && interaction.type !== 'Call'
          ? 'Transferred'
          : 'Finished';
    this.announce(interaction, last);
    this.#forgetOldest();
  }

  /** What a page must be told that was not there when it happened. */
  replay(): ContactCenterEvent[] {
    const {replayEnded, replayChatOffered} = this.#floor.options;
    return this.live.flatMap((interaction) => {
      const {type, state, accepted} = interaction;
      const happenings: Happening[] = [];
      if (type === 'Call') happenings.push('Started');
      else if (type === 'Email' || !accepted || replayChatOffered) happenings.push('Offered');
      if (accepted) happenings.push('Accepted');
      if (state === 'WRAP_UP' && replayEnded) happenings.push('Ended');
      return happenings.map((happening) => this.#event(interaction, happening));
    });
  }

  #event(interaction: Interaction, happening: Happening): ContactCenterEvent {
    const prefix = interaction.type.toLowerCase();
    const params: Record<string, unknown> = {[`${prefix}Data`]: structuredClone(interaction.data)};
    if (happening === 'Finished') params[`${prefix}LogData`] = this.#log(interaction);
    return {kind: 'interaction', name: `${prefix}${happening}` as InteractionEventName, params};
  }

  #log(interaction: Interaction): InteractionLogData | CallLogData {
    const {type, data, disposition, selected, connectedAt, endedAt = 0, startedAt} = interaction;
    const {talkTimeUnit, durationUnit} = this.#floor.options;
    const {name, 'related-to': relatedTo} = structuredClone(selected);
    return {
      dispositionName: disposition?.name ?? '',
      subject: `${type} ${'number' in data ? (data.number as string) : data.interactionId}`,
      comments: '',
      ...(name && {who: name}),
      ...(relatedTo && {what: relatedTo}),
      ...(type === 'Call' && {
        talkTime: connectedAt ? Math.round((endedAt - connectedAt) / talkTimeUnit) : 0,
        duration: Math.round((endedAt - startedAt) / durationUnit),
      }),
    };
  }

  #forgetOldest(): void {
    const finished = this.all.filter(({state}) => state === 'FINISHED');
    const over = finished.length - this.#floor.options.keepFinished;
    for (const {id} of finished.slice(0, Math.max(0, over))) this.#all.delete(id);
  }
}
