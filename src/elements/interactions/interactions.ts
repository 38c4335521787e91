import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {connected, connectionWords} from '../../shared/words/connection-words.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {renderTimer, stateWords, who} from '../../shared/words/interaction-words.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import {TicksController} from '../../shared/controllers/ticks-controller.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {styles} from './interactions.styles.js';

/**
 * The live interactions, each with how far it has come and for how long. A press opens one: in the adapter, and, when the adapter has done so, for the elements of
 * the page that act on the current interaction.
 *
 * @summary The live interactions; opens one.
 * @tag five9-interactions
 * @fires {Five9ErrorEvent} five9-error - There is no adapter, the interaction is over, or the adapter refused to open it.
 * @csspart list - The list.
 * @csspart interaction - The button of an interaction.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The other side: its number, or else the campaign.
 * @csspart state - How far it has come, in words.
 * @csspart timer - Since when: since it began, or since it ended and waits for its disposition.
 * @csspart status - Why there is nothing to open, in words.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed, and of the mark of the current one.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate empty - There is no live interaction.
 * @cssstate pending - The adapter was asked to open one.
 * @cssstate error - An error is shown.
 */
export class Five9Interactions extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, listStyles, styles];

  /** Name of the list, for screen readers. */
  @property() label = 'Interactions';

  /** What was said last of each interaction, by id. */
  #said = new Map<string, string>();
  /** Ids of the live ones, and gaps. An entry keeps its place while others come and go: so the focus stays where it is. */
  #places: (string | undefined)[] = [];
  #news = '';
  #opening = '';

  constructor() {
    super();
    new FocusKeeper(this);
    new TicksController(this, () => this.#said.size > 0);
  }

  /** Opens an interaction, as a press does. Resolves with whether the adapter has opened it; where it has not, the element shows why. */
  async open(id: string): Promise<boolean> {
    this.#opening = id;
    return (await this.run(() => this.#open(id))) ?? false;
  }

  override render() {
    const live = this.#live;
    return html`${
        live.length
          ? html`<ul part="list" aria-label=${this.label}>
              ${this.#places.map((id) => this.#entry(live.find((one) => one.id === id)))}
            </ul>`
          : nothing
      }
      <p part="status">
        ${connectionWords(this.service) || (!live.length ? 'No interactions' : this.#tells ? '' : IN_PAGE)}
      </p>
      <p class="hidden" role="status">${this.#news}</p>
      ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    const live = this.#live;
    const say = new Map(live.map((one) => [one.id, `${one.type} ${who(one)}: ${stateWords(one)}`]));
    for (const [id, words] of say) if (words !== this.#said.get(id)) this.#news = words;
    // What could not be opened is over.
    if (this.#said.has(this.#opening) && !say.has(this.#opening)) this.clearError();
    const places = [...say.keys()].filter((id) => !this.#said.has(id));
    this.#places = [...this.#places.map((id) => (id && say.has(id) ? id : undefined)), ...places];
    // Only gaps that something follows keep a place for anybody.
    this.#places.length = this.#places.findLastIndex(Boolean) + 1;
    this.#said = say;
    this.setState('empty', !live.length);
  }

  get #live(): readonly Interaction[] {
    return this.service?.interactions.filter(isLive) ?? [];
  }

  /** Whether the adapter can be told. Older SDKs cannot, and the page's elements still turn to what is opened. */
  get #tells(): boolean {
    return this.service?.supports('openInteraction') ?? true;
  }

  async #open(id: string): Promise<boolean> {
    const service = connected(this.service, 'openInteraction', connectionWords(this.service));
    const interaction = service.interaction(id);
    if (!interaction) throw new InteractionApiError('InteractionNotFound', 'There is none.', 'openInteraction');
    if (this.#tells) await service.api.openInteraction({interactionType: interaction.type, interactionId: id});
    service.open(id);
    return true;
  }

  #entry(interaction: Interaction | undefined): TemplateResult | typeof nothing {
    if (!interaction) return nothing;
    const {id, type} = interaction;
    return html`<li>
      <button
        part="interaction"
        aria-current=${this.service?.current?.id === id ? 'true' : nothing}
        aria-disabled=${this.service?.connected ? nothing : 'true'}
        @click=${() => {
          if (!this.pending || this.#opening !== id) void this.open(id);
        }}
      >
        <span part="type">${type}</span> <bdi part="who">${who(interaction)}</bdi>
        <span part="state">${stateWords(interaction)}</span></button
      >${renderTimer(interaction)}
    </li>`;
  }
}

const IN_PAGE = 'Opens in this page only: this version of Five9 cannot be told.';
