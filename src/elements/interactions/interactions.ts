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

const OPENS_IN_PAGE_ONLY = 'Opens only in this page: this version of Five9 cannot open it.';

/**
 * Lists the live interactions with their states and times. A press opens an interaction in the adapter. The opened
 * interaction becomes the current interaction for all elements of the page.
 *
 * @summary List of the live interactions; a press opens an interaction.
 * @tag five9-interactions
 * @fires {Five9ErrorEvent} five9-error - The adapter is missing, the interaction is over, or the adapter refused to open the interaction.
 * @csspart list - The list.
 * @csspart interaction - The button of an interaction.
 * @csspart type - Call, Chat or Email.
 * @csspart who - The number of the other side. If the number is missing, the campaign.
 * @csspart state - State of the interaction as text.
 * @csspart timer - Time since the interaction began. While it waits for its disposition, time since it ended.
 * @csspart status - The reason why no interaction can be opened, as text.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the buttons, and of the mark of the current interaction.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of states and times.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate empty - There is no live interaction.
 * @cssstate pending - The adapter has not confirmed yet that an interaction was opened.
 * @cssstate error - An error is shown.
 */
export class Five9Interactions extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, listStyles, styles];

  /** Name of the list, for screen readers. */
  @property() label: string | null = LABEL;

  /** The last announced text of each live interaction, by id. */
  #announced = new Map<string, string>();
  #announcement = '';
  /**
   * Ids of the live interactions; `undefined` is an empty place. Each interaction keeps its place in the list, so that
   * the focus does not move.
   */
  #places: (string | undefined)[] = [];
  #openingId = '';

  constructor() {
    super();
    new FocusKeeper(this);
    new TicksController(this, () => this.#live.length > 0);
  }

  /**
   * Opens an interaction, like a press. Resolves with `true` if the adapter has opened it. If not, the element shows
   * the error.
   */
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
    // Remove the error of an interaction that is over.
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

  /** Whether the adapter opens the interaction too. With older SDKs, only the elements of the page open it. */
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
 * Returns the places after a change: ids keep their places, a missing id leaves an empty place, and new ids are
 * appended.
 */
function placesOf(ids: readonly string[], before: readonly (string | undefined)[]): (string | undefined)[] {
  const kept = before.map((id) => (id !== undefined && ids.includes(id) ? id : undefined));
  const added = ids.filter((id) => !before.includes(id));
  const places = [...kept, ...added];
  // Remove empty places at the end: they do not affect the other places.
  const lastIndex = places.findLastIndex((id) => id !== undefined);
  return places.slice(0, lastIndex + 1);
}
