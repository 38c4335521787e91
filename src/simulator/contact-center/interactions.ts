import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {InteractionEventName} from '../../interaction-api/events.js';
import type {CallLogData, InteractionLogData} from '../../interaction-api/types.js';
import {expect} from './command.js';
import {Refusal} from './errors.js';
import type {ContactCenterEvent} from './events.js';
import type {CenterContext} from './center-context.js';
import {type Call, type Interaction, type Message, type Step, stepsOf} from './interaction.js';

/** What happens to every interaction; an event's name has the type before it: `callEnded`, `chatEnded`. */
type Happening = 'Started' | 'Offered' | 'Accepted' | 'Rejected' | 'Transferred' | 'Ended' | 'Finished';

export type Interactions = ReturnType<typeof createInteractions>;

/** The interactions there are, and the last ones there were. */
export function createInteractions({clock, options, stream}: CenterContext) {
  const byId = new Map<string, Interaction>();
  const all = (): Interaction[] => [...byId.values()];
  const live = (): Interaction[] => all().filter(({state}) => state !== 'FINISHED');

  /** For a command: the interaction, finished or not. */
  function find(id: string): Interaction {
    const interaction = byId.get(id);
    expect(interaction, `there is no interaction ${id}.`);
    return interaction;
  }

  /** For a command: the interaction, if it takes `step` now. */
  function take(id: string, step: Step): Interaction {
    const interaction = find(id);
    const {type, state} = interaction;
    const steps = stepsOf(interaction);
    expect(steps.includes(step), `the ${type} is ${state}; it takes ${steps.join(', ') || 'nothing more'}.`);
    return interaction;
  }

  /** For the agent's page: the interaction of that type and id, while it lives. */
  function require(type: unknown, id: unknown): Interaction {
    const interaction = byId.get(id as string);
    if (interaction && interaction.type === type && interaction.state !== 'FINISHED') return interaction;
    throw new Refusal(
      ApiErrorCode.InteractionNotFound,
      `There is no ${type as string} ${id as string}, or it has finished.`,
    );
  }

  function log(interaction: Interaction): InteractionLogData | CallLogData {
    const {type, number, disposition, selected, startedAt, connectedAt, endedAt = 0} = interaction;
    const {name: who, 'related-to': what} = selected;
    return {
      dispositionName: disposition?.name ?? '',
      subject: `${type} ${number}`,
      comments: '',
      ...(who && {who}),
      ...(what && {what}),
      ...(type === 'Call' && {
        talkTime: Math.round((endedAt - (connectedAt ?? endedAt)) / options.talkTimeUnit),
        duration: Math.round((endedAt - startedAt) / options.durationUnit),
      }),
    };
  }

  function eventOf(interaction: Interaction, happening: Happening): ContactCenterEvent {
    const {type: interactionType, data: interactionData} = interaction;
    const prefix = interactionType.toLowerCase();
    const params = {
      [`${prefix}Data`]: interactionData,
      ...(happening === 'Finished' && {[`${prefix}LogData`]: log(interaction)}),
      ...(prefix + happening === 'callEnded' &&
        options.callEndedNamesInteraction && {interactionType, interactionData}),
    };
    return structuredClone({kind: 'interaction', name: `${prefix}${happening}` as InteractionEventName, params});
  }

  /** Tells the page. */
  function announce(interaction: Interaction, happening: Happening): void {
    stream.emit(eventOf(interaction, happening));
  }

  return {
    all,
    live,
    find,
    take,
    require,
    announce,
    clear: () => {
      byId.clear();
    },

    add(interaction: Interaction): void {
      byId.set(interaction.id, interaction);
    },

    /** Steps that only calls take. */
    takeCall: (id: string, step: 'answer' | 'remoteAnswer' | 'hold' | 'resume' | 'hangUp') => take(id, step) as Call,

    /** Steps that only chats and e-mails take. */
    takeMessage: (id: string, step: 'accept' | 'end') => take(id, step) as Message,

    accept(interaction: Interaction): void {
      interaction.accepted = true;
      announce(interaction, 'Accepted');
    },

    /** The end of everything: from here on the data is gone, also for who hears of it. */
    finish(interaction: Interaction, outcome: NonNullable<Interaction['outcome']>): void {
      interaction.state = 'FINISHED';
      interaction.outcome = outcome;
      interaction.finishedAt = clock.now();
      interaction.endedAt ??= interaction.finishedAt;
      if (outcome === 'rejected') announce(interaction, 'Rejected');
      // A call has no event of its own for that.
      else if (outcome === 'transferred' && interaction.type !== 'Call') announce(interaction, 'Transferred');
      else announce(interaction, 'Finished');
      const finished = all().filter(({state}) => state === 'FINISHED');
      const tooMany = Math.max(0, finished.length - options.keepFinished);
      for (const {id} of finished.slice(0, tooMany)) byId.delete(id);
    },

    /** What a page must be told that was not there when it happened. */
    replay: () =>
      live().flatMap((interaction) => {
        const {type, state, accepted} = interaction;
        const happenings: Happening[] = [];
        if (type === 'Call') happenings.push('Started');
        else if (type === 'Email' || !accepted || options.replayChatOffered) happenings.push('Offered');
        if (accepted) happenings.push('Accepted');
        if (state === 'WRAP_UP' && options.replayEnded) happenings.push('Ended');
        return happenings.map((happening) => eventOf(interaction, happening));
      }),
  };
}
