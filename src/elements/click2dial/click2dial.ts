import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {CrmObject} from '../../interaction-api/types.js';
import {Five9Element} from '../../internal/five9-element.js';
import {phoneIcon} from '../../internal/icons.js';
import type {SdkEventContext} from '../../service/events.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {dialable} from '../../service/phone-number.js';
import {BeforeDialEvent, DialEvent, type DialRequest} from './click2dial.events.js';
import {styles} from './click2dial.styles.js';

/**
 * A phone number that dials. The number is the `number` attribute, or else the text inside.
 *
 * The adapter is told only to dial; whether a call comes of it, the adapter's events tell. The element waits for the call, shows it, and hears its events.
 * A dial that cannot be sent now fails now: it never happens later.
 *
 * @summary A phone number that dials.
 * @tag five9-click2dial
 * @slot - The number as people should read it, or any other words; the `number` attribute's text where nothing is given.
 * @fires {BeforeDialEvent} five9-before-dial - About to dial. Cancel it, or amend its `detail`.
 * @fires {DialEvent} five9-dial - Dialled. Its `call` resolves with the call that starts.
 * @fires {Five9ErrorEvent} five9-error - The number cannot be dialled, there is no adapter, the dial was refused, or no call started.
 * @csspart button - The native button.
 * @csspart status - What becomes of the dial, in words.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssstate pending - Dialled; the call has not started yet.
 * @cssstate in-call - The call that it placed is live.
 * @cssstate error - An error is shown.
 */
export class Five9Click2dial extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Number to dial, as people write it: `(925) 000-0111`. Left out, it is the text inside. */
  @property() number = '';
  /** Name (not id) of the campaign to dial in. Left out, it is the administrator's default, or the agent chooses one in the adapter. */
  @property() campaign = '';
  /** Id of the CRM record that the call is about. Without it the call has no record. */
  @property({attribute: 'record-id'}) recordId = '';
  /** Kind of the record as the CRM calls it: `Case`. */
  @property({attribute: 'record-type'}) recordType = '';
  /** Kind of the record as people call it: `Account`. */
  @property({attribute: 'record-label'}) recordLabel = '';
  /** Name of the record: `Umbrella`. */
  @property({attribute: 'record-name'}) recordName = '';
  /** Whether the record is a person (`who`, the "Name" list) or a thing (`what`, the "Related To" list). */
  @property({attribute: 'record-kind'}) recordKind: 'who' | 'what' | '' = '';

  #callId: string | undefined;
  #shown = '';

  /** The call that the element placed last, while it is live. */
  get call(): Interaction | undefined {
    const call = this.service?.interaction(this.#callId ?? '');
    return call && isLive(call) ? call : undefined;
  }

  /** Dials, as a click does. Resolves with the call that starts; with nothing where the page cancelled it or it failed. */
  async dial(): Promise<Interaction | undefined> {
    const text = this.number || (this.textContent ?? '').trim();
    const number = dialable(text);
    const request: DialRequest = {
      number: number ?? text,
      campaign: this.campaign || undefined,
      crmObject: this.#crmObject(),
    };
    if (!this.dispatchEvent(new BeforeDialEvent(request))) return undefined;
    return this.run(async () => {
      // A page that amends a number knows what its dialler takes.
      const amended = request.number !== text && request.number;
      if (!number && !amended) {
        throw new InteractionApiError('Generic', `“${text}” is not a number that can be dialled.`, 'click2dial');
      }
      if (!this.service) throw new InteractionApiError('NotConnected', 'The element is not in the page.', 'click2dial');
      const {connected} = this.service;
      const call = this.service.dial(request.number, {
        ...request,
        started: ({id}) => {
          this.#callId = id;
        },
      });
      if (connected) this.dispatchEvent(new DialEvent(request, call));
      return call;
    });
  }

  override serviceChanged(): void {
    // A list of ten thousand numbers is not drawn anew for each event of a call.
    if (this.#status() !== this.#shown || !this.hasUpdated) super.serviceChanged();
  }

  override concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && interactionId === this.#callId;
  }

  override render() {
    const {call, pending} = this;
    this.#shown = this.#status();
    const ready = this.service?.connected && !pending && !call;
    const words = pending ? 'Dialling…' : call ? (call.state === 'ended' ? 'Call ended' : 'On call') : '';
    return html`<button part="button" aria-disabled=${ready ? nothing : 'true'} @click=${this.#onClick}>
        ${phoneIcon}<span class="hidden">Call </span><slot><bdi dir="ltr">${this.number}</bdi></slot>
      </button>
      <span part="status" role="status">${words}</span>${this.renderError()}`;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.setState('in-call', this.call !== undefined);
  }

  readonly #onClick = (): void => {
    if (!this.pending && !this.call) void this.dial();
  };

  #status(): string {
    return `${String(this.service?.connected)}${this.call?.state ?? ''}`;
  }

  #crmObject(): CrmObject | undefined {
    const {recordId: id, recordLabel: label, recordName: name, recordType: type, recordKind} = this;
    if (!id) return undefined;
    return {
      id,
      label,
      name,
      isWho: recordKind === 'who',
      isWhat: recordKind === 'what',
      ...(type && {type}),
    };
  }
}
