import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {isSameRecord} from '../../interaction-api/record-id.js';
import type {CrmObject, InteractionRef} from '../../interaction-api/types.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {
  type RecordKind,
  type Records,
  RecordSelectionController,
} from '../../shared/controllers/record-selection-controller.js';
import {TextKeysController} from '../../shared/controllers/text-keys-controller.js';
import type {ObjectKind} from '../../shared/events/object-select.events.js';
import {kindOf, nameOf, recordsOf} from '../../shared/parse/crm-record.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import {styles} from './object-picker.styles.js';

/**
 * The values of `kind`, and the forms of these values in the method names of the API, for example in `getNameObjects`.
 */
const RECORD_KINDS = new Map<string, RecordKind>([
  ['name', 'Name'],
  ['related-to', 'RelatedTo'],
]);

/** Default labels of the field. */
const LABELS: Record<RecordKind, string> = {Name: 'Name', RelatedTo: 'Related To'};

/**
 * Lets the agent select the CRM record that an interaction belongs to: the person (`kind="name"`), or the subject
 * (`kind="related-to"`).
 *
 * The element shows the record that the adapter reports as selected, also if the agent selected it in the adapter. No
 * event reports new records, so the list is fetched again when the pointer or the focus enters the field.
 *
 * @summary Selects the CRM record that the interaction belongs to.
 * @tag five9-object-picker
 * @slot label - The label, if it needs more than text.
 * @fires {BeforeObjectSelectEvent} five9-before-object-select - The element is about to select a record. Cancel the event, or change its `detail`.
 * @fires {ObjectSelectEvent} five9-object-select - The adapter has selected the record.
 * @fires {Five9ErrorEvent} five9-error - The list could not be fetched, the adapter refused the choice, or `kind` is wrong.
 * @csspart field - The native select.
 * @csspart status - The reason why no record can be chosen, or the request that is pending, as text.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the status, and of a disabled field.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate finished - The interaction is over. The selected record stays visible.
 * @cssstate pending - The list is being fetched, or a record is being selected.
 * @cssstate error - An error is shown.
 */
export class Five9ObjectPicker extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, listStyles, styles];

  /** Kind of the record: the person (`name`), or the subject (`related-to`). Default: `name`. */
  @property() kind: ObjectKind | null = 'name';
  /** Label of the field. Default: "Name" or "Related To". */
  @property() label: string | null = '';
  /** Label of the option for no record. Default: "None", or "Choose…" if `noNone` is true. */
  @property({attribute: 'none-label'}) noneLabel: string | null = '';
  /**
   * Whether the agent must choose a record, so that the option for no record is disabled. If false, the adapter may
   * still refuse this option.
   */
  @property({attribute: 'no-none', type: Boolean}) noNone = false;

  readonly #data = new InteractionDataController<Records>(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: () => this.#recordKind && `get${this.#recordKind}Objects`,
    fetch: (api, ref) => this.#fetch(api, ref),
  });
  readonly #selection = new RecordSelectionController(this, {
    followed: this.followed,
    action: this.action,
    data: this.#data,
  });

  constructor() {
    super({keepsFinished: true});
    new TextKeysController(this);
    // Add this controller after the data controller. Otherwise the data controller would remove the error about a wrong
    // `kind`.
    this.addController({hostUpdate: () => this.#checkKind()});
  }

  /** The records that the agent can choose, as the adapter returned them last; empty until the first answer. */
  get records(): readonly CrmObject[] {
    return this.#selection.records;
  }

  /** The selected record, as the adapter reported it last; `undefined` if no record is selected. */
  get selected(): CrmObject | undefined {
    return this.#data.data?.selected;
  }

  /**
   * Fetches the list again. Resolves with `true` if the adapter has returned the list. If the request fails, the
   * element shows the error.
   */
  async refresh(): Promise<boolean> {
    return this.#data.refresh();
  }

  /**
   * Selects a record of the list, like a choice of the agent; `null` selects no record. Resolves with `true` if the
   * adapter has accepted the choice. If the request fails, the element shows the error.
   */
  async select(objectId: string | null): Promise<boolean> {
    const recordKind = this.#recordKind;
    return recordKind ? this.#selection.select(recordKind, objectId) : false;
  }

  override render() {
    const canChoose = this.#data.canFetch;
    const label = this.label || (this.#recordKind ? LABELS[this.#recordKind] : 'Record');
    const noneLabel = this.noneLabel || (this.noNone ? 'Choose…' : 'None');
    // Show the status next to the label, so that the layout does not change when the status changes.
    return html`<div class="head">
        <label for="field"><slot name="label">${label}</slot></label>
        <p part="status" id="status" role="status">
          ${this.#selection.status(this.records.length ? '' : 'No records yet')}
        </p>
      </div>
      <select
        id="field"
        part="field"
        aria-describedby="status"
        aria-disabled=${canChoose ? nothing : 'true'}
        @change=${this.#onChange}
        @focus=${this.#onApproach}
        @pointerenter=${this.#onApproach}
      >
        <option value="" ?disabled=${this.noNone || !canChoose}>${noneLabel}</option>
        ${this.#choices.map(renderOption)}
      </select>
      ${this.renderError()}`;
  }

  protected override updated(): void {
    const {pendingId} = this.#selection;
    const shownId = (pendingId === undefined ? this.selected?.id : pendingId) ?? '';
    const shown = this.#choices.find(({id}) => isSameRecord(id, shownId));
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = shown?.id ?? '';
  }

  /** The records in the list. The selected record is always in the list, even if the agent cannot choose a record. */
  get #choices(): readonly CrmObject[] {
    const {records, selected} = this;
    const choices = this.#data.canFetch ? records : [];
    if (!selected || choices.some(({id}) => isSameRecord(id, selected.id))) return choices;
    return [selected, ...choices];
  }

  get #recordKind(): RecordKind | undefined {
    return RECORD_KINDS.get(this.kind ?? 'name');
  }

  #checkKind(): void {
    if (!this.#recordKind && !this.error) this.fail(wrongKind(this.kind));
  }

  async #fetch(api: InteractionApi, ref: InteractionRef): Promise<Records> {
    const recordKind = this.#recordKind;
    if (!recordKind) throw wrongKind(this.kind);
    const [records, selected] = await Promise.all([
      api[`get${recordKind}Objects`](ref),
      api[`getSelected${recordKind}Object`](ref),
    ]);
    return {records: recordsOf(records), selected: recordsOf([selected])[0]};
  }

  #onChange({target}: Event): void {
    void this.select((target as HTMLSelectElement).value || null);
  }

  /** Fetches the list again, because the agent is probably about to open the list. */
  #onApproach(): void {
    this.#data.refreshIfPossible();
  }
}

function renderOption(record: CrmObject): TemplateResult {
  const words = [nameOf(record), kindOf(record)].filter((word) => word !== '');
  return html`<option dir="auto" value=${record.id}>${words.join(' · ')}</option>`;
}

function wrongKind(kind: string | null): InteractionApiError {
  return new InteractionApiError('Generic', `kind must be "name" or "related-to", and not "${kind}".`);
}
