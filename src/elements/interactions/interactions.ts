import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {TicksController} from '../../shared/controllers/ticks-controller.js';
import {renderTimer} from '../../shared/render/timer.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {listStyles} from '../../shared/styles/list-styles.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import {otherSide, stateWords} from '../../shared/words/interaction-words.js';
import {styles} from './interactions.styles.js';

const LABEL = 'Interactions';

const OPENS_IN_PAGE_ONLY = 'Opens in this page only: this version of Five9 cannot be told.';

/**
 * The live interactions, each with its state and its time. A press opens one in the adapter; then the elements of the page that act on the current interaction
 * act on it.
 *
 * @summary The live interactions; opens one.
 * @tag five9-interactions
 * @fires {Five9ErrorEvent} five9-error - There is no adapter, the interaction is over, or the adapter refused to open it.
 * @csspart list - The list.
 * @csspart interaction - The button of an interaction.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The other side: its number, else the campaign.
 * @csspart state - Its state, in words.
 * @csspart timer - Time since it began, or since it ended and waits for its disposition.
 * @csspart status - Why there is no interaction to open, in words.
 * @csspart error - The error, in words.
 * @cssprop [--five9-accent] - Colour of the buttons, and of the mark of the current interaction.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of states and times.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate empty - There is no live interaction.
 * @cssstate pending - The adapter has not confirmed yet that an interaction is open.
 * @cssstate error - An error is shown.
 */
export class Five9Interactions extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, listStyles, styles];

  /** Name of the list, for screen readers. */
  @property() label: string | null = LABEL;

  /** The words last announced for each live interaction, by id. */
  #announced = new Map<string, string>();
  #announcement = '';
  /** Ids of the live interactions, and gaps. An interaction keeps its place in the list while others come and go: so the focus stays on it. */
  #places: (string | undefined)[] = [];
  #openingId = '';

  constructor() {
    super();
    new FocusKeeper(this);
    new TicksController(this, () => this.#live.length > 0);
  }

  /** Opens an interaction, as a press does. Resolves with whether the adapter has opened it; if not, the element shows the error. */
  async open(id: string): Promise<boolean> {
    this.#openingId = id;
    return (await this.run(() => this.#open(id))) ?? false;
  }

  override render() {
    const live = this.#live;
    return html`${
        live.length
          ? html`<ul part="list" aria-label=${this.label ?? LABEL}>
              ${this.#places.map((id) => this.#renderEntry(live.find((interaction) => interaction.id === id)))}
            </ul>`
          : nothing
      }
      <p part="status">${this.#status}</p>
      <p class="hidden" role="status">${this.#announcement}</p>
      ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    const live = this.#live;
    const words = new Map(live.map((interaction) => [interaction.id, summary(interaction)]));
    const before = this.#announced;
    // The error of an interaction that is over has passed.
    if (before.has(this.#openingId) && !words.has(this.#openingId)) this.clearError();
    for (const [id, text] of words) {
      if (text !== before.get(id)) this.#announcement = text;
    }
    this.#places = placesOf([...words.keys()], this.#places);
    this.#announced = words;
    this.setState('empty', !live.length);
  }

  get #live(): readonly Interaction[] {
    return this.service?.interactions.filter(isLive) ?? [];
  }

  get #status(): string {
    const problem = connectionWords(this.service);
    if (problem) return problem;
    if (!this.#live.length) return 'No interactions';
    return this.#opensInAdapter ? '' : OPENS_IN_PAGE_ONLY;
  }

  /** Whether the adapter opens the interaction too. Older SDKs cannot: then only the elements of the page act on it. */
  get #opensInAdapter(): boolean {
    return this.service?.supports('openInteraction') ?? true;
  }

  async #open(id: string): Promise<boolean> {
    const {service} = this;
    const problem = connectionWords(service);
    if (!service || problem) throw new InteractionApiError('NotConnected', problem, 'openInteraction');
    const interaction = service.interaction(id);
    if (!interaction) throw new InteractionApiError('InteractionNotFound', 'There is none.', 'openInteraction');
    if (this.#opensInAdapter) {
      await service.api.openInteraction({interactionType: interaction.type, interactionId: id});
    }
    service.open(id);
    return true;
  }

  #renderEntry(interaction: Interaction | undefined): TemplateResult | typeof nothing {
    if (!interaction) return nothing;
    const {id, type} = interaction;
    return html`<li>
      <button
        part="interaction"
        aria-current=${this.service?.current?.id === id ? 'true' : nothing}
        aria-disabled=${this.service?.connected ? nothing : 'true'}
        @click=${() => this.#onPress(id)}
      >
        <span part="type">${type}</span> <bdi part="who">${otherSide(interaction)}</bdi>
        <span part="state">${stateWords(interaction)}</span></button
      >${renderTimer(interaction)}
    </li>`;
  }

  #onPress(id: string): void {
    const isOpening = this.pending && this.#openingId === id;
    if (!isOpening) void this.open(id);
  }
}

const summary = (interaction: Interaction): string =>
  `${interaction.type} ${otherSide(interaction)}: ${stateWords(interaction)}`;

/** Returns the places of a list after a change: ids keep their places, an id that is gone leaves a gap, new ids are appended. */
function placesOf(ids: readonly string[], before: readonly (string | undefined)[]): (string | undefined)[] {
  const kept = before.map((id) => (id !== undefined && ids.includes(id) ? id : undefined));
  const added = ids.filter((id) => !before.includes(id));
  const places = [...kept, ...added];
  // A gap at the end keeps no place for any other interaction.
  const lastIndex = places.findLastIndex((id) => id !== undefined);
  return places.slice(0, lastIndex + 1);
}
