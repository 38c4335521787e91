import {ContextProvider} from '@lit/context';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {type InteractionScope, interactionScope} from '../../shared/controllers/interaction-scope.js';
import {renderTimer, stateWords, who} from '../../shared/words/interaction-words.js';
import {TicksController} from '../../shared/controllers/ticks-controller.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {styles} from './interaction-panel.styles.js';

const STATES = ['idle', 'offered', 'accepted', 'ended', 'over'] as const;

/**
 * The ready-made panel of an interaction: who it is, how far it has come, and what can be done about it. It shows what fits: no keypad for a chat, nothing to set
 * once it is over. With several live interactions it has a list to switch by.
 *
 * Each section can be left out (`without`) or replaced by what the page puts into its slot. Whatever stands in the panel acts on the panel's interaction.
 *
 * @summary All of the current interaction in one panel.
 * @tag five9-interaction-panel
 * @slot - More of the page's own, below the disposition, while there is an interaction.
 * @slot header - In place of who it is and how far it has come.
 * @slot mute - In place of the mute toggle.
 * @slot dtmf - In place of the keypad.
 * @slot disposition - In place of the disposition picker.
 * @slot contact - In place of the contact's fields.
 * @slot variables - In place of the call variables.
 * @slot records - In place of the pickers of Name and Related To.
 * @slot results - In place of the search results.
 * @fires {Five9ErrorEvent} five9-error - What a section has to tell; it bubbles.
 * @csspart panel - The panel.
 * @csspart interactions - The list of the live interactions, while there are several.
 * @csspart header - Who it is and how far it has come.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The other side: its number, or else the campaign.
 * @csspart state - How far it has come, in words, or why there is none.
 * @csspart timer - Since when: since it began, or since it ended and waits for its disposition.
 * @csspart columns - The sections, in as many columns as there is room for.
 * @csspart keypad - The keypad with its summary.
 * @csspart contact - The contact with its summary.
 * @csspart variables - The call variables with their summary.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate idle - There is no interaction.
 * @cssstate offered - The interaction is offered to the agent, or being dialled.
 * @cssstate accepted - The agent has it.
 * @cssstate ended - It has ended and waits for its disposition.
 * @cssstate over - It is finished, rejected or transferred. It stays to be seen until there is another.
 */
export class Five9InteractionPanel extends InteractionElement implements InteractionScope {
  static override styles = [...InteractionElement.styles, styles];

  /** Name of the panel, for screen readers. */
  @property() label = 'Interaction';
  /** Sections to leave out, space-separated: `interactions header mute dtmf disposition contact variables records results`. */
  @property() without = '';
  /** Which call variables to show, as in `five9-call-variables`. Left out, it shows all. */
  @property() variables = '';
  /** Which fields of the contact to show, as in `five9-contact`. Left out, it shows all. */
  @property() fields = '';
  /** Seconds that the agent has for the disposition, to be counted down. The adapter does not tell them. */
  @property({attribute: 'wrap-up-seconds', type: Number}) wrapUpSeconds = 0;

  readonly #scope = new ContextProvider(this, {context: interactionScope, initialValue: this});
  #seen = '';

  constructor() {
    super();
    new TicksController(this, () => this.#live);
    new FocusKeeper(this);
  }

  /** The interaction that the panel shows; after it is over too, until there is another. */
  override get interaction(): Interaction | undefined {
    return super.interaction ?? (this.namedId ? undefined : this.service?.interaction(this.#seen));
  }

  override render() {
    const {interaction} = this;
    return html`<section part="panel" aria-label=${this.label} @slotchange=${this.#onSlotChange}>
      ${
        this.#has('interactions') && this.#several
          ? html`<five9-interactions part="interactions"></five9-interactions>`
          : nothing
      }
      ${
        this.#has('header')
          ? html`<header part="header">
              <slot name="header">${this.#unless('header', this.#header(interaction))}</slot>
            </header>`
          : nothing
      }
      ${
        interaction && (this.#live || interaction.state === 'finished')
          ? html`<div part="columns">
              <div>${this.#actions(interaction)}</div>
              ${this.#live ? html`<div>${this.#facts(interaction)}</div>` : nothing}
            </div>`
          : nothing
      }
    </section>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {service, interaction} = this;
    // The value is still the panel: the elements in it must read its interaction again.
    if (changed.has('interactionId')) this.#scope.setValue(this, true);
    // Out of the page it knows nothing, and forgets nothing.
    if (service) this.#seen = interaction?.id ?? '';
    for (const state of STATES) this.setState(state, state === this.#state);
  }

  get #live(): boolean {
    return this.interaction !== undefined && isLive(this.interaction);
  }

  get #state(): (typeof STATES)[number] {
    const {interaction} = this;
    if (!interaction) return 'idle';
    if (!this.#live) return 'over';
    return interaction.endedAt ? 'ended' : (interaction.state as 'offered' | 'accepted' | 'ended');
  }

  /** Whether there is something to switch to. A panel of one interaction stays with it. */
  get #several(): boolean {
    return !this.namedId && (this.service?.interactions.filter(isLive).length ?? 0) > 1;
  }

  #has(section: string): boolean {
    return !this.without.split(/\s+/).includes(section);
  }

  /** Nothing where the page has put something of its own into the slot: what nobody sees should not work. */
  #unless(slot: string, content: unknown): unknown {
    return [...this.children].some((child) => child.slot === slot) ? nothing : content;
  }

  #header(interaction: Interaction | undefined): TemplateResult {
    return html`${
        interaction && html`<span part="type">${interaction.type}</span> <bdi part="who">${who(interaction)}</bdi>`
      }
      <span part="state" role="status"
        >${interaction ? stateWords(interaction) : connectionWords(this.service) || 'No interaction'}</span
      >
      ${interaction && this.#live ? renderTimer(interaction) : nothing}`;
  }

  /** What the agent does: all that a finished interaction still shows is its disposition. */
  #actions({type}: Interaction): TemplateResult {
    const onCall = type === 'Call' && this.#state === 'accepted';
    return html`${
        onCall && this.#has('mute')
          ? html`<slot name="mute">${this.#unless('mute', html`<five9-mute></five9-mute>`)}</slot>`
          : nothing
      }
      ${
        onCall && this.#has('dtmf')
          ? html`<slot name="dtmf"
              >${this.#unless(
                'dtmf',
                html`<details part="keypad">
                  <summary>Keypad</summary>
                  <five9-dtmf-pad></five9-dtmf-pad>
                </details>`,
              )}</slot
            >`
          : nothing
      }
      ${
        this.#has('disposition')
          ? html`<slot name="disposition"
              >${this.#unless(
                'disposition',
                html`<five9-disposition wrap-up-seconds=${this.wrapUpSeconds}></five9-disposition>`,
              )}</slot
            >`
          : nothing
      } <slot></slot>`;
  }

  /** What the agent knows: variables and contact are of calls alone. */
  #facts({type}: Interaction): TemplateResult {
    const isCall = type === 'Call';
    return html`${
      isCall && this.#has('contact')
        ? html`<slot name="contact"
            >${this.#unless(
              'contact',
              html`<details part="contact">
                <summary>Contact</summary>
                <five9-contact fields=${this.fields}></five9-contact>
              </details>`,
            )}</slot
          >`
        : nothing
    }
    ${
      isCall && this.#has('variables')
        ? html`<slot name="variables"
            >${this.#unless(
              'variables',
              html`<details part="variables">
                <summary>Variables</summary>
                <five9-call-variables names=${this.variables}></five9-call-variables>
              </details>`,
            )}</slot
          >`
        : nothing
    }
    ${
      this.#has('records')
        ? html`<slot name="records"
            >${this.#unless(
              'records',
              html`<five9-object-picker kind="name"></five9-object-picker>
                <five9-object-picker kind="related-to"></five9-object-picker>`,
            )}</slot
          >`
        : nothing
    }
    ${
      this.#has('results')
        ? html`<slot name="results"
            >${this.#unless('results', html`<five9-search-results></five9-search-results>`)}</slot
          >`
        : nothing
    }`;
  }

  readonly #onSlotChange = (): void => {
    this.requestUpdate();
  };
}
