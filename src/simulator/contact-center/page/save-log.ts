import {isRecord} from '../../../interaction-api/is-record.js';
import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import type {Interaction} from '../interaction.js';
import type {Dialogs} from './dialogs.js';
import type {Hooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import {type Pages, textOfError} from './pages.js';
import type {Steps} from './steps.js';

export type SaveLog = ReturnType<typeof createSaveLog>;

/** Creates the object that lets pages save the log of an interaction. */
export function createSaveLog(
  {options}: CenterContext,
  {interactions}: Domain,
  pages: Pages,
  hooks: Hooks,
  dialogs: Dialogs,
) {
  return {
    /** Saves the log. Returns whether the interaction may be finished. */
    *save(interaction: Interaction): Steps<boolean> {
      const paramsWith = (interactionLogData: unknown): object => ({...paramsOf(interaction), interactionLogData});
      const before = yield* hooks.ask('beforeSaveLog', paramsWith(interactions.log(interaction)));
      if (!before.proceeds) {
        interaction.logged = 'cancelled';
        return true;
      }
      const {newFields} = before.given;
      // Store the fields, so that the log of the last event is the log that was saved.
      if (isRecord(newFields)) interaction.logFields = {...newFields};
      const params = paramsWith(interactions.log(interaction));
      const answer = yield* pages.ask('crmApi', 'saveLog', params);
      if (answer.kind === 'none') {
        interaction.logged = 'no opinion';
        return true;
      }
      if (answer.kind === 'error') {
        interaction.logged = 'failed';
        dialogs.showMessage(`The log was not saved: ${textOfError(answer.error)}`);
        return options.failedLog === 'finish';
      }
      interaction.logged = 'saved';
      yield* hooks.ask('afterSaveLog', params);
      return true;
    },
  };
}
