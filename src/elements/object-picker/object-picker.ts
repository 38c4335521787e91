import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {CrmObject, InteractionRef} from '../../interaction-api/types.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {kindOf, nameOf, recordsOf} from '../../shared/parse/crm-record.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import type {ObjectKind} from '../../shared/events/object-select.events.js';
import {type Noun, type Records, RecordsElement} from './records-element.js';
import {styles} from './object-picker.styles.js';

/**
 * Picks the CRM record that an interaction belongs to: whom it is with (`kind="name"`), or what it is about (`kind="related-to"`).
 *
 * It shows what the adapter says is selected, also when that was done in the adapter. Of records that are visited meanwhile nobody tells: the list is asked for
 * again when the pointer or the focus comes to it.
 *
 * @summary Which CRM record the interaction belongs to.
 * @tag five9-object-picker
 * @slot label - The label, where words are not enough.
 * @fires {BeforeObjectSelectEvent} five9-before-object-select - About to select a record. Cancel it, or amend its `detail`.
 * @fires {ObjectSelectEvent} five9-object-select - The adapter has selected the record.
 * @fires {Five9ErrorEvent} five9-error - The list could not be had, the adapter refused the record or 'None', or `kind` is wrong.
 * @csspart field - The native select.
 * @csspart status - Why nothing can be chosen, or what is awaited, in words.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be used.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate finished - The interaction is over. What was selected stays to be seen.
 * @cssstate pending - The list is asked for, or a record is being selected.
 * @cssstate error - An error is shown.
 */
export class Five9ObjectPicker extends RecordsElement {
  static override styles = [...RecordsElement.styles, controlStyles, listStyles, styles];

  /** Whom the interaction is with (`name`), or what it is about (`related-to`). */
  @property() kind: ObjectKind = 'name';
  /** Label of the field. Left out, it is "Name" or "Related To". */
  @property() label = '';
  /** Words for no record at all. Left out, they are "None", or "Choose…" where the agent must. */
  @property({attribute: 'none-label'}) noneLabel = '';
  /** Whether the agent must not choose 'None'. The adapter may refuse it anyway. */
  @property({attribute: 'no-none', type: Boolean}) noNone = false;

  /** The record that is selected, as the adapter told it last; nothing for 'None'. */
  get selected(): CrmObject | undefined {
    return this.data?.chosen;
  }

  /**
   * Selects a record of the list, as the agent does; `null` selects 'None'. Resolves with whether the adapter has done so; where it has not, the element shows why.
   */
  async select(objectId: string | null): Promise<boolean> {
    const noun = this.#noun;
    return noun ? this.selectObject(noun, objectId) : false;
  }

  override render() {
    const {selected, usable, records} = this;
    const choices = usable ? [...records] : [];
    // What is selected need not be in the list, and stays to be seen when nothing can be chosen.
    if (selected && !choices.some(({id}) => id === selected.id)) choices.unshift(selected);
    // The words stand beside the label: as they come and go, nothing moves.
    return html`<div class="head">
        <label for="field"><slot name="label">${this.label || this.#noun?.replace('T', ' T') || 'Record'}</slot></label>
        <p part="status" id="status" role="status">${this.words(records.length ? '' : 'No records yet')}</p>
      </div>
      <select
        id="field"
        part="field"
        aria-describedby="status"
        aria-disabled=${usable ? nothing : 'true'}
        @change=${this.#onChange}
        @focus=${this.keepUp}
        @pointerenter=${this.keepUp}
      >
        <option value="" ?disabled=${this.noNone || !usable}>
          ${this.noneLabel || (this.noNone ? 'Choose…' : 'None')}
        </option>
        ${choices.map(option)}
      </select>
      ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (!this.#noun && !this.error) this.fail(badKind(this.kind));
  }

  protected override updated(): void {
    const shown = this.wanted === undefined ? this.selected?.id : this.wanted;
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = shown ?? '';
  }

  protected override get method(): string {
    return `get${this.#noun}Objects`;
  }

  protected override get usable(): boolean {
    return this.#noun !== undefined && super.usable;
  }

  protected override async ask(api: InteractionApi, ref: InteractionRef): Promise<Records> {
    const noun = this.#noun;
    if (!noun) throw badKind(this.kind);
    const [records, chosen] = await Promise.all([api[`get${noun}Objects`](ref), api[`getSelected${noun}Object`](ref)]);
    return {records: recordsOf(records), chosen: recordsOf([chosen])[0]};
  }

  get #noun(): Noun | undefined {
    const {kind} = this;
    return kind === 'name' ? 'Name' : (kind as string) === 'related-to' ? 'RelatedTo' : undefined;
  }

  #onChange({target}: Event): void {
    void this.select((target as HTMLSelectElement).value || null);
  }
}

const option = (record: CrmObject): TemplateResult =>
  html`<option dir="auto" value=${record.id}>${[nameOf(record), kindOf(record)].filter(Boolean).join(' · ')}</option>`;

const badKind = (kind: string): InteractionApiError =>
  new InteractionApiError('Generic', `kind must be "name" or "related-to", and not "${kind}".`);
