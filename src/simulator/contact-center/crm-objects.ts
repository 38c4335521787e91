import type {CrmObject} from '../../interaction-api/types.js';
import {refuse} from './errors.js';
import type {Floor} from './floor.js';
import type {Interaction, ObjectKind} from './interaction.js';
import type {Interactions} from './interactions.js';
import {isSameLine} from './phone-number.js';

/** Which flag of a record puts it on which list. */
const flags = {name: 'isWho', 'related-to': 'isWhat'} as const;

/** How many visited records are remembered. */
const REMEMBERED = 20;

/** `list` with `added` at its end; a record that is there already moves. */
const withRecord = (list: readonly CrmObject[], added: CrmObject): CrmObject[] =>
  [...list.filter(({id}) => id !== added.id), structuredClone(added)].slice(-REMEMBERED);

/** CRM records: which the agent visited, which an interaction is about. */
export class CrmObjects {
  visited: CrmObject[] = [];
  readonly #floor: Floor;
  readonly #interactions: Interactions;

  constructor(floor: Floor, interactions: Interactions) {
    this.#floor = floor;
    this.#interactions = interactions;
  }

  /** What a new interaction starts with: the records found for the number, and the one that was dialled from, which is selected. */
  initial(number?: string, dialledFrom?: CrmObject): Pick<Interaction, 'objects' | 'searchResults' | 'selected'> {
    const {tenant, options} = this.#floor;
    const found = number ? tenant.records.filter(({numbers}) => numbers.some((it) => isSameLine(it, number))) : [];
    const searchResults = found.map(({crmObject}) => structuredClone(crmObject));
    const earlier = options.offerEarlierVisits ? this.visited : [];
    const objects = [...earlier, ...searchResults, ...(dialledFrom ? [dialledFrom] : [])].reduce(withRecord, []);
    const selected = (kind: ObjectKind) => (dialledFrom?.[flags[kind]] ? structuredClone(dialledFrom) : null);
    return {objects, searchResults, selected: {name: selected('name'), 'related-to': selected('related-to')}};
  }

  visit(crmObject: CrmObject): void {
    this.visited = withRecord(this.visited, crmObject);
    for (const interaction of this.#interactions.live) interaction.objects = withRecord(interaction.objects, crmObject);
  }

  list(interaction: Interaction, kind: ObjectKind): CrmObject[] {
    return structuredClone(interaction.objects.filter((it) => it[flags[kind]]));
  }

  /** Selects a record of the list; `null` selects 'None'. */
  select(interaction: Interaction, kind: ObjectKind, objectId: unknown): void {
    const {selected, type, data} = interaction;
    const chosen = objectId === null ? null : this.list(interaction, kind).find(({id}) => id === objectId);
    if (chosen === undefined) return refuse(`There is no ${kind} object ${String(objectId)} in the list.`);
    if (!chosen && !this.#floor.options.allowNone) refuse(`'None' is not allowed as ${kind} object.`);
    if (chosen?.id === selected[kind]?.id) return;
    selected[kind] = chosen;
    this.#floor.stream.emit({
      kind: 'interaction',
      name: 'objectSelected',
      params: structuredClone({crmObject: chosen ?? undefined, interactionType: type, interactionData: data}),
    });
  }
}
