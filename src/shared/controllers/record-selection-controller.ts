import type {ReactiveElement} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {isSameRecord} from '../../interaction-api/record-id.js';
import {kindWords, textOf} from '../../interaction-api/text-of.js';
import type {CrmObject, InteractionRef} from '../../interaction-api/types.js';
import type {SdkEvent} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {BeforeObjectSelectEvent, type ObjectKind, ObjectSelectEvent} from '../events/object-select.events.js';
import {recordsOf, withTextId} from '../parse/crm-record.js';
import type {ActionController} from './action-controller.js';
import type {InteractionController} from './interaction-controller.js';
import type {InteractionDataController} from './interaction-data-controller.js';
import {connected} from '../words/connection-words.js';
import {carryOut} from './outward-action.js';

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

/** An element that selects records. */
export interface RecordSelectionHost extends ReactiveElement {
  readonly service: InteractionService | undefined;
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
  readonly #host: RecordSelectionHost;
  readonly #options: RecordSelectionOptions;
  #pending: PendingSelection | undefined;

  constructor(host: RecordSelectionHost, options: RecordSelectionOptions) {
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

  async #select(kind: RecordKind, wanted: unknown): Promise<boolean> {
    const {data} = this.#options;
    const method = `select${kind}Object` as const;
    const {api, ref} = data.target(method);
    const service = connected(this.#host.service, method);
    const wantedId = idFrom(wanted, method);
    const request = {...ref, kind: KINDS[kind], crmObject: this.#find(wantedId), objectId: wantedId};
    if (!this.#host.dispatchEvent(new BeforeObjectSelectEvent(request))) return false;
    // The page may have changed the id to any value. Use the form of the id that the adapter knows.
    const amendedId = idFrom(request.objectId, method);
    const crmObject = this.#find(amendedId);
    const objectId = crmObject?.id ?? amendedId;
    const pending: PendingSelection = {objectId, interactionId: ref.interactionId};
    this.#pending = pending;
    try {
      await carryOut({
        service,
        interactionId: ref.interactionId,
        send: () => api[method]({...ref, objectId}),
        isConfirmedByEvent: (event) => isSelectedBy(event, {kind, objectId, api, ref}),
        onEffective: () =>
          this.#host.dispatchEvent(new ObjectSelectEvent({...ref, kind: KINDS[kind], crmObject, objectId})),
      });
      // Do not change the data if the agent has opened another interaction, because the data then belong to that
      // interaction.
      if (data.data && this.pendingId !== undefined) {
        const selected = objectId === null ? undefined : (crmObject ?? {id: objectId});
        data.replace({...data.data, selected});
      }
    } finally {
      if (this.#pending === pending) this.#pending = undefined;
    }
    return true;
  }

  #find(objectId: string | null): CrmObject | undefined {
    return objectId === null ? undefined : this.records.find(({id}) => isSameRecord(id, objectId));
  }

  readonly #onObjectSelected = (): void => {
    // Fetch all records again, because the event for 'None' does not contain the kind of record.
    this.#options.data.refreshIfPossible();
  };
}

/** A selection, and what is needed to ask the adapter for it. */
interface Selection {
  readonly kind: RecordKind;
  readonly objectId: string | null;
  readonly api: InteractionApi;
  readonly ref: InteractionRef;
}

/** Returns whether `objectSelected` reports a selection. If the event does not show the kind of the record, asks the adapter. */
async function isSelectedBy(event: SdkEvent, {kind, objectId, api, ref}: Selection): Promise<boolean> {
  if (event.sdkName !== 'objectSelected' || !isRecord(event.detail)) return false;
  const {crmObject} = event.detail;
  const reported = isRecord(crmObject) ? withTextId(crmObject) : undefined;
  if (reported && !(objectId !== null && isSameRecord(reported.id, objectId))) return false;
  const {isWho, isWhat} = reported ?? {};
  if (reported && isWho !== isWhat) return kind === 'Name' ? isWho !== false : isWhat !== false;
  const [selected] = recordsOf([await api[`getSelected${kind}Object`](ref)]);
  return objectId === null ? !selected : selected !== undefined && isSameRecord(selected.id, objectId);
}

/**
 * Returns the id of a record to select; `null` for 'None'.
 * @throws `Generic` if the value is neither a text, nor a number, nor `null`
 */
function idFrom(value: unknown, method: string): string | null {
  if (value === null) return null;
  const id = textOf(value);
  if (id !== undefined) return id;
  throw new InteractionApiError(
    'Generic',
    `Nothing was selected: objectId must be a text, a number, or null for no record, and not ${kindWords(value)}.`,
    method,
  );
}
