import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {isRecord} from '../../interaction-api/is-record.js';
import type {CrmObject} from '../../interaction-api/types.js';
import {isLive} from '../../service/interactions.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {type Records, RecordSelectionController} from '../../shared/controllers/record-selection-controller.js';
import {fieldsOf, kindOf, nameOf, recordsOf, withTextId} from '../../shared/parse/crm-record.js';
import {renderDetail} from '../../shared/render/detail.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import {BeforeObjectOpenEvent, ObjectOpenEvent} from './search-results.events.js';
import {styles} from './search-results.styles.js';

const LABEL = 'Search results';

/**
 * Lists the CRM records that Five9 found for an interaction. When the agent presses a record, the element dispatches an
 * event, so that the page can open the record. The element itself does not navigate.
 *
 * Five9 searches by itself, and sends no event when it finds a record. So the element fetches the list when the
 * interaction starts, when it is accepted, when a record is selected, and when the agent presses the button.
 *
 * @summary CRM records that were found for the interaction; a press opens a record.
 * @tag five9-search-results
 * @slot label - The heading, if it needs more than text.
 * @slot refresh - Label of the button that fetches the list again.
 * @fires {BeforeObjectOpenEvent} five9-before-object-open - The element is about to open a record. Cancel the event, or change its `detail`.
 * @fires {ObjectOpenEvent} five9-object-open - The agent opens a record. The page can now show this record.
 * @fires {BeforeObjectSelectEvent} five9-before-object-select - With `select`: the element is about to select the record. Cancel the event, or change its `detail`.
 * @fires {ObjectSelectEvent} five9-object-select - With `select`: the adapter has selected the record.
 * @fires {Five9ErrorEvent} five9-error - The list could not be fetched, or the adapter refused to select the record.
 * @csspart refresh - The button that fetches the list again.
 * @csspart list - The list.
 * @csspart record - The button of a record.
 * @csspart name - Name of the record.
 * @csspart kind - Kind of the record.
 * @csspart fields - Other fields of the record.
 * @csspart status - Number of records, or the reason why there are no records, as text.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the buttons and of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the details, of the status, and of a disabled button.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate finished - The interaction is over. The records stay visible.
 * @cssstate pending - The list is being fetched, or a record is being selected.
 * @cssstate error - An error is shown.
 */
export class Five9SearchResults extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, listStyles, styles];

  /**
   * Heading of the list.
   * @default 'Search results'
   */
  @property() label: string | null = LABEL;
  /** Whether an opened record is also selected, as "Name" or as "Related To". */
  @property({type: Boolean}) select = false;

  readonly #data = new InteractionDataController<Records>(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: () => 'getSearchResults',
    fetch: async (api, ref) => ({records: recordsOf(await api.getSearchResults(ref))}),
  });
  readonly #selection = new RecordSelectionController(this, {
    followed: this.followed,
    action: this.action,
    data: this.#data,
  });

  constructor() {
    super({keepsFinished: true});
    new FocusKeeper(this);
  }

  /** The records that were found, as the adapter returned them last; empty until the first answer. */
  get records(): readonly CrmObject[] {
    return this.#selection.records;
  }

  /**
   * Fetches the list again. Resolves with `true` if the adapter has returned the list. If the request fails, the
   * element shows the error.
   */
  async refresh(): Promise<boolean> {
    return this.#data.refresh();
  }

  /**
   * Opens a record, like a press. Resolves with `false` if there is no interaction, if the page cancels the event, or if
   * the record has no id; then the element shows an error. If `select` is true, resolves after the requests that select
   * the record.
   */
  async open(record: CrmObject): Promise<boolean> {
    const {interaction} = this;
    if (!interaction) return false;
    const crmObject = this.#recordFrom(record);
    if (!crmObject) return false;
    const request = {crmObject, interactionId: interaction.id, interactionType: interaction.type};
    if (!this.dispatchEvent(new BeforeObjectOpenEvent(request))) return false;
    // The page may have changed the record to any value.
    const opened = this.#recordFrom(request.crmObject);
    if (!opened) return false;
    this.dispatchEvent(new ObjectOpenEvent({...request, crmObject: opened}));
    if (this.select && isLive(interaction)) await this.#selectAsEach(opened);
    return true;
  }

  override render() {
    const {records} = this;
    return html`<div class="head">
        <span id="label"><slot name="label">${this.label ?? LABEL}</slot></span>
        <button part="refresh" aria-disabled=${this.#data.canFetch ? nothing : 'true'} @click=${this.refresh}>
          <slot name="refresh">Refresh</slot>
        </button>
      </div>
      ${
        records.length
          ? html`<ul part="list" aria-labelledby="label">
              ${records.map((record) => this.#renderRecord(record))}
            </ul>`
          : nothing
      }
      <p part="status" role="status">${this.#selection.status(countWords(records.length))}</p>
      ${this.renderError()}`;
  }

  /** Returns a record with its id as text. If there is no id, shows an error and returns `undefined`. */
  #recordFrom(value: unknown): CrmObject | undefined {
    const record = isRecord(value) ? withTextId(value) : undefined;
    if (!record) this.fail(new InteractionApiError('Generic', 'Nothing was opened: the record has no id.'));
    return record;
  }

  #renderRecord(record: CrmObject): TemplateResult {
    const fields = fieldsOf(record);
    return html`<li>
      <button part="record" @click=${() => this.open(record)}>
        <bdi part="name">${nameOf(record)}</bdi> <bdi part="kind">${kindOf(record)}</bdi>
      </button>
      ${
        fields.length
          ? html`<dl part="fields">${fields.map(([name, value]) => renderDetail(name, value))}</dl>`
          : nothing
      }
    </li>`;
  }

  /**
   * Selects a record as "Name", as "Related To", or as both. Sends both requests at the same time, because the CRM may
   * replace this page before the first answer.
   */
  async #selectAsEach({id, isWho, isWhat}: CrmObject): Promise<void> {
    await Promise.all([isWho && this.#selection.select('Name', id), isWhat && this.#selection.select('RelatedTo', id)]);
  }
}

function countWords(count: number): string {
  if (count === 1) return '1 record';
  return `${count || 'No'} records`;
}
