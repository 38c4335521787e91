import {textOf} from '../../interaction-api/text-of.js';
import type {CrmObject} from '../../interaction-api/types.js';
import type {CenterContext} from './center-context.js';
import {hasId} from './crm-record.js';
import {refuse} from './errors.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {Interactions} from './interactions.js';
import {isSameLine} from './phone-number.js';

/** For each kind of list, the field that is `true` in all records of the list. */
const FLAGS = {name: 'isWho', 'related-to': 'isWhat'} as const;

const OBJECT_KINDS: readonly ObjectKind[] = ['name', 'related-to'];

/** Maximum number of records in a list. */
const MAX_RECORDS = 20;

/** Returns `list` with `added` at its end. If the list already contains this record, the record moves to the end. */
const withRecord = (list: readonly CrmObject[], added: CrmObject): CrmObject[] =>
  [...list.filter((it) => !hasId(it, added.id)), structuredClone(added)].slice(-MAX_RECORDS);

export type CrmObjects = ReturnType<typeof createCrmObjects>;

/**
 * Creates the object that manages the CRM records that the agent has visited, and the CRM records of each interaction.
 */
export function createCrmObjects({options, stream, tenant}: CenterContext, interactions: Interactions) {
  let visited: CrmObject[] = [];

  const list = (interaction: Interaction, kind: ObjectKind): CrmObject[] =>
    interaction.objects.filter((it) => it[FLAGS[kind]]);

  /** Selects a record from the list. If `objectId` is `null`, selects 'None'. */
  function select(interaction: Interaction, kind: ObjectKind, objectId: unknown): void {
    const {selected, type: interactionType, data: interactionData} = interaction;
    const chosen = list(interaction, kind).find((it) => hasId(it, objectId)) ?? null;
    if (!chosen && objectId !== null) refuse(`There is no ${kind} object ${textOf(objectId) ?? ''} in the list.`);
    if (!chosen && !options.allowNone) refuse(`'None' is not allowed as ${kind} object.`);
    if (chosen?.id === selected[kind]?.id) return;
    selected[kind] = chosen;
    const params = {...(chosen && {crmObject: chosen}), interactionType, interactionData};
    stream.emit(structuredClone({kind: 'interaction', name: 'objectSelected', params}));
  }

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

    /** Replaces the records that were found for an interaction by the records that a page has found. */
    setFound(interaction: Interaction, found: readonly CrmObject[]): void {
      const {searchResults, selected} = interaction;
      const kept = [...visited, selected.name, selected['related-to']];
      const isKept = ({id}: CrmObject): boolean => kept.some((it) => it && hasId(it, id));
      const isFormer = ({id}: CrmObject): boolean => searchResults.some((it) => hasId(it, id));
      interaction.objects = interaction.objects.filter((it) => isKept(it) || !isFormer(it));
      interaction.searchResults = structuredClone([...found]);
      for (const object of found) interaction.objects = withRecord(interaction.objects, object);
    },

    /** Selects a record that the agent has picked in the list of found records. */
    pick(interaction: Interaction, crmObject: CrmObject): void {
      interaction.objects = withRecord(interaction.objects, crmObject);
      for (const kind of OBJECT_KINDS) if (crmObject[FLAGS[kind]] === true) select(interaction, kind, crmObject.id);
    },

    /** Removes a record from the records that the agent has visited. */
    forget(wanted: unknown): void {
      const isOther = (it: CrmObject): boolean => !hasId(it, wanted);
      visited = visited.filter(isOther);
      for (const interaction of interactions.live()) interaction.objects = interaction.objects.filter(isOther);
    },

    visit(crmObject: CrmObject): void {
      visited = withRecord(visited, crmObject);
      for (const interaction of interactions.live()) interaction.objects = withRecord(interaction.objects, crmObject);
    },

    select,

    clear(): void {
      visited = [];
    },
  };
}
