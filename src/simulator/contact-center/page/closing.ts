import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import {refuse} from '../errors.js';
import {type Call, type Interaction, stepsOf} from '../interaction.js';
import type {Hooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import type {SaveLog} from './save-log.js';
import type {Steps} from './steps.js';

/** The disposition that the agent or the page sets. */
export interface DispositionOrder {
  readonly dispositionId: unknown;
  readonly timeout?: unknown;
}

/** What has become of a disposition. `stopped`: a hook has stopped it. `not logged`: the log could not be saved. */
export type DispositionOutcome = 'set' | 'stopped' | 'not logged';

export type Closing = ReturnType<typeof createClosing>;

/** Creates the object that ends interactions: it asks the hooks, lets the pages save the log, and finishes. */
export function createClosing({options}: CenterContext, domain: Domain, hooks: Hooks, saveLog: SaveLog) {
  const {calls, dispositions, interactions, messages} = domain;
  /** The calls whose wrap-up time has ended while their log was saved. */
  const overdue = new WeakSet<Interaction>();

  const isSaving = ({logged}: Interaction): boolean => logged === 'saving';

  function finish(interaction: Interaction): void {
    if (interaction.type === 'Call') calls.dispose(interaction);
    else messages.dispose(interaction);
  }

  return {
    /** Sets a disposition and finishes the interaction, if the hooks and the log allow it. */
    *dispose(interaction: Interaction, {dispositionId, timeout}: DispositionOrder): Steps<DispositionOutcome> {
      const id = options.dispositionIdType === 'number' ? numberOf(dispositionId) : dispositionId;
      const params = {...paramsOf(interaction), dispositionId: id};
      const {proceeds} = yield* hooks.ask('beforeDisposition', params, interaction);
      if (!proceeds) return 'stopped';
      // A second disposition at this time would save a second log.
      if (isSaving(interaction)) refuse('The log is being saved, so the disposition cannot be changed now.');
      if (interaction.state === 'FINISHED') refuse(`The ${interaction.type} has finished meanwhile.`);
      dispositions.set(interaction, dispositionId, timeout);
      if (interaction.type === 'Call') calls.endConversation(interaction);
      else messages.endConversation(interaction);
      const mayFinish = yield* saveLog.save(interaction);
      if (!mayFinish && !overdue.has(interaction)) return 'not logged';
      if (interaction.state !== 'FINISHED') finish(interaction);
      return 'set';
    },

    /** Transfers an interaction to another agent, if the hook allows it. Lets the pages save the log. */
    *transfer(interaction: Interaction): Steps<void> {
      const params = {...paramsOf(interaction), ...(options.fillsHookFields && {transferData: {}})};
      const {proceeds} = yield* hooks.ask('beforeTransfer', params, interaction);
      if (!proceeds || isSaving(interaction) || !stepsOf(interaction).includes('transfer')) return;
      if (interaction.type === 'Call') calls.endTransferred(interaction);
      try {
        if (options.logsTransfers) yield* saveLog.save(interaction);
      } finally {
        if (!interaction.outcome) interactions.finish(interaction, 'transferred');
      }
    },

    /** Sets the automatic disposition of a call whose wrap-up time is over, saves the log, and finishes the call. */
    *endWrapUp(call: Call, setDisposition: () => void, finishCall: () => void): Steps<void> {
      if (isSaving(call)) {
        overdue.add(call);
        return;
      }
      setDisposition();
      yield* saveLog.save(call);
      if (call.state !== 'FINISHED') finishCall();
    },
  };
}

/** Returns the id of a disposition as a number; unchanged if it is no number. */
function numberOf(dispositionId: unknown): unknown {
  return typeof dispositionId === 'string' && /^\d+$/.test(dispositionId) ? Number(dispositionId) : dispositionId;
}
