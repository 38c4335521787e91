import type {CrmObject} from '../../../interaction-api/types.js';
import type {CenterContext} from '../center-context.js';
import type {Interaction} from '../interaction.js';
import type {Hooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import type {Pages} from './pages.js';
import type {Steps} from './steps.js';

export type ScreenPop = ReturnType<typeof createScreenPop>;

/** Creates the object that shows records of the CRM. */
export function createScreenPop({options}: CenterContext, pages: Pages, hooks: Hooks) {
  const hookObject = (crmObject: CrmObject): object => ({
    ...(options.hookPopObjects !== 'ids' && crmObject),
    ...(options.hookPopObjects !== 'records' && {params: {recordId: crmObject.id}}),
  });

  return {
    /**
     * Shows a record.
     *
     * @param force Whether the agent has requested the record again.
     */
    *pop(interaction: Interaction, crmObject: CrmObject, force = false): Steps<void> {
      const common = {...paramsOf(interaction), ...(force && {force})};
      const screenPopObjects = [hookObject(crmObject)];
      const hookParams = {...common, screenPopObjects, ...(options.fillsHookFields && {screenPopType: ''})};
      const {proceeds} = yield* hooks.ask('beforeScreenPop', hookParams, interaction);
      // The hook has shown the record by itself, so `afterScreenPop` is not called.
      if (!proceeds) return;
      yield* pages.ask('crmApi', 'screenPop', {...common, crmObject});
      yield* hooks.ask('afterScreenPop', hookParams, interaction);
    },
  };
}
