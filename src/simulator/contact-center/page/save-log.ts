import {isRecord} from '../../../interaction-api/is-record.js';
import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import type {Interaction} from '../interaction.js';
import type {Dialogs} from './dialogs.js';
import type {Hooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import {textOfError} from './page-text.js';
import type {Pages} from './pages.js';
import type {Steps, Workflows} from './steps.js';

export type SaveLog = ReturnType<typeof createSaveLog>;

/** Creates the object that lets pages save the log of an interaction. */
export function createSaveLog(
  {options}: CenterContext,
  {interactions}: Domain,
  pages: Pages,
  hooks: Hooks,
  dialogs: Dialogs,
  workflows: Workflows,
) {
  /** Saves the log, and returns what has become of it. */
  function* save(interaction: Interaction): Steps<NonNullable<Interaction['logged']>> {
    const paramsWith = (interactionLogData: unknown): object => ({...paramsOf(interaction), interactionLogData});
    const before = yield* hooks.ask('beforeSaveLog', paramsWith(interactions.log(interaction)), interaction);
    if (!before.proceeds) return 'cancelled';
    const {newFields} = before.given;
    // Store the fields, so that the log of the last event is the log that was saved.
    if (isRecord(newFields)) interaction.logFields = {...newFields};
    const params = paramsWith(interactions.log(interaction));
    const whenAnsweredAgain = (): void => {
      dialogs.showMessage('A second page has answered saveLog, so the log may be saved twice.');
    };
    const answer = yield* pages.ask('crmApi', 'saveLog', params, {whenAnsweredAgain});
    if (answer.kind === 'none') return 'no opinion';
    if (answer.kind === 'error') {
      dialogs.showMessage(notSaved(textOfError(answer.error)));
      return 'failed';
    }
    yield* hooks.ask('afterSaveLog', params, interaction);
    // Do not wait for the answer, because no public material describes this question.
    if (options.asksBeforeCallFinished && interaction.type === 'Call') {
      workflows.start(pages.ask('crmApi', '_beforeCallFinished', params));
    }
    return 'saved';
  }

  return {
    /** Saves the log. Returns whether the interaction may be finished. */
    *save(interaction: Interaction): Steps<boolean> {
      if (!pages.count('crmApi') && !pages.count('hookApi')) return true;
      interaction.logged = 'saving';
      interaction.logged = yield* save(interaction);
      return interaction.logged !== 'failed' || options.failedLog === 'finish';
    },
  };
}

/** Returns the message for the agent. The text of a page can already say that the log was not saved. */
const notSaved = (text: string): string => (/\bnot saved\b/.test(text) ? text : `The log was not saved: ${text}`);
