import {ContextProvider} from '@lit/context';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {type InteractionScope, interactionScope} from '../../shared/controllers/interaction-scope.js';
import {TicksController} from '../../shared/controllers/ticks-controller.js';
import {wordList} from '../../shared/parse/word-list.js';
import {renderTimer} from '../../shared/render/timer.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import {otherSide, stateWords} from '../../shared/words/interaction-words.js';
import {styles} from './interaction-panel.styles.js';

const LABEL = 'Interaction';

const STATES = ['idle', 'offered', 'accepted', 'ended', 'over'] as const;
type PanelState = (typeof STATES)[number];

/**
 * Sections of the panel. The page can leave out each section, and can replace each one except `interactions` with the
 * slot of the same name.
 */
type Section =
  'interactions' | 'header' | 'mute' | 'dtmf' | 'disposition' | 'contact' | 'variables' | 'records' | 'results';

/**
 * The complete panel of an interaction: the other party, the state, and the elements that act on the interaction. The
 * panel shows only the sections that the interaction can use, for example no keypad for a chat. If there are several
 * interactions that are not over, the panel contains a list to switch between them.
 *
 * The page can leave out each section with `without`, or replace the section with content in its slot. All elements
 * inside the panel, also elements of the page, act on the interaction of the panel.
 *
 * @summary All parts of the current interaction in one panel.
 * @tag five9-interaction-panel
 * @slot - More content of the page, below the disposition, while there is an interaction.
 * @slot header - Replaces the other party and the state.
 * @slot mute - Replaces the mute toggle.
 * @slot dtmf - Replaces the keypad.
 * @slot disposition - Replaces the element that sets the disposition.
 * @slot contact - Replaces the contact's fields.
 * @slot variables - Replaces the call variables.
 * @slot records - Replaces the fields "Name" and "Related To".
 * @slot results - Replaces the search results.
 * @fires {Five9ErrorEvent} five9-error - An error of a section, or a property with a wrong value. The event bubbles.
 * @csspart panel - The panel.
 * @csspart interactions - The list of the interactions that are not over, if there are several.
 * @csspart header - The other party and the state.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The number of the other party. If the number is missing, the name of the campaign.
 * @csspart state - State of the interaction as text, or the reason why there is no interaction.
 * @csspart timer - Time since the interaction began; if the interaction has ended and waits for its disposition, time since its end.
 * @csspart columns - The sections, in one or more columns, depending on the width.
 * @csspart keypad - The keypad with its `<summary>`.
 * @csspart contact - The contact with its `<summary>`.
 * @csspart variables - The call variables with their `<summary>`.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons and of the focus.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of details, of the status, and of disabled buttons.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate idle - There is no interaction.
 * @cssstate offered - The interaction is offered to the agent, or is being dialled.
 * @cssstate accepted - The agent has accepted the interaction.
 * @cssstate ended - The interaction has ended and waits for its disposition.
 * @cssstate over - The interaction is finished, rejected or transferred. It stays visible until another interaction replaces it.
 */
export class Five9InteractionPanel extends InteractionElement implements InteractionScope {
  static override styles = [...InteractionElement.styles, styles];

  /**
   * Name of the panel, for screen readers.
   * @default 'Interaction'
   */
  @property() label: string | null = LABEL;
  /**
   * Names of the sections to leave out. Spaces separate the names: `interactions header mute dtmf disposition contact
   * variables records results`.
   */
  @property() without: string | null = '';
  /**
   * Names of the call variables to show, in the format of `names` of `five9-call-variables`. Default: all variables.
   */
  @property() variables: string | null = '';
  /** Names of the contact fields to show, in the format of `fields` of `five9-contact`. Default: all fields. */
  @property() fields: string | null = '';
  /**
   * Length of the wrap-up time in seconds, for a countdown; 0 for no countdown. The adapter does not report this
   * length.
   */
  @property({attribute: 'wrap-up-seconds', type: Number}) wrapUpSeconds: number | null = 0;

  readonly #scope = new ContextProvider(this, {context: interactionScope, initialValue: this});

  constructor() {
    super({keepsFinished: true});
    new TicksController(this, () => this.followed.isLive);
    new FocusKeeper(this);
  }

  override render() {
    const {interaction} = this;
    return html`<section part="panel" aria-label=${this.label ?? LABEL} @slotchange=${this.#onSlotChange}>
      ${
        this.#isShown('interactions') && this.#canSwitch
          ? html`<five9-interactions part="interactions"></five9-interactions>`
          : nothing
      }
      ${this.#renderHeader(interaction)} ${interaction ? this.#renderColumns(interaction) : nothing}
      ${this.renderError()}
    </section>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Notify the elements in the panel that the panel has another interaction.
    if (changed.has('interactionId')) this.#scope.setValue(this, true);
    for (const state of STATES) this.setState(state, state === this.#state);
  }

  get #state(): PanelState {
    const {interaction} = this;
    if (!interaction) return 'idle';
    switch (interaction.state) {
      case 'offered':
      case 'accepted':
      case 'ended':
        // After a reload of the page, the adapter does not report the end of the interaction again, so `state` may not
        // be `ended`. Check the stored `endedAt` first.
        return interaction.endedAt ? 'ended' : interaction.state;
      default:
        return 'over';
    }
  }

  /**
   * Whether the agent can switch to another interaction. False if `interactionId` is set, because the panel then always
   * shows that interaction.
   */
  get #canSwitch(): boolean {
    const live = this.service?.interactions.filter(isLive) ?? [];
    return !this.followed.namedId && live.length > 1;
  }

  #isShown(section: Section): boolean {
    return !wordList(this.without).includes(section);
  }

  /**
   * Renders the slot of a section. If the page fills the slot, the default content is not rendered, because hidden
   * elements would still act on the interaction.
   */
  #renderSlot(section: Section, content: TemplateResult): TemplateResult | typeof nothing {
    if (!this.#isShown(section)) return nothing;
    const isFilled = [...this.children].some((child) => child.slot === section);
    return html`<slot name=${section}>${isFilled ? nothing : content}</slot>`;
  }

  #renderHeader(interaction: Interaction | undefined): TemplateResult | typeof nothing {
    if (!this.#isShown('header')) return nothing;
    const words = interaction ? stateWords(interaction) : connectionWords(this.service) || 'No interaction';
    const content = html`${
        interaction &&
        html`<span part="type">${interaction.type}</span> <bdi part="who">${otherSide(interaction)}</bdi>`
      }
      <span part="state" role="status">${words}</span>
      ${interaction && isLive(interaction) ? renderTimer(interaction) : nothing}`;
    return html`<header part="header">${this.#renderSlot('header', content)}</header>`;
  }

  /**
   * Renders the sections. For a finished interaction, renders only the disposition and the content of the page. For a
   * rejected or transferred interaction, renders nothing.
   */
  #renderColumns(interaction: Interaction): TemplateResult | typeof nothing {
    const live = isLive(interaction);
    if (!live && interaction.state !== 'finished') return nothing;
    return html`<div part="columns">
      <div>${this.#renderActions(interaction)}</div>
      ${live ? html`<div>${this.#renderFacts(interaction)}</div>` : nothing}
    </div>`;
  }

  #renderActions({type}: Interaction): TemplateResult {
    const isTalking = type === 'Call' && this.#state === 'accepted';
    const mute = html`<five9-mute></five9-mute>`;
    const keypad = html`<details part="keypad">
      <summary>Keypad</summary>
      <five9-dtmf-pad></five9-dtmf-pad>
    </details>`;
    const disposition = html`<five9-disposition wrap-up-seconds=${this.wrapUpSeconds ?? 0}></five9-disposition>`;
    return html`${isTalking ? this.#renderSlot('mute', mute) : nothing}
      ${isTalking ? this.#renderSlot('dtmf', keypad) : nothing} ${this.#renderSlot('disposition', disposition)}
      <slot></slot>`;
  }

  #renderFacts({type}: Interaction): TemplateResult {
    const isCall = type === 'Call';
    const contact = html`<details part="contact">
      <summary>Contact</summary>
      <five9-contact fields=${this.fields ?? ''}></five9-contact>
    </details>`;
    const variables = html`<details part="variables">
      <summary>Variables</summary>
      <five9-call-variables names=${this.variables ?? ''}></five9-call-variables>
    </details>`;
    const records = html`<five9-object-picker kind="name"></five9-object-picker>
      <five9-object-picker kind="related-to"></five9-object-picker>`;
    const results = html`<five9-search-results></five9-search-results>`;
    return html`${isCall ? this.#renderSlot('contact', contact) : nothing}
    ${isCall ? this.#renderSlot('variables', variables) : nothing} ${this.#renderSlot('records', records)}
    ${this.#renderSlot('results', results)}`;
  }

  readonly #onSlotChange = (): void => {
    this.requestUpdate();
  };
}
