import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {SdkEventContext} from '../../service/events.js';
import type {Click2DialData} from '../../interaction-api/types.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {readNumber} from '../../service/phone-number/index.js';
import {dialRefusal} from '../../service/phone-number/problems.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {numbersChanged, type NumberSource} from '../../shared/controllers/number-changes.js';
import {Press} from '../../shared/controllers/press.js';
import {text} from '../../shared/parse/records.js';
import {directionOf} from '../../shared/words/direction.js';
import {styles} from './click2dial.styles.js';
import {dial, dialData, dialWords} from './dial.js';
import {isNotReady, isNotReadyError, NOT_READY} from './dial-availability.js';

const HANDSET = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M6.6 11a15 15 0 0 0 6.4 6.4l2.5-2.4 5.5 1.5V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5L9 8.5z" />
</svg>`;

/**
 * A phone number that is dialled when the user presses it. The number is the `number` attribute. Without this
 * attribute, the number is the text inside the element.
 *
 * The adapter sends no answer to a dial, but reports the call when the call starts. The element waits for this report,
 * and then shows the state of the call. Events of the call are also dispatched at the element. If the number cannot be
 * dialled immediately, the dial fails, and the number is not dialled later.
 *
 * While the adapter reports that the agent cannot dial, for example before the login is complete or during a call, the
 * button is disabled. If the adapter reports nothing, the button is not disabled.
 *
 * Without a number, the button is disabled and shows “No number”. A text that is not exactly one number is not dialled,
 * and the element says why.
 *
 * @summary A phone number that is dialled when it is pressed.
 * @tag five9-click2dial
 * @slot - The number as the user reads it, or any other text. Default: the text of the `number` attribute.
 * @fires {BeforeDialEvent} five9-before-dial - The number is about to be dialled. Cancel the event, or change its `detail`.
 * @fires {DialEvent} five9-dial - The number was dialled. The event's `call` resolves with the call that starts.
 * @fires {Five9ErrorEvent} five9-error - The number cannot be dialled, no adapter is connected, the agent cannot dial now, the adapter refused the dial, or no call started.
 * @csspart button - The native button.
 * @csspart status - State of the dial or of the call as text.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the number while it can be pressed.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the status, and of the number while it cannot be pressed.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate pending - The number was dialled, and the call has not started yet.
 * @cssstate in-call - The call that the element started is not over yet.
 * @cssstate error - An error is shown.
 */
export class Five9Click2dial extends Five9Element implements NumberSource {
  static override styles = [...Five9Element.styles, styles];

  /**
   * Number to dial, as people write it: with punctuation, an extension, digits of any script, or as a `tel:` address; for
   * example `(925) 000-0111 ext. 5`. A whole number is used as text. Default: the text inside the element.
   */
  @property() number: string | number | null | undefined;
  /**
   * Name (not id) of the campaign for the call. Default: the campaign that the administrator has chosen. If the
   * administrator has chosen none, the agent chooses a campaign in the adapter.
   */
  @property() campaign: string | null | undefined;
  /** Id of the CRM record that the call is about. Without an id, the call has no record. */
  @property({attribute: 'record-id'}) recordId: string | null | undefined;
  /** Type of the record in the CRM, for example `Case`. */
  @property({attribute: 'record-type'}) recordType: string | null | undefined;
  /** Type of the record as users know it, for example `Account`. */
  @property({attribute: 'record-label'}) recordLabel: string | null | undefined;
  /** Name of the record, for example `Umbrella`. */
  @property({attribute: 'record-name'}) recordName: string | null | undefined;
  /** Kind of the record: `who` for a person (in the "Name" list), or `what` for a thing (in the "Related To" list). */
  @property({attribute: 'record-kind'}) recordKind: 'who' | 'what' | null | undefined;

  #callId = '';
  #renderedState = '';
  readonly #press = new Press();
  /** Observes the text inside while there is no number. */
  #textObserver: MutationObserver | undefined;

  /** The call that the element started last; `undefined` if there is none or if it is over. */
  get call(): Interaction | undefined {
    const call = this.service?.interaction(this.#callId);
    return call && isLive(call) ? call : undefined;
  }

  /**
   * Dials the number, like a click. Resolves with the call that starts. Resolves with `undefined` if the page cancelled
   * the dial or the dial failed.
   */
  dial(): Promise<Interaction | undefined> {
    const action = {run: <Result>(place: () => Promise<Result>) => this.run(place)};
    return dial(this, this.#written, action, ({id}) => {
      this.#callId = id;
    });
  }

  /**
   * Returns the number of the element; an empty list without one. For `five9-crm`.
   * @internal
   */
  dialNumbers(): Click2DialData[] {
    return dialData(this.#written, this);
  }

  /**
   * Updates the element only if its visible state has changed. Otherwise a list of 10,000 numbers would render again
   * for each event of a call.
   */
  override serviceChanged(): void {
    if (this.#serviceState() !== this.#renderedState) this.requestUpdate();
  }

  /** Returns whether an SDK event is about the call that the element started. */
  override concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && interactionId === this.#callId;
  }

  override render() {
    const hasNumber = this.#hasNumber;
    const isFree = hasNumber && this.service?.connected && !this.pending && !this.call;
    const mustWait = isFree && isNotReady(this.service);
    const canDial = isFree && !mustWait;
    const number = readNumber(this.number).problem === 'empty' ? '' : text(this.number);
    const isBlank = !hasNumber && !number && !this.textContent.trim();
    const direction = directionOf(this.textContent.trim() || number);
    return html`<button
        part="button"
        aria-labelledby=${hasNumber ? 'action number' : 'number'}
        aria-disabled=${canDial ? nothing : 'true'}
        aria-describedby=${mustWait ? 'reason' : nothing}
        title=${mustWait ? NOT_READY : nothing}
        @pointerdown=${this.#onPointerDown}
        @contextmenu=${this.#onContextMenu}
        @click=${this.#onClick}
      >
        ${hasNumber ? HANDSET : nothing}<span id="action" hidden>Call </span
        ><bdi id="number" dir=${direction}
          >${isBlank ? 'No number' : nothing}<slot dir=${direction} @slotchange=${this.#onSlotChange}
            >${number}</slot
          ></bdi
        ></button
      >${mustWait ? html`<span id="reason" hidden>${NOT_READY}</span>` : nothing}<span part="status" role="status"
        >${dialWords(this.pending, this.call)}</span
      >${this.renderError()}`;
  }

  protected override willUpdate(): void {
    this.#renderedState = this.#serviceState();
    if (isNotReadyError(this.error) && !isNotReady(this.service)) this.clearError();
    this.setState('in-call', this.call !== undefined);
  }

  protected override updated(): void {
    numbersChanged();
    // While there is no number, wait for a text, because a framework may write into a text node that is in the slot
    // already. Otherwise do not observe, because a page may have 10,000 numbers.
    this.#textObserver?.disconnect();
    if (this.#hasNumber) return;
    this.#textObserver ??= new MutationObserver(() => this.requestUpdate());
    this.#textObserver.observe(this, {characterData: true, childList: true, subtree: true});
  }

  /** The number as it is written: the `number`, or the text inside the element. */
  get #written(): unknown {
    const isMissing = this.number === undefined || this.number === null || this.number === '';
    return isMissing ? this.textContent : this.number;
  }

  /**
   * Whether there is a number or a text to press. A contact without a number has none, also if a label is in the slot.
   * The login of an agent is not a number.
   */
  get #hasNumber(): boolean {
    const {problem} = readNumber(this.#written);
    const isEmptied = this.number === null || this.number === '';
    if (problem === 'no-digits' && isEmptied) return false;
    return problem !== 'empty' && problem !== 'type' && problem !== 'agent';
  }

  #onPointerDown(event: PointerEvent): void {
    this.#press.pointerDown(event);
  }

  #onContextMenu(): void {
    this.#press.contextMenu();
  }

  #onSlotChange(): void {
    this.requestUpdate();
  }

  #onClick(event: MouseEvent): void {
    // A link around the element must not open its page: the adapter and its call would end.
    event.preventDefault();
    if (!this.#press.isPress(event) || this.pending || this.call) return;
    const {problem} = readNumber(this.#written);
    // Without a number, there is no dial that the page could amend.
    if (problem && !this.#hasNumber) this.fail(dialRefusal(problem, this.#written));
    else void this.dial();
  }

  /** Returns the parts of the service's state that the element shows, as one text that is easy to compare. */
  #serviceState(): string {
    return `${String(this.service?.connected)} ${String(isNotReady(this.service))} ${this.call?.state ?? ''}`;
  }
}
