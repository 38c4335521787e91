import {isRecord} from '../../../interaction-api/is-record.js';
import {textOf} from '../../../interaction-api/text-of.js';
import type {CrmObject} from '../../../interaction-api/types.js';
import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import type {Interaction} from '../interaction.js';
import type {Hooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import {type Pages, textOfError} from './pages.js';
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
  /** Returns the data for the search, whose fields Five9 does not document. */
  function searchDataOf(interaction: Interaction): object | undefined {
    if (interaction.type === 'Email' || options.searchData === 'none') return undefined;
    if (interaction.type !== 'Call' || options.searchData === 'empty') return {};
    return {number: interaction.number, cavs: variables.list(interaction)};
  }

  /** Uses records as the result of the search, and shows the record that shall be shown at once. */
  function* use(interaction: Interaction, found: readonly CrmObject[], wanted?: CrmObject): Steps<void> {
    if (interaction.state === 'FINISHED') return;
    objects.setFound(interaction, found);
    const popped = wanted ?? (found.length === 1 ? found[0] : undefined);
    if (popped) yield* screenPop.pop(interaction, popped);
  }

  return {
    /** Searches the CRM for the other party of an interaction. */
    *search(interaction: Interaction): Steps<void> {
      const searchData = searchDataOf(interaction);
      const params = {...paramsOf(interaction), ...(searchData && {interactionSearchData: searchData})};
      const before = yield* hooks.ask('beforeSearch', params);
      const instead = recordsIn(before.given['searchResults']);
      // With records of the hook, the pages are not asked, and `afterSearch` is not called.
      if (instead) return yield* use(interaction, instead);
      if (!before.proceeds) return;
      interaction.search = 'searching';
      const answer = yield* pages.ask('crmApi', 'search', params);
      interaction.search = answer.kind === 'error' ? 'failed' : 'done';
      if (answer.kind === 'error') interaction.searchError = textOfError(answer.error);
      if (answer.kind !== 'answer') return;
      const {crmObjects, screenPopObject} = isRecord(answer.value) ? answer.value : {};
      const found = recordsIn(crmObjects) ?? [];
      const [wanted] = recordsIn([screenPopObject]) ?? [];
      const searchResults = {crmObjects: found, ...(wanted && {screenPopObject: wanted})};
      const after = yield* hooks.ask('afterSearch', {searchResults});
      const changed = recordsIn(after.given['searchResults']);
      yield* changed ? use(interaction, changed) : use(interaction, found, wanted);
    },
  };
}

/**
 * Returns the CRM records in a list, or in a search result. Leaves out entries without an id. Returns `undefined` if the
 * value is neither a list nor a search result.
 */
export function recordsIn(value: unknown): CrmObject[] | undefined {
  const list = isRecord(value) && !Array.isArray(value) ? value['crmObjects'] : value;
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((entry: unknown) => {
    const id = isRecord(entry) ? textOf(entry['id']) : undefined;
    return id === undefined ? [] : [{...(entry as object), id}];
  });
}
