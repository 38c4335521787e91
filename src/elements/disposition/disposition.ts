import {css, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {Disposition} from '../../interaction-api/types.js';
import {connected, connectionWords} from '../../shared/words/connection-words.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {duration} from '../../shared/words/duration.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {records} from '../../shared/parse/records.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import type {Combobox} from './combobox.js';
import {BeforeDispositionEvent, type DispositionRequest, DispositionSetEvent} from './disposition.events.js';
import {styles} from './disposition.styles.js';

/** Interactions whose disposition is being set by any element of the page: a second request would meet a finished one. */
const underWay = new Set<string | undefined>();

/**
 * Picks the disposition of an interaction and sets it, which finishes the interaction. It can be chosen early, while the agent still talks, and set at the end.
 *
 * The list is asked for when the interaction starts, since it cannot be had any more when it is finished. Long lists are searched by typing.
 * In a form it is a field: its value is the id of the disposition.
 *
 * @summary Picks and sets the disposition.
 * @tag five9-disposition
 * @attr {string} name - Name of the field in a form.
 * @attr {boolean} disabled - Nothing can be chosen or set, and a form does not send the value.
 * @slot - Words of the button.
 * @slot label - The label, where words are not enough.
 * @slot timer-unit - Unit of the timer, where words are not enough.
 * @fires {Event} input - The agent chose another disposition.
 * @fires {Event} change - The agent chose another disposition.
 * @fires {BeforeDispositionEvent} five9-before-disposition - About to set it. Cancel it, or amend its `detail`.
 * @fires {DispositionSetEvent} five9-disposition-set - The adapter has set it.
 * @fires {Five9ErrorEvent} five9-error - There is nothing to set, no adapter, the list could not be had, or the adapter refused.
 * @csspart field - The native select, or the input of the combobox.
 * @csspart listbox - The list of the combobox.
 * @csspart option - An entry of that list.
 * @csspart timer - The input for the redial or reactivation time.
 * @csspart button - The button that sets the disposition.
 * @csspart confirm - The question that `confirm` asks.
 * @csspart status - What the interaction waits for, in words.
 * @csspart countdown - What is left of the wrap-up time.
 * @csspart error - What went wrong, in words.
 * @csspart retry - The button that asks for the list again.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate ended - The interaction has ended and waits for its disposition.
 * @cssstate finished - The interaction is over.
 * @cssstate pending - The list is asked for, or the disposition is being set.
 * @cssstate error - An error is shown.
 */
export class Five9Disposition extends InteractionElement {
  /** Makes it a field of its form. */
  static readonly formAssociated = true;
  static override styles = [...InteractionElement.styles, controlStyles, styles];

  /** Label of the field. */
  @property() label = 'Disposition';
  /** Lists longer than this are searched by typing. */
  @property({attribute: 'combobox-from', type: Number}) comboboxFrom = 15;
  /** Whether the form needs a disposition. */
  @property({type: Boolean}) required = false;
  /** Asks once more before it sets the disposition. */
  @property({type: Boolean}) confirm = false;
  /** Unit of the redial or reactivation time, for the agent to read: Five9 does not document which it is. */
  @property({attribute: 'timer-unit'}) timerUnit = '';
  /** Sets no disposition that allows a timer without one. */
  @property({attribute: 'timer-required', type: Boolean}) timerRequired = false;
  /** Ids, space-separated, of dispositions that allow a timer, where the adapter does not say so itself. */
  @property({attribute: 'timer-for'}) timerFor = '';
  /** Seconds that the agent has for the disposition, to be counted down. The adapter does not tell them. */
  @property({attribute: 'wrap-up-seconds', type: Number}) wrapUpSeconds = 0;

  #combobox: Combobox | undefined;
  #searched = false;
  /** Choices for interactions that wait while the agent turns to another. */
  readonly #drafts = new Map<string, [value: string, timer: string]>();
  #value = '';
  #timer = '';
  #list: readonly Disposition[] | undefined;
  #seen: Interaction | undefined;
  /** The interaction whose list was asked for, and the one whose disposition the adapter has set. */
  #asked = '';
  #set = '';
  #confirming = false;
  #blocked = false;
  #tick: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super({keepsFinished: true});
    new FocusKeeper(this);
  }

  /** Id of the chosen disposition; empty for none. The attribute is what a form's reset, and the next interaction, goes back to. */
  @property()
  get value(): string {
    return this.#value;
  }

  set value(value: string | null) {
    this.#value = value ?? '';
    this.internals.setFormValue(this.#value);
    this.#validate();
  }

  /** Name of the field in a form. */
  @property({attribute: false})
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }

  /** Nothing can be chosen or set, and a form does not send the value. */
  @property({attribute: false})
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What the form misses. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What the form misses, in words. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the form looks at it. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** The dispositions that may be set on the interaction, as the adapter describes them; empty until they are there. */
  get dispositions(): readonly Disposition[] {
    return this.#list ?? [];
  }

  /** Whether the form misses nothing. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Whether the form misses nothing; if it does, the browser says so. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Sets the chosen disposition, as the button does, without asking. Resolves with whether the adapter has set it; where not, the element shows why. */
  async set(): Promise<boolean> {
    if (underWay.has(this.interaction?.id)) return false;
    this.#confirm(false);
    return (await this.run(() => this.#send())) ?? false;
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value');
    this.#timer = '';
  }

  formDisabledCallback(disabled: boolean): void {
    this.#blocked = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(value: string): void {
    this.value = value;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
  }

  override render() {
    const list = this.#list;
    const chosen = this.#find(this.#value);
    const over = this.#phase === 'over';
    const editable = list && !over && !this.#blocked && !underWay.has(this.interaction?.id);
    const choices = editable ? [...list] : [];
    // What the page chose need not be in the list, and what is chosen stays to be seen when nothing else can be.
    if (chosen && !choices.includes(chosen)) choices.unshift(chosen);
    const isLong = choices.length > this.comboboxFrom;
    const combobox = isLong && this.#search();
    const timer = editable && timerWords(chosen, this.timerFor);
    const left = this.#left;
    return html`<label id="label" for="field"><slot name="label">${this.label}</slot></label>
      <div class="row">
        <div class="field">
          ${
            combobox
              ? combobox.render(choices, this.#value, this.required)
              : html`<select
                  id="field"
                  part="field"
                  aria-disabled=${editable ? nothing : 'true'}
                  ?disabled=${this.#blocked}
                  ?required=${this.required}
                  @change=${this.#onSelect}
                  @blur=${isLong ? this.#onBlur : nothing}
                >
                  <option value="">${editable ? 'Choose…' : '–'}</option>
                  ${choices.map(({id, name}) => html`<option value=${id}>${name}</option>`)}
                </select>`
          }
        </div>
        ${
          timer
            ? html`<label class="row"
                >${timer}
                <input
                  part="timer"
                  size="6"
                  autocomplete="off"
                  ?required=${this.timerRequired}
                  .value=${this.#timer}
                  @input=${this.#onTimer}
                />
                <slot name="timer-unit">${this.timerUnit}</slot></label
              >`
            : nothing
        }
        <button
          part="button"
          aria-disabled=${editable && this.service?.connected ? nothing : 'true'}
          ?disabled=${this.#blocked}
          @click=${this.#onPress}
        >
          <slot>Set disposition</slot>
        </button>
      </div>
      ${
        this.#confirming && editable
          ? html`<div part="confirm" class="row" role="group" aria-labelledby="ask" @keydown=${this.#onConfirmKeyDown}>
              <span id="ask">Set “${chosen?.name}”?</span>
              <button @click=${this.set}>Yes</button>
              <button @click=${() => this.#confirm(false)}>No</button>
            </div>`
          : nothing
      }
      <div class="row foot">
        <span part="status" role="status">${this.#words}</span>
        ${left === undefined ? nothing : html`<span part="countdown" role="timer">${duration(Math.ceil(left / 1000))} left</span>`}
      </div>
      ${this.renderError()}
      ${!list && !over && this.error && this.#asked ? html`<button part="retry" @click=${this.#onRetry}>Load again</button>` : nothing}`;
  }

  protected override firstUpdated(): void {
    // What is typed to search, and the timer, are not the value.
    this.renderRoot.addEventListener('input', (event) => {
      event.stopPropagation();
    });
  }

  protected override willUpdate(): void {
    const {service, interaction} = this;
    // Out of the page it knows nothing, and forgets nothing.
    if (service && interaction !== this.#seen) this.#turnTo(interaction);
    const phase = this.#phase;
    this.setState('ended', phase === 'ended');
    this.setState('finished', phase === 'over');
    if (!service?.connected) this.#asked = '';
    else if (interaction && isLive(interaction)) this.#load(service, interaction);
  }

  protected override updated(): void {
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.#value;
    this.#validate();
    clearTimeout(this.#tick);
    const left = this.#left;
    if (left && this.isConnected) this.#tick = setTimeout(() => this.requestUpdate(), left % 1000 || 1000);
  }

  /** What a long list is searched with; nothing until it has loaded, or if it cannot be loaded: the select has all of the list too. */
  #search(): Combobox | undefined {
    if (!this.#searched) {
      this.#searched = true;
      import('./combobox.js').then(
        ({combobox}) => {
          const choose = (id: string): void => this.#choose(id);
          const submit = (): void => this.internals.form?.requestSubmit();
          this.#combobox = combobox(this, {choose, submit}, {html, css, nothing});
          this.requestUpdate();
        },
        (cause: unknown) => this.fail(new InteractionApiError('Generic', NO_SEARCH, undefined, cause)),
      );
    }
    // Not under the agent's hand: what is open would close. (`:focus` would not do: in WebKit nothing has it while another window is in front.)
    return this.shadowRoot?.activeElement?.matches('select:not([aria-disabled])') ? undefined : this.#combobox;
  }

  /** How far its interaction is. An adapter that does not know it any more says as much as the event of its end. */
  get #phase(): 'none' | 'live' | 'ended' | 'over' {
    const {interaction, error} = this;
    if (!interaction || interaction.state === 'rejected') return 'none';
    const {id, state, endedAt} = interaction;
    if (!isLive(interaction) || this.#set === id || error?.errorCode === 'InteractionNotFound') return 'over';
    // After a refresh of the page the adapter may not tell again that it ended.
    return state === 'ended' || endedAt ? 'ended' : 'live';
  }

  /** Milliseconds left of the wrap-up, where they are counted. */
  get #left(): number | undefined {
    const limit = this.#phase === 'ended' && this.wrapUpSeconds * 1000;
    return limit ? Math.max(0, (this.interaction?.endedAt ?? 0) + limit - Date.now()) : undefined;
  }

  get #words(): string {
    const {service, interaction} = this;
    const phase = this.#phase;
    if (phase === 'over') {
      const name =
        interaction?.log?.dispositionName ?? (this.#set === interaction?.id && this.#find(this.#value)?.name);
      return name ? `Set: ${name}` : name === '' ? 'Finished, none set' : 'Finished';
    }
    if (!service?.connected) return connectionWords(service);
    if (phase === 'none') return 'No interaction';
    if (underWay.has(interaction?.id)) return 'Setting…';
    if (!this.#list) return this.pending ? 'Loading…' : '';
    if (!this.#list.length) return 'No dispositions';
    return (
      this.#combobox?.words ||
      (phase === 'ended' && !this.#blocked ? `${interaction?.type} ended. Set the disposition.` : '')
    );
  }

  #find(wanted: string): Disposition | undefined {
    return this.#list?.find(({id}) => id === wanted) ?? (wanted ? {id: wanted, name: wanted} : undefined);
  }

  #part(name: string): HTMLElement | null | undefined {
    return this.shadowRoot?.querySelector(`[part=${name}]`);
  }

  /** The interaction is another one, or has changed. */
  #turnTo(interaction: Interaction | undefined): void {
    const before = this.#seen;
    this.#seen = interaction;
    if (before?.id !== interaction?.id) {
      if (before && isLive(before)) this.#drafts.set(before.id, [this.#value, this.#timer]);
      const draft = this.#drafts.get(interaction?.id ?? '');
      if (before || draft) [this.value, this.#timer] = draft ?? [this.getAttribute('value'), ''];
      this.#list = undefined;
    }
    // A list that was refused before may be there now.
    if (!this.pending) this.#asked = '';
    if (before?.id !== interaction?.id || (interaction && !isLive(interaction))) {
      // What was begun before, and what went wrong then, has passed.
      this.#confirming = false;
      this.#combobox?.close();
      this.clearError();
    }
    const name = interaction?.log?.dispositionName;
    if (name !== undefined) this.value = this.#list?.find((one) => one.name === name)?.id ?? '';
  }

  #load(service: InteractionService, interaction: Interaction): void {
    const {id} = interaction;
    if (this.#list || this.#asked === id) return;
    this.#asked = id;
    void this.run(async () => {
      const list = await service.fetchOnce('getDispositions', interaction);
      if (this.#seen?.id === id) this.#list = records(list) as unknown as Disposition[];
    });
  }

  async #send(): Promise<boolean> {
    const {api} = connected(this.service, 'setDisposition');
    const {interaction} = this;
    if (!interaction) throw refusal('There is no interaction.');
    const {id, type} = interaction;
    const ref = {interactionType: type, interactionId: id};
    const disposition = this.#find(this.#value);
    const request: DispositionRequest = {
      ...ref,
      dispositionId: this.#value,
      timeout: (timerWords(disposition, this.timerFor) && this.#timer) || undefined,
      disposition,
    };
    underWay.add(id);
    try {
      if (!this.dispatchEvent(new BeforeDispositionEvent(request))) return false;
      const {dispositionId, timeout} = request;
      const missing = this.#missing(dispositionId, timeout);
      if (missing) throw refusal(missing);
      await api.setDisposition({...ref, dispositionId, ...(timeout && {timeout})});
      this.#set = id;
      if (this.#seen?.id === id) this.value = dispositionId;
      this.dispatchEvent(new DispositionSetEvent({...request, disposition: this.#find(dispositionId)}));
      return true;
    } catch (cause) {
      const now = this.service?.interaction(id);
      if (!now || isLive(now)) throw cause;
      // Its end has been told meanwhile, and with it what was set.
      return false;
    } finally {
      underWay.delete(id);
    }
  }

  #missing(id: string, timeout: string | undefined): string {
    if (!id) return 'Choose a disposition.';
    return this.timerRequired && !timeout && timerWords(this.#find(id), this.timerFor) ? 'Enter the time.' : '';
  }

  #validate(): void {
    const needed = this.#phase !== 'over' && (this.required || this.#value);
    const missing = needed ? this.#missing(this.#value, this.#timer) : '';
    const anchor = this.#part(this.#value ? 'timer' : 'field') ?? undefined;
    this.internals.setValidity({valueMissing: missing !== ''}, missing, anchor);
  }

  #choose(id: string): void {
    if (id === this.#value) return;
    this.value = id;
    this.#timer = '';
    this.clearError();
    this.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }

  #onSelect({target}: Event): void {
    this.#choose((target as HTMLSelectElement).value);
  }

  /** A select that was too long, and was in use. */
  #onBlur(): void {
    this.requestUpdate();
  }

  #onTimer({target}: Event): void {
    this.#timer = (target as HTMLInputElement).value;
    this.requestUpdate();
    this.clearError();
  }

  #onPress(): void {
    if (this.#phase === 'over' || this.#confirming) return;
    if (this.confirm && this.#value && this.service?.connected) this.#confirm(true);
    else void this.set();
  }

  /** Asks, or has asked. */
  #confirm(asks: boolean): void {
    if (asks === this.#confirming) return;
    this.#confirming = asks;
    this.requestUpdate();
    if (asks) void this.updateComplete.then(() => this.#part('confirm')?.querySelector('button')?.focus());
    // Before the button that has the focus is gone.
    else this.#part('button')?.focus();
  }

  #onConfirmKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#confirm(false);
    } else if (event.repeat) {
      // The Enter key that asked is still held down.
      event.preventDefault();
    }
  }

  #onRetry(): void {
    this.#asked = '';
    this.requestUpdate();
    this.#part('button')?.focus();
  }
}

/**
 * What the timer of a disposition is for; nothing where it allows none. Documented are two flags and the two types that may have a timer, but not the
 * properties that carry them: the type counts where there are no flags.
 */
function timerWords(disposition: Disposition | undefined, timerFor: string): string {
  const says = String(disposition?.['flags'] ?? disposition?.['type']);
  if (/REDIAL/.test(says)) return 'Redial after';
  if (/REACTIVATE|DND/.test(says)) return 'Reactivate after';
  return disposition && timerFor.split(' ').includes(disposition.id) ? 'Timer' : '';
}

const NO_SEARCH = 'The search could not be loaded. The list is complete without it.';

const refusal = (why: string): InteractionApiError => new InteractionApiError('Generic', why, 'setDisposition');
