import {nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Disposition} from '../../interaction-api/types.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {type FieldProblem, FormAssociated} from '../../shared/base/form-associated.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {CountdownController} from '../../shared/controllers/countdown-controller.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {TextKeysController} from '../../shared/controllers/text-keys-controller.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {connected, connectionWords} from '../../shared/words/connection-words.js';
import {ComboboxLoader} from './combobox-loader.js';
import {Confirmation} from './confirmation.js';
import type {DispositionRequest} from './disposition.events.js';
import {styles} from './disposition.styles.js';
import {DispositionList, dispositionNameOf} from './disposition-list.js';
import {timerLabel} from './disposition-timer.js';
import {renderDisposition, renderSelect, renderTimer} from './disposition-view.js';
import {Drafts} from './drafts.js';
import {refusal, SetDispositionController} from './set-disposition-controller.js';
import {type Phase, phaseOf, statusText} from './status-text.js';
import {wrapUp} from './wrap-up.js';

const DEFAULT_LABEL = 'Disposition';
const DEFAULT_COMBOBOX_FROM = 15;

/** The disposition and the time that the agent has chosen for an interaction, but has not set yet. */
interface Draft {
  readonly value: string;
  readonly timer: string;
}

/**
 * Sets the disposition that the agent chooses for an interaction. This finishes the interaction. The agent can choose a
 * disposition during the call, and set it after the call.
 *
 * The list of dispositions is requested when the interaction starts, because the adapter does not return the list after
 * the end. If the list is long, the agent can type to search it. In a form, the element is a field whose value is the
 * id of the chosen disposition.
 *
 * @summary Picks and sets the disposition.
 * @tag five9-disposition
 * @attr {string} name - Name of the field in a form.
 * @attr {string} value - Id of the chosen disposition; empty for none. The attribute is the default value. The field gets this value when the form is reset, and when the element changes to another interaction.
 * @attr {boolean} disabled - Disables the element. A form does not send the value of a disabled element.
 * @slot - Text of the button.
 * @slot label - The label, if it needs more than text.
 * @slot timer-unit - Unit of the timer, if it needs more than text.
 * @fires {Event} input - The agent chose another disposition.
 * @fires {Event} change - The agent chose another disposition.
 * @fires {BeforeDispositionEvent} five9-before-disposition - The element is about to set the disposition. Cancel the event, or change its `detail`.
 * @fires {DispositionSetEvent} five9-disposition-set - The adapter has set the disposition.
 * @fires {Five9ErrorEvent} five9-error - The list could not be fetched, or the disposition could not be set, for example because no disposition is chosen, no adapter is connected, or the adapter refused.
 * @csspart field - The native select, or the input of the combobox.
 * @csspart listbox - The list of the combobox.
 * @csspart option - An entry in the list of the combobox.
 * @csspart timer - The input for the redial or reactivation time.
 * @csspart button - The button that sets the disposition.
 * @csspart confirm - The question that the element shows if `confirm` is set.
 * @csspart status - The status of the interaction.
 * @csspart countdown - The remaining wrap-up time.
 * @csspart error - The error message.
 * @csspart retry - The button that requests the list again.
 * @cssprop [--five9-accent] - Colour of controls.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of secondary text and of disabled controls.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate ended - The interaction has ended and waits for its disposition.
 * @cssstate finished - The interaction is over: no disposition can be set any more.
 * @cssstate pending - The element waits for the list, or for the reply to a disposition.
 * @cssstate error - The element shows an error.
 */
export class Five9Disposition extends FormAssociated(InteractionElement) {
  static override styles = [...InteractionElement.styles, controlStyles, styles];

  /** Label of the field. */
  @property({useDefault: true}) label: string | null | undefined = DEFAULT_LABEL;
  /** Maximum number of dispositions in a native select. A longer list is a combobox, in which the agent can search. */
  @property({attribute: 'combobox-from', type: Number, useDefault: true})
  comboboxFrom: number | null | undefined = DEFAULT_COMBOBOX_FROM;
  /** Whether the form can be submitted only with a disposition. */
  @property({type: Boolean}) required = false;
  /** Whether the agent must confirm before the element sets the disposition. */
  @property({type: Boolean}) confirm = false;
  /** Unit of the redial or reactivation time, as a text for the agent. Five9 does not document the unit. */
  @property({attribute: 'timer-unit', useDefault: true}) timerUnit: string | null | undefined = '';
  /** Whether the agent must enter a time for each disposition that allows a timer. */
  @property({attribute: 'timer-required', type: Boolean}) timerRequired = false;
  /** Ids of dispositions that allow a timer although the adapter does not report this. Spaces separate the ids. */
  @property({attribute: 'timer-for', useDefault: true}) timerFor: string | null | undefined = '';
  /**
   * Length of the wrap-up time in seconds, for a countdown; 0 for no countdown. The adapter does not report this
   * length.
   */
  @property({attribute: 'wrap-up-seconds', type: Number, useDefault: true}) wrapUpSeconds: number | null | undefined =
    0;

  readonly #drafts = new Drafts<Draft>();
  readonly #list = new DispositionList((request) => this.run(request));
  readonly #countdown = new CountdownController(this, () =>
    this.#phase === 'ended' ? wrapUp(this.interaction, this.wrapUpSeconds ?? 0) : undefined,
  );
  readonly #setting = new SetDispositionController(this, {
    problemOf: ({dispositionId, timeout}) => this.#problemOf(dispositionId, timeout),
    find: (id) => this.#list.find(id),
    onSet: (interactionId, dispositionId) => {
      if (this.#seen?.id === interactionId) this.value = dispositionId;
    },
  });
  readonly #confirmation = new Confirmation(
    this,
    () => this.#part('button'),
    () => this.set(),
  );
  readonly #search = new ComboboxLoader(
    this,
    {
      choose: (id) => this.#choose(id),
      submit: () => this.form?.requestSubmit(),
    },
    (error) => this.fail(error),
  );
  /** The redial or reactivation time that the agent has typed. */
  #timer = '';
  /** The interaction at the last update. */
  #seen: Interaction | undefined;

  constructor() {
    super({keepsFinished: true});
    new FocusKeeper(this);
    new TextKeysController(this);
  }

  /** The dispositions that the interaction allows, as the adapter describes them; empty until they are loaded. */
  get dispositions(): readonly Disposition[] {
    return this.#list.dispositions ?? [];
  }

  /**
   * Sets the chosen disposition, like a press of the button, but without a confirmation. Resolves with `true` if the
   * adapter has set the disposition. If not, the element shows the reason.
   */
  async set(): Promise<boolean> {
    if (this.#setting.isSetting(this.interaction?.id)) return false;
    this.#confirmation.close();
    return (await this.run(() => this.#send())) ?? false;
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.#timer = '';
  }

  override render(): TemplateResult {
    const chosen = this.#list.find(this.value);
    const isEditable = this.#isEditable;
    const isAsking = this.#confirmation.isOpen && isEditable;
    return renderDisposition({
      label: this.label ?? DEFAULT_LABEL,
      field: this.#renderField(chosen),
      timer: renderTimer({
        label: isEditable ? timerLabel(chosen, this.timerFor ?? '') : '',
        unit: this.timerUnit ?? '',
        text: this.#timer,
        required: this.timerRequired,
        onInput: this.#onTimerInput,
      }),
      canSet: isEditable && this.service?.connected === true,
      disabled: this.formDisabled,
      confirmation: isAsking ? this.#confirmation.render(chosen?.name) : nothing,
      status: this.#status,
      left: this.#countdown.left,
      error: this.renderError(),
      canRetry: this.#canRetry,
      onPress: this.#onPress,
      onRetry: this.#onRetry,
    });
  }

  protected override firstUpdated(): void {
    // Stop `input` events inside the element. The page must not receive them, because typed text in the search or in
    // the timer does not change the value.
    this.renderRoot.addEventListener('input', (event) => {
      event.stopPropagation();
    });
  }

  protected override willUpdate(): void {
    const {service, interaction} = this;
    // Keep the state of an element that is outside of the page, because it has no service.
    if (service) {
      if (interaction !== this.#seen) this.#setInteraction(interaction);
      this.#drafts.removeFinished(service);
    }
    const phase = this.#phase;
    this.setState('ended', phase === 'ended');
    this.setState('finished', phase === 'over');
    if (!service?.connected) this.#list.allowRequest();
    else if (interaction && isLive(interaction)) this.#list.load(service, interaction);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Set the value after rendering, because the value of a select can only be the value of an existing option.
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.value;
    super.updated(changed);
  }

  protected override findProblem(): FieldProblem | undefined {
    // Report no problem for an interaction that is over, because the agent cannot set its disposition any more.
    const isNeeded = this.#phase !== 'over' && (this.required || this.value !== '');
    const message = isNeeded ? this.#problemOf(this.value, this.#timer) : '';
    if (!message) return undefined;
    return {message, anchor: this.#part(this.value ? 'timer' : 'field') ?? undefined};
  }

  get #phase(): Phase {
    const {interaction} = this;
    return phaseOf(interaction, this.#setting.isSet(interaction?.id), this.error);
  }

  /** Whether the agent can choose a disposition now. */
  get #isEditable(): boolean {
    const canChange = this.#phase !== 'over' && !this.formDisabled;
    return canChange && this.#list.dispositions !== undefined && !this.#setting.isSetting(this.interaction?.id);
  }

  /** Whether the request of the list has failed and can be sent again. */
  get #canRetry(): boolean {
    const isMissing = this.#list.dispositions === undefined && this.#phase !== 'over';
    return isMissing && this.error !== undefined && this.#list.isRequested;
  }

  get #status(): string {
    const {interaction, service} = this;
    return statusText({
      phase: this.#phase,
      interaction,
      setName: this.#setting.isSet(interaction?.id) ? this.#list.find(this.value)?.name : undefined,
      connectionProblem: connectionWords(service),
      isSetting: this.#setting.isSetting(interaction?.id),
      isLoading: this.pending,
      isDisabled: this.formDisabled,
      count: this.#list.dispositions?.length,
      searchStatus: this.#search.combobox?.status ?? '',
    });
  }

  #renderField(chosen: Disposition | undefined): TemplateResult {
    const editable = this.#isEditable;
    const choices = editable ? [...this.dispositions] : [];
    // Add the chosen disposition if it is missing in the list, for example because the page has set the value.
    if (chosen && !choices.includes(chosen)) choices.unshift(chosen);
    const isLong = choices.length > (this.comboboxFrom ?? DEFAULT_COMBOBOX_FROM);
    const combobox = isLong ? this.#search.use() : undefined;
    if (combobox) return combobox.render(choices, this.value, this.required);
    return renderSelect({
      choices,
      editable,
      disabled: this.formDisabled,
      required: this.required,
      onChange: this.#onSelect,
      onBlur: isLong ? this.#onBlur : nothing,
    });
  }

  #part(name: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`) ?? null;
  }

  /** Handles a change to another interaction, or to a new state of the same interaction. */
  #setInteraction(interaction: Interaction | undefined): void {
    const before = this.#seen;
    this.#seen = interaction;
    const isOther = before?.id !== interaction?.id;
    if (isOther) this.#changeDraft(before, interaction);
    // Allow a new request for the list, because a request that has failed before may succeed now.
    if (!this.pending) this.#list.allowRequest();
    if (isOther || (interaction && !isLive(interaction))) {
      // Remove the question for confirmation, the typed search and the error, because they are about the previous
      // state.
      this.#confirmation.drop();
      this.#search.combobox?.close();
      this.clearError();
    }
    const name = dispositionNameOf(interaction);
    if (name !== undefined) this.value = this.#list.idOf(name);
  }

  /** Stores the draft of the previous interaction, and restores the draft of the next interaction. */
  #changeDraft(before: Interaction | undefined, next: Interaction | undefined): void {
    if (before && isLive(before)) this.#drafts.keep(before.id, {value: this.value, timer: this.#timer});
    const draft = this.#drafts.get(next?.id ?? '');
    // Keep a choice that was made before the first interaction.
    if (draft || before) {
      this.value = draft ? draft.value : this.getAttribute('value');
      this.#timer = draft?.timer ?? '';
    }
    this.#list.setInteraction(next?.id);
  }

  async #send(): Promise<boolean> {
    const service = connected(this.service, 'setDisposition');
    const {interaction} = this;
    if (!interaction) throw refusal('There is no interaction.');
    const disposition = this.#list.find(this.value);
    const request: DispositionRequest = {
      interactionType: interaction.type,
      interactionId: interaction.id,
      dispositionId: this.value,
      timeout: timerLabel(disposition, this.timerFor ?? '') && this.#timer ? this.#timer : undefined,
      disposition,
    };
    return this.#setting.send(service, request);
  }

  /** Returns the reason why a disposition cannot be set; empty if it can be set. */
  #problemOf(dispositionId: string, timer: string | undefined): string {
    if (!dispositionId) return 'Choose a disposition.';
    const isTimerMissing =
      this.timerRequired && !timer && timerLabel(this.#list.find(dispositionId), this.timerFor ?? '') !== '';
    return isTimerMissing ? 'Enter the time.' : '';
  }

  /** Sets the value that the agent has chosen, and dispatches `input` and `change`. */
  #choose(id: string): void {
    if (id === this.value) return;
    this.value = id;
    this.#timer = '';
    this.clearError();
    this.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }

  #onSelect({target}: Event): void {
    this.#choose((target as HTMLSelectElement).value);
  }

  /** Renders the element again, because the combobox can replace the select when the select has lost the focus. */
  #onBlur(): void {
    this.requestUpdate();
  }

  #onTimerInput({target}: Event): void {
    this.#timer = (target as HTMLInputElement).value;
    this.requestUpdate();
    this.clearError();
  }

  #onPress(): void {
    if (this.#phase === 'over' || this.#confirmation.isOpen) return;
    if (this.confirm && this.value && this.service?.connected) this.#confirmation.open();
    else void this.set();
  }

  #onRetry(): void {
    this.#list.allowRequest();
    this.requestUpdate();
    // Move the focus to the button that sets the disposition, because the next update removes the pressed button.
    this.#part('button')?.focus();
  }
}
