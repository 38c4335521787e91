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

/** Sections that can be left out, and, apart from the list of interactions, replaced by a slot of the same name. */
type Section =
  'interactions' | 'header' | 'mute' | 'dtmf' | 'disposition' | 'contact' | 'variables' | 'records' | 'results';

/**
 * The ready-made panel of an interaction: the other side, its state, and the elements that act on it. It shows only sections that fit: no keypad for a chat, nothing to
 * set when it is over. With several live interactions it has a list to switch between them.
 *
 * Each section can be left out (`without`) or replaced by the page's own content in its slot. Elements in the panel act on the panel's interaction.
 *
 * @summary All of the current interaction in one panel.
 * @tag five9-interaction-panel
 * @slot - More content of the page, below the disposition, while there is an interaction.
 * @slot header - In place of the other side and the state.
 * @slot mute - In place of the mute toggle.
 * @slot dtmf - In place of the keypad.
 * @slot disposition - In place of the disposition picker.
 * @slot contact - In place of the contact's fields.
 * @slot variables - In place of the call variables.
 * @slot records - In place of the pickers of Name and Related To.
 * @slot results - In place of the search results.
 * @fires {Five9ErrorEvent} five9-error - An error of a section; it bubbles.
 * @csspart panel - The panel.
 * @csspart interactions - The list of the live interactions, while there are several.
 * @csspart header - The other side and the state.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The other side: its number, else the campaign.
 * @csspart state - Its state, in words, or why there is none.
 * @csspart timer - Time since it began, or since it ended and waits for its disposition.
 * @csspart columns - The sections, in as many columns as there is room for.
 * @csspart keypad - The keypad with its summary.
 * @csspart contact - The contact with its summary.
 * @csspart variables - The call variables with their summary.
 * @cssprop [--five9-accent] - Colour of buttons and of the focus.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of details, of the status, and of disabled buttons.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate idle - There is no interaction.
 * @cssstate offered - The interaction is offered to the agent, or being dialled.
 * @cssstate accepted - The agent has accepted it.
 * @cssstate ended - It has ended and waits for its disposition.
 * @cssstate over - It is finished, rejected or transferred. It stays visible until there is another.
 */
export class Five9InteractionPanel extends InteractionElement implements InteractionScope {
  static override styles = [...InteractionElement.styles, styles];

  /** Name of the panel, for screen readers. */
  @property() label: string | null = LABEL;
  /** Sections to leave out, space-separated: `interactions header mute dtmf disposition contact variables records results`. */
  @property() without: string | null = '';
  /** Which call variables to show, as in `five9-call-variables`. Left out, it shows all. */
  @property() variables: string | null = '';
  /** Which fields of the contact to show, as in `five9-contact`. Left out, it shows all. */
  @property() fields: string | null = '';
  /** Seconds that the agent has for the disposition: they are counted down. The adapter does not report them. */
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
    </section>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Notifies the elements in the panel: its interaction is another one.
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
        // After a refresh of the page, the adapter reports only the start of an interaction that has ended.
        return interaction.endedAt ? 'ended' : interaction.state;
      default:
        return 'over';
    }
  }

  /** Whether the agent can switch to another interaction. A panel of a named interaction stays with it. */
  get #canSwitch(): boolean {
    const live = this.service?.interactions.filter(isLive) ?? [];
    return !this.followed.namedId && live.length > 1;
  }

  #isShown(section: Section): boolean {
    return !wordList(this.without).includes(section);
  }

  /** Renders the slot of a section. If the page fills the slot, the content in it is not rendered: it would act unseen. */
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

  /** Renders the sections. An interaction that is over shows its disposition at most. */
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
