import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {InteractionEventName} from '../../interaction-api/events.js';
import type {CallLogData, InteractionLogData} from '../../interaction-api/types.js';
import {expect} from './command.js';
import {Refusal} from './errors.js';
import type {ContactCenterEvent} from './events.js';
import type {CenterContext} from './center-context.js';
import {type Call, type Interaction, type Message, type Step, stepsOf} from './interaction.js';

/** Second half of an event's name, after the interaction type: for example, `Ended` in `callEnded` and `chatEnded`. */
type EventSuffix = 'Started' | 'Offered' | 'Accepted' | 'Rejected' | 'Transferred' | 'Ended' | 'Finished';

export type Interactions = ReturnType<typeof createInteractions>;

/** Creates the object that stores the live interactions and the last finished interactions. */
export function createInteractions({clock, options, stream}: CenterContext) {
  const byId = new Map<string, Interaction>();
  const all = (): Interaction[] => [...byId.values()];
  const live = (): Interaction[] => all().filter(({state}) => state !== 'FINISHED');

  /** Returns the live or finished interaction with this id. Throws a `CommandError` if there is no such interaction. */
  function find(id: string): Interaction {
    const interaction = byId.get(id);
    expect(interaction, `there is no interaction ${id}.`);
    return interaction;
  }

  /**
   * Returns the interaction with this id. Throws a `CommandError` if the command `step` is not possible for the
   * interaction now.
   */
  function take(id: string, step: Step): Interaction {
    const interaction = find(id);
    const {type, state} = interaction;
    const steps = stepsOf(interaction);
    expect(steps.includes(step), `the ${type} is ${state}; it takes ${steps.join(', ') || 'nothing more'}.`);
    return interaction;
  }

  /** Returns the live interaction with this type and id. Refuses the page's request if there is no such interaction. */
  function require(type: unknown, id: unknown): Interaction {
    const interaction = byId.get(id as string);
    if (interaction && interaction.type === type && interaction.state !== 'FINISHED') return interaction;
    throw new Refusal(
      ApiErrorCode.InteractionNotFound,
      `There is no ${String(type)} ${String(id)}, or it has finished.`,
    );
  }

  function log(interaction: Interaction): InteractionLogData | CallLogData {
    const {type, number, disposition, selected, startedAt, connectedAt, endedAt = clock.now()} = interaction;
    const {name: who, 'related-to': what} = selected;
    return {
      dispositionName: disposition?.name ?? '',
      subject: `${type} ${number}`,
      comments: '',
      ...(who && {who}),
      ...(what && {what}),
      ...interaction.logFields,
      ...(type === 'Call' && {
        talkTime: Math.round((endedAt - (connectedAt ?? endedAt)) / options.talkTimeUnit),
        duration: Math.round((endedAt - startedAt) / options.durationUnit),
      }),
    };
  }

  function eventOf(interaction: Interaction, suffix: EventSuffix): ContactCenterEvent {
    const {type: interactionType, data: interactionData} = interaction;
    const prefix = interactionType.toLowerCase();
    const params = {
      [`${prefix}Data`]: interactionData,
      ...(suffix === 'Finished' && {[`${prefix}LogData`]: log(interaction)}),
      ...(prefix + suffix === 'callEnded' && options.callEndedNamesInteraction && {interactionType, interactionData}),
    };
    return structuredClone({kind: 'interaction', name: `${prefix}${suffix}` as InteractionEventName, params});
  }

  /** Sends an event to the page. */
  function announce(interaction: Interaction, suffix: EventSuffix): void {
    stream.emit(eventOf(interaction, suffix));
  }

  return {
    all,
    live,
    find,

    /** Returns the live interaction with this id. Throws a `CommandError` if there is no such interaction. */
    findLive(id: string): Interaction {
      const interaction = find(id);
      expect(interaction.state !== 'FINISHED', `the ${interaction.type} has finished.`);
      return interaction;
    },

    take,
    require,
    announce,
    log,
    clear: () => {
      byId.clear();
    },

    add(interaction: Interaction): void {
      byId.set(interaction.id, interaction);
    },

    /** Does the same as `take`, for commands that exist only for calls. */
    takeCall: (id: string, step: 'answer' | 'remoteAnswer' | 'hold' | 'resume' | 'hangUp') => take(id, step) as Call,

    /** Does the same as `take`, for commands that exist only for chats and e-mails. */
    takeMessage: (id: string, step: 'accept' | 'end') => take(id, step) as Message,

    accept(interaction: Interaction): void {
      interaction.accepted = true;
      announce(interaction, 'Accepted');
    },

    /**
     * Finishes an interaction. The data of the interaction is then no longer available to the page, even in a listener
     * of the last event.
     */
    finish(interaction: Interaction, outcome: NonNullable<Interaction['outcome']>): void {
      interaction.state = 'FINISHED';
      interaction.outcome = outcome;
      interaction.finishedAt = clock.now();
      interaction.endedAt ??= interaction.finishedAt;
      if (outcome === 'rejected') announce(interaction, 'Rejected');
      // The API has no event `callTransferred`, so send `callFinished` for a transferred call.
      else if (outcome === 'transferred' && interaction.type !== 'Call') announce(interaction, 'Transferred');
      else announce(interaction, 'Finished');
      const finished = all().filter(({state}) => state === 'FINISHED');
      const tooMany = Math.max(0, finished.length - options.keepFinished);
      for (const {id} of finished.slice(0, tooMany)) byId.delete(id);
    },

    /** Returns the events of the live interactions for a page that has just connected. */
    replay: () =>
      live().flatMap((interaction) => {
        const {type, state, accepted} = interaction;
        const suffixes: EventSuffix[] = [];
        if (type === 'Call') suffixes.push('Started');
        else if (type === 'Email' || !accepted || options.replayChatOffered) suffixes.push('Offered');
        if (accepted) suffixes.push('Accepted');
        if (state === 'WRAP_UP' && options.replayEnded) suffixes.push('Ended');
        return suffixes.map((suffix) => eventOf(interaction, suffix));
      }),
  };
}
