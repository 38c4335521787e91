import type {CrmObject} from '../../interaction-api/types.js';
import {DataElement} from '../../shared/base/data-element.js';
import {BeforeObjectSelectEvent, type ObjectKind, ObjectSelectEvent} from '../../shared/events/object-select.events.js';

/** CRM records, and which of them is selected, where that is of interest. */
export interface Records {
  readonly records: readonly CrmObject[];
  readonly chosen?: CrmObject | undefined;
}

/** An element for CRM records of an interaction; it can select one as "Name" or "Related To". It asks for them anew when another one is selected. */
export abstract class RecordsElement extends DataElement<Records> {
  /** What the adapter was asked to select last, of which interaction. */
  #wanted: readonly [objectId: string | null, interactionId: string] | undefined;

  constructor() {
    super();
    // The event does not tell which of the two became 'None': all is asked for again.
    this.addEventListener('five9-object-selected', () => {
      this.keepUp();
    });
  }

  /** The records, as the adapter told them last; empty until it has. */
  get records(): readonly CrmObject[] {
    return this.data?.records ?? [];
  }

  /** Id of the record that the adapter was asked to select, until it answers; `null` for 'None'. */
  protected get wanted(): string | null | undefined {
    const [objectId, interactionId] = this.#wanted ?? [];
    return interactionId === this.interaction?.id ? objectId : undefined;
  }

  protected override words(found: string): string {
    return super.words(this.wanted === undefined ? found : 'Selecting…');
  }

  /** Has a record selected, unless the page objects. Resolves with whether the adapter has done so; where it has not, the element shows why. */
  protected async selectObject(noun: Noun, objectId: string | null): Promise<boolean> {
    return (await this.run(() => this.#select(noun, objectId))) ?? false;
  }

  async #select(noun: Noun, objectId: string | null): Promise<boolean> {
    const method = `select${noun}Object` as const;
    const [api, ref] = this.target(method);
    const find = (wanted: string | null): CrmObject | undefined => this.records.find(({id}) => id === wanted);
    const crmObject = find(objectId);
    const request = {...ref, kind: KINDS[noun], crmObject, objectId};
    if (!this.dispatchEvent(new BeforeObjectSelectEvent(request))) return false;
    const id = request.objectId;
    const wanted = (this.#wanted = [id, ref.interactionId] as const);
    try {
      await api[method]({...ref, objectId: id});
      const {data} = this;
      // Unless the agent has turned to another interaction.
      if (data && this.wanted !== undefined)
        this.data = {...data, chosen: id === null ? undefined : (find(id) ?? {id})};
    } finally {
      if (this.#wanted === wanted) this.#wanted = undefined;
    }
    this.dispatchEvent(new ObjectSelectEvent(request));
    return true;
  }
}

/** How the API names the two kinds. */
export type Noun = keyof typeof KINDS;
const KINDS = {Name: 'name', RelatedTo: 'related-to'} as const satisfies Record<string, ObjectKind>;
