import type {ReactiveElement} from 'lit';
import type {CrmObject} from '../../interaction-api/types.js';
import {BeforeObjectSelectEvent, type ObjectKind, ObjectSelectEvent} from '../events/object-select.events.js';
import type {ActionController} from './action-controller.js';
import type {InteractionController} from './interaction-controller.js';
import type {InteractionDataController} from './interaction-data-controller.js';

/** CRM records of an interaction. */
export interface Records {
  readonly records: readonly CrmObject[];
  /** The selected record. Missing for 'None', and in lists without a selection. */
  readonly selected?: CrmObject | undefined;
}

/** The two kinds of records. The key is a part of the names of API methods; the value is used in events. */
const KINDS = {Name: 'name', RelatedTo: 'related-to'} as const satisfies Record<string, ObjectKind>;

/** A kind of record in the names of the API's methods: `selectNameObject`, `selectRelatedToObject`. */
export type RecordKind = keyof typeof KINDS;

/** Other controllers of the element that `RecordSelectionController` uses. */
export interface RecordSelectionOptions {
  /** Controller that follows the interaction whose records are selected. */
  readonly followed: InteractionController;
  /**
   * Controller that shows the element as pending until a record is selected, and shows the error if the selection
   * fails.
   */
  readonly action: ActionController;
  /** Controller that fetches the records from which the agent selects. */
  readonly data: InteractionDataController<Records>;
}

/** A selection that the adapter has not confirmed. */
interface PendingSelection {
  readonly objectId: string | null;
  readonly interactionId: string;
}

/**
 * Selects a CRM record of an interaction, as "Name" or as "Related To". Dispatches `five9-before-object-select`, sends
 * the request, and then dispatches `five9-object-select`. Fetches the records again when another record was selected in
 * the adapter.
 */
export class RecordSelectionController {
  readonly #host: ReactiveElement;
  readonly #options: RecordSelectionOptions;
  #pending: PendingSelection | undefined;

  constructor(host: ReactiveElement, options: RecordSelectionOptions) {
    this.#host = host;
    this.#options = options;
    host.addEventListener('five9-object-selected', this.#onObjectSelected);
  }

  /** Records from the last answer of the adapter; empty before the first answer. */
  get records(): readonly CrmObject[] {
    return this.#options.data.data?.records ?? [];
  }

  /** Id of the record that the pending request selects; `null` for 'None'; `undefined` if no request is pending. */
  get pendingId(): string | null | undefined {
    const interactionId = this.#options.followed.interaction?.id;
    return this.#pending?.interactionId === interactionId ? this.#pending?.objectId : undefined;
  }

  /**
   * Returns a text about the state of the records: why they cannot be fetched, or that a request is pending. Otherwise
   * returns `words`.
   */
  status(words: string): string {
    return this.#options.data.status(this.pendingId === undefined ? words : 'Selecting…');
  }

  /**
   * Selects a record; `null` selects 'None'. Resolves with true if the adapter has selected the record. Resolves with
   * false if the page has cancelled the event, or if the element shows an error.
   */
  async select(kind: RecordKind, objectId: string | null): Promise<boolean> {
    return (await this.#options.action.run(() => this.#select(kind, objectId))) ?? false;
  }

  async #select(kind: RecordKind, wantedId: string | null): Promise<boolean> {
    const {data} = this.#options;
    const method = `select${kind}Object` as const;
    const {api, ref} = data.target(method);
    const request = {...ref, kind: KINDS[kind], crmObject: this.#find(wantedId), objectId: wantedId};
    if (!this.#host.dispatchEvent(new BeforeObjectSelectEvent(request))) return false;
    const {objectId} = request;
    const pending: PendingSelection = {objectId, interactionId: ref.interactionId};
    this.#pending = pending;
    try {
      await api[method]({...ref, objectId});
      // Do not change the data if the agent has opened another interaction, because the data then belong to that
      // interaction.
      if (data.data && this.pendingId !== undefined) {
        const selected = objectId === null ? undefined : (this.#find(objectId) ?? {id: objectId});
        data.replace({...data.data, selected});
      }
    } finally {
      if (this.#pending === pending) this.#pending = undefined;
    }
    this.#host.dispatchEvent(new ObjectSelectEvent(request));
    return true;
  }

  #find(objectId: string | null): CrmObject | undefined {
    return this.records.find(({id}) => id === objectId);
  }

  readonly #onObjectSelected = (): void => {
    // Fetch all records again, because the event for 'None' does not contain the kind of record.
    this.#options.data.refreshIfPossible();
  };
}
