import {isSameRecord} from '../../interaction-api/record-id.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {CrmObject} from '../../interaction-api/types.js';
import {refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {Interactions} from './interactions.js';
import {isSameLine} from './phone-number.js';

/** For each kind of list, the field that is `true` in all records of the list. */
const FLAGS = {name: 'isWho', 'related-to': 'isWhat'} as const;

/** Maximum number of records in a list. */
const MAX_RECORDS = 20;

/** Returns `list` with `added` at its end. If the list already contains this record, the record moves to the end. */
const withRecord = (list: readonly CrmObject[], added: CrmObject): CrmObject[] =>
  [...list.filter(({id}) => !isSameRecord(id, added.id)), structuredClone(added)].slice(-MAX_RECORDS);

export type CrmObjects = ReturnType<typeof createCrmObjects>;

/**
 * Creates the object that manages the CRM records that the agent has visited, and the CRM records of each interaction.
 */
export function createCrmObjects({options, stream, tenant}: CenterContext, interactions: Interactions) {
  let visited: CrmObject[] = [];

  const list = (interaction: Interaction, kind: ObjectKind): CrmObject[] =>
    interaction.objects.filter((it) => it[FLAGS[kind]]);

  return {
    list,
    visited: () => visited,

    /**
     * Returns the records of a new interaction: the records that the agent visited earlier, the records with the
     * customer's number, and the record from which the agent dialled. Selects the record from which the agent dialled.
     */
    initial(number: string, dialledFrom?: CrmObject): Pick<Interaction, 'objects' | 'searchResults' | 'selected'> {
      const searchResults = tenant.records
        .filter(({numbers}) => numbers.some((it) => isSameLine(it, number)))
        .flatMap(({crmObjects}) => crmObjects);
      const earlier = options.offerEarlierVisits ? visited : [];
      let objects: CrmObject[] = [];
      for (const object of [...earlier, ...searchResults, ...(dialledFrom ? [dialledFrom] : [])]) {
        objects = withRecord(objects, object);
      }
      const select = (kind: ObjectKind) => (dialledFrom?.[FLAGS[kind]] ? dialledFrom : null);
      return {
        searchResults,
        objects,
        selected: {name: select('name'), 'related-to': select('related-to')},
      };
    },

    /** Sets the records that a page has found for an interaction. */
    setFound(interaction: Interaction, found: readonly CrmObject[]): void {
      interaction.searchResults = structuredClone([...found]);
      for (const object of found) interaction.objects = withRecord(interaction.objects, object);
    },

    /** Removes a record from the records that the agent has visited. */
    forget(wanted: string): void {
      const isOther = ({id}: CrmObject): boolean => !isSameRecord(id, wanted);
      visited = visited.filter(isOther);
      for (const interaction of interactions.live()) interaction.objects = interaction.objects.filter(isOther);
    },

    visit(crmObject: CrmObject): void {
      visited = withRecord(visited, crmObject);
      for (const interaction of interactions.live()) interaction.objects = withRecord(interaction.objects, crmObject);
    },

    /** Selects a record from the list. If `objectId` is `null`, selects 'None'. */
    select(interaction: Interaction, kind: ObjectKind, objectId: unknown): void {
      const {selected, type: interactionType, data: interactionData} = interaction;
      const wanted = textOf(objectId);
      const isWanted = ({id}: CrmObject): boolean => wanted !== undefined && isSameRecord(id, wanted);
      const chosen = list(interaction, kind).find(isWanted) ?? null;
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
