import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {CrmObject, InteractionRef} from '../../interaction-api/types.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {fieldsOf, kindOf, nameOf, recordsOf} from '../../shared/parse/crm-record.js';
import {detail} from '../../shared/render/detail.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import {type Records, RecordsElement} from '../object-picker/records-element.js';
import {isLive} from '../../service/interactions.js';
import {BeforeObjectOpenEvent, ObjectOpenEvent} from './search-results.events.js';
import {styles} from './search-results.styles.js';

/**
 * The CRM records that Five9 found for an interaction. A press opens one: it is told to the page, and the CRM goes there. The element itself goes nowhere.
 *
 * Five9 searches on its own and does not tell when it has found something: it is asked when the interaction starts, when it is accepted, when a record is selected,
 * and when the agent presses the button.
 *
 * @summary CRM records found for the interaction; opens one.
 * @tag five9-search-results
 * @slot label - The heading, where words are not enough.
 * @slot refresh - Words of the button that asks again.
 * @fires {BeforeObjectOpenEvent} five9-before-object-open - About to open a record. Cancel it, or amend its `detail`.
 * @fires {ObjectOpenEvent} five9-object-open - The agent opens a record: the CRM goes there.
 * @fires {BeforeObjectSelectEvent} five9-before-object-select - With `select`: about to select the record. Cancel it, or amend its `detail`.
 * @fires {ObjectSelectEvent} five9-object-select - With `select`: the adapter has selected the record.
 * @fires {Five9ErrorEvent} five9-error - The list could not be had, or the adapter refused to select.
 * @csspart refresh - The button that asks again.
 * @csspart list - The list.
 * @csspart record - The button of a record.
 * @csspart name - Name of the record.
 * @csspart kind - Kind of the record.
 * @csspart fields - What else the CRM tells of the record.
 * @csspart status - How many there are, or why there are none, in words.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate finished - The interaction is over. What was found stays to be seen.
 * @cssstate pending - The list is asked for, or a record is being selected.
 * @cssstate error - An error is shown.
 */
export class Five9SearchResults extends RecordsElement {
  static override styles = [...RecordsElement.styles, controlStyles, listStyles, styles];

  /** Heading of the list. */
  @property() label = 'Search results';
  /** Whether a record that is opened is also selected, as "Name" or as "Related To". */
  @property({type: Boolean}) select = false;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  /** Opens a record, as a press does. Resolves with whether the page let it, when it is selected too where that was asked for. */
  async open(record: CrmObject): Promise<boolean> {
    const {interaction} = this;
    if (!interaction) return false;
    const request = {crmObject: record, interactionId: interaction.id, interactionType: interaction.type};
    if (!this.dispatchEvent(new BeforeObjectOpenEvent(request))) return false;
    this.dispatchEvent(new ObjectOpenEvent(request));
    const {id, isWho, isWhat} = request.crmObject;
    // Both at once: the CRM may leave this page.
    if (this.select && isLive(interaction)) {
      await Promise.all([isWho && this.selectObject('Name', id), isWhat && this.selectObject('RelatedTo', id)]);
    }
    return true;
  }

  override render() {
    const {usable, records} = this;
    const {length} = records;
    return html`<div class="head">
        <span id="label"><slot name="label">${this.label}</slot></span>
        <button part="refresh" aria-disabled=${usable ? nothing : 'true'} @click=${this.refresh}>
          <slot name="refresh">Refresh</slot>
        </button>
      </div>
      ${
        length
          ? html`<ul part="list" aria-labelledby="label">
              ${records.map((one) => this.#entry(one))}
            </ul>`
          : nothing
      }
      <p part="status" role="status">${this.words(length === 1 ? '1 record' : `${length || 'No'} records`)}</p>
      ${this.renderError()}`;
  }

  protected override get method(): string {
    return 'getSearchResults';
  }

  protected override async ask(api: InteractionApi, ref: InteractionRef): Promise<Records> {
    return {records: recordsOf(await api.getSearchResults(ref))};
  }

  #entry(record: CrmObject): TemplateResult {
    const fields = fieldsOf(record);
    return html`<li>
      <button part="record" @click=${() => this.open(record)}>
        <bdi part="name">${nameOf(record)}</bdi> <bdi part="kind">${kindOf(record)}</bdi>
      </button>
      ${fields.length ? html`<dl part="fields">${fields.map(([name, value]) => detail(name, value))}</dl>` : nothing}
    </li>`;
  }
}
