import type {CrmObject} from '../../interaction-api/types.js';
import {refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {Interactions} from './interactions.js';
import {isSameLine} from './phone-number.js';

/** Which flag of a record puts it on which list. */
const FLAGS = {name: 'isWho', 'related-to': 'isWhat'} as const;

/** How many visited records are remembered. */
const REMEMBERED = 20;

/** `list` with `added` at its end; a record that is there already moves. */
const withRecord = (list: readonly CrmObject[], added: CrmObject): CrmObject[] =>
  [...list.filter(({id}) => id !== added.id), structuredClone(added)].slice(-REMEMBERED);

export type CrmObjects = ReturnType<typeof createCrmObjects>;

/** CRM records: which the agent visited, which an interaction is about. */
export function createCrmObjects({options, stream, tenant}: CenterContext, interactions: Interactions) {
  let visited: CrmObject[] = [];

  const list = (interaction: Interaction, kind: ObjectKind): CrmObject[] =>
    interaction.objects.filter((it) => it[FLAGS[kind]]);

  return {
    list,
    visited: () => visited,

    /** What a new interaction starts with: the records found for the number, and the one that was dialled from, which is selected. */
    initial(number: string, dialledFrom?: CrmObject): Pick<Interaction, 'objects' | 'searchResults' | 'selected'> {
      const searchResults = tenant.records
        .filter(({numbers}) => numbers.some((it) => isSameLine(it, number)))
        .flatMap(({crmObjects}) => crmObjects);
      const earlier = options.offerEarlierVisits ? visited : [];
      const select = (kind: ObjectKind) => (dialledFrom?.[FLAGS[kind]] ? dialledFrom : null);
      return {
        searchResults,
        objects: [...earlier, ...searchResults, ...(dialledFrom ? [dialledFrom] : [])].reduce(withRecord, []),
        selected: {name: select('name'), 'related-to': select('related-to')},
      };
    },

    visit(crmObject: CrmObject): void {
      visited = withRecord(visited, crmObject);
      for (const interaction of interactions.live()) interaction.objects = withRecord(interaction.objects, crmObject);
    },

    /** Selects a record of the list; `null` selects 'None'. */
    select(interaction: Interaction, kind: ObjectKind, objectId: unknown): void {
      const {selected, type: interactionType, data: interactionData} = interaction;
      const chosen = list(interaction, kind).find(({id}) => id === objectId) ?? null;
      if (!chosen && objectId !== null) refuse(`There is no ${kind} object ${objectId as string} in the list.`);
      if (!chosen && !options.allowNone) refuse(`'None' is not allowed as ${kind} object.`);
      if (chosen?.id === selected[kind]?.id) return;
      selected[kind] = chosen;
      const params = {...(chosen && {crmObject: chosen}), interactionType, interactionData};
      stream.emit(structuredClone({kind: 'interaction', name: 'objectSelected', params}));
    },

    clear(): void {
      visited = [];
    },
  };
}
