import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {textOf} from '../../interaction-api/text-of.js';
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

const OPENS_IN_PAGE_ONLY = 'A press opens the interaction in this page only. Open it in Five9 too.';

/**
 * Lists the live interactions (the interactions that are not over) with their states and times. When the agent presses
 * an interaction, the element opens it in the adapter. The opened interaction becomes the current interaction for all
 * elements of the page.
 *
 * @summary List of the live interactions; a press opens an interaction.
 * @tag five9-interactions
 * @fires {Five9ErrorEvent} five9-error - The adapter is missing, the interaction is over, or the adapter refused to open the interaction.
 * @csspart list - The list.
 * @csspart interaction - The button of an interaction.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The number of the other party. If the number is missing, the name of the campaign.
 * @csspart state - State of the interaction as text.
 * @csspart timer - Time since the interaction began; if the interaction has ended and waits for its disposition, time since its end.
 * @csspart status - The reason why no interaction can be opened, as text.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the buttons, and of the marker of the current interaction.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of states and times.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate empty - There is no live interaction.
 * @cssstate pending - The adapter has not confirmed yet that it has opened an interaction.
 * @cssstate error - An error is shown.
 */
export class Five9Interactions extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, listStyles, styles];

  /**
   * Name of the list, for screen readers.
   * @default 'Interactions'
   */
  @property() label: string | null = LABEL;

  /** The text that screen readers announced last for each live interaction, by the id of the interaction. */
  #announced = new Map<string, string>();
  #announcement = '';
  /**
   * Places of the list. Each place contains the id of a live interaction, or `undefined` if the place is empty. An
   * interaction keeps its place, so that the focus does not move.
   */
  #places: (string | undefined)[] = [];
  #openingId = '';

  constructor() {
    super();
    new FocusKeeper(this);
    new TicksController(this, () => this.#live.length > 0);
  }

  /**
   * Opens an interaction, like a press. Resolves with `true` if the interaction was opened. If not, the element shows
   * the error.
   */
  async open(id: string): Promise<boolean> {
    this.#openingId = textOf(id) ?? '';
    return (await this.run(() => this.#open(this.#openingId))) ?? false;
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
    // Remove the error if the interaction that could not be opened is over.
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

  /**
   * Whether the adapter can open an interaction. If the SDK is too old, this is false, and `open` changes only the
   * current interaction of the page.
   */
  get #opensInAdapter(): boolean {
    return this.service?.supports('openInteraction') ?? true;
  }

  async #open(id: string): Promise<boolean> {
    const {service} = this;
    const problem = connectionWords(service);
    if (!service || problem) throw new InteractionApiError('NotConnected', problem, 'openInteraction');
    const interaction = service.interaction(id);
    if (!interaction)
      throw new InteractionApiError('InteractionNotFound', 'There is no such interaction.', 'openInteraction');
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

/**
 * Returns the places after a change. Known ids keep their places, an id that is missing leaves an empty place, and new
 * ids are added at the end.
 */
function placesOf(ids: readonly string[], before: readonly (string | undefined)[]): (string | undefined)[] {
  const kept = before.map((id) => (id !== undefined && ids.includes(id) ? id : undefined));
  const added = ids.filter((id) => !before.includes(id));
  const places = [...kept, ...added];
  // Remove empty places at the end, because they do not affect the other places.
  const lastIndex = places.findLastIndex((id) => id !== undefined);
  return places.slice(0, lastIndex + 1);
}
