import {isRecord} from '../../../interaction-api/is-record.js';
import type {CrmObject} from '../../../interaction-api/types.js';
import type {CenterContext} from '../center-context.js';
import {hasId, recordIn, recordsIn} from '../crm-record.js';
import type {Domain} from '../domain.js';
import type {Interaction} from '../interaction.js';
import type {Hooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import {textOfError} from './page-text.js';
import type {Pages} from './pages.js';
import type {AskedQuestion} from './question-journal.js';
import type {ScreenPop} from './screen-pop.js';
import type {Steps} from './steps.js';

export type CallerSearch = ReturnType<typeof createCallerSearch>;

/** Creates the object that lets pages find the records of the other party. */
export function createCallerSearch(
  {options}: CenterContext,
  {objects, variables}: Domain,
  pages: Pages,
  hooks: Hooks,
  screenPop: ScreenPop,
) {
  /** Number of the last search of each interaction. An earlier search that ends later has no effect. */
  const latest = new WeakMap<Interaction, number>();

  /** Returns the data for the search, whose fields Five9 does not document. */
  function searchDataOf(interaction: Interaction): object | undefined {
    if (interaction.type === 'Email' || options.searchData === 'none') return undefined;
    if (interaction.type !== 'Call' || options.searchData === 'empty') return {};
    return {number: interaction.number, cavs: variables.list(interaction)};
  }

  /** Uses records as the result of the search, and shows the record that shall be shown at once. */
  function* use(interaction: Interaction, found: readonly CrmObject[], wanted?: CrmObject): Steps<void> {
    objects.setFound(interaction, found);
    interaction.search = 'done';
    const popped = wanted ?? (found.length === 1 ? found[0] : undefined);
    if (popped) yield* screenPop.pop(interaction, popped);
  }

  return {
    /** Searches the CRM for the other party of an interaction. */
    *search(interaction: Interaction): Steps<void> {
      const number = (latest.get(interaction) ?? 0) + 1;
      latest.set(interaction, number);
      const isOver = (): boolean => interaction.state === 'FINISHED' || latest.get(interaction) !== number;
      if (isOver()) return;

      const searchData = searchDataOf(interaction);
      const params = {...paramsOf(interaction), ...(searchData && {interactionSearchData: searchData})};
      const before = yield* hooks.ask('beforeSearch', params, interaction);
      if (isOver()) return;
      const instead = recordsIn(before.given['searchResults']);
      // With records of the hook, the pages are not asked, and `afterSearch` is not called.
      if (instead) return yield* use(interaction, instead);
      if (!before.proceeds) return;

      if (pages.count('crmApi')) interaction.search = 'searching';
      delete interaction.searchError;
      const answer = yield* pages.ask('crmApi', 'search', params);
      if (isOver()) return;
      if (answer.kind === 'none') {
        delete interaction.search;
        return;
      }
      if (answer.kind === 'error') {
        objects.setFound(interaction, []);
        interaction.search = 'failed';
        interaction.searchError = textOfError(answer.error);
        return;
      }
      const {found, wanted} = resultOf(answer.value, answer.entry);
      objects.setFound(interaction, found);
      interaction.search = 'done';
      const searchResults = {crmObjects: found, ...(wanted && {screenPopObject: wanted})};
      const after = yield* hooks.ask('afterSearch', {searchResults}, interaction);
      if (isOver()) return;
      const changed = after.proceeds ? recordsIn(after.given['searchResults']) : undefined;
      // Show the record of the search only if the hook has kept the record.
      const isKept = wanted && (!changed || changed.some((it) => hasId(it, wanted.id)));
      yield* use(interaction, changed ?? found, isKept ? wanted : undefined);
    },
  };
}

/** Returns the records in the answer of a page. Records in the journal what is wrong with the answer. */
function resultOf(value: unknown, entry: AskedQuestion): {found: CrmObject[]; wanted: CrmObject | undefined} {
  const {crmObjects, screenPopObject} = isRecord(value) ? value : {};
  const found = recordsIn(crmObjects);
  const wanted = recordIn(screenPopObject);
  // A page that returns nothing has found nothing.
  if (!found && value !== null && value !== undefined) entry.problem = 'The answer has no list crmObjects.';
  else if (found && found.length < (crmObjects as unknown[]).length) {
    entry.problem = 'The adapter ignores records without an id.';
  }
  return {found: found ?? [], wanted};
}
