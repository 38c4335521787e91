import {type PropertyValues, ReactiveElement} from 'lit';
import {ActionController, toggleState} from '../../shared/controllers/action-controller.js';
import {errorWords} from '../../shared/words/error-words.js';
import {hostStyles} from '../../shared/styles/host-styles.js';
import {ServiceController, type ServiceHost} from '../../shared/controllers/service-controller.js';
import type {SdkEventContext} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {VERSION} from '../../version.js';
import {styles} from './click2dial.styles.js';
import {dial, dialWords} from './dial.js';
import {type Click2dialView, createView} from './click2dial.view.js';

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
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate pending - Dialled; the call has not started yet.
 * @cssstate in-call - The call that it placed is live.
 * @cssstate error - An error is shown.
 */
// Lit's element without Lit's templates and decorators: a list view holds ten thousand of these, and a page may load this one alone.
export class Five9Click2dial extends ReactiveElement implements ServiceHost {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles, styles];
  static override shadowRootOptions: ShadowRootInit = {mode: 'open', delegatesFocus: true};

  static override properties = {
    number: {},
    campaign: {},
    recordId: {attribute: 'record-id'},
    recordType: {attribute: 'record-type'},
    recordLabel: {attribute: 'record-label'},
    recordName: {attribute: 'record-name'},
    recordKind: {attribute: 'record-kind'},
  };

  /** Number to dial, as people write it: `(925) 000-0111`. Left out, it is the text inside. */
  declare number?: string | null;
  /** Name (not id) of the campaign to dial in. Left out, it is the administrator's default, or the agent chooses one in the adapter. */
  declare campaign?: string | null;
  /** Id of the CRM record that the call is about. Without it the call has no record. */
  declare recordId?: string | null;
  /** Kind of the record as the CRM calls it: `Case`. */
  declare recordType?: string | null;
  /** Kind of the record as people call it: `Account`. */
  declare recordLabel?: string | null;
  /** Name of the record: `Umbrella`. */
  declare recordName?: string | null;
  /** Whether the record is a person (`who`, the "Name" list) or a thing (`what`, the "Related To" list). */
  declare recordKind?: 'who' | 'what' | null;

  readonly #controller = new ServiceController(this);
  readonly #action = new ActionController(this, () => this.#states);
  #internals: ElementInternals | undefined;
  #view: Click2dialView | undefined;
  #callId = '';
  #drawn = '';

  /** The service of this element: the nearest `five9-provider scoped`'s, else the page's. */
  get service(): InteractionService | undefined {
    return this.#controller.service;
  }

  /** The call that the element placed last, while it is live. */
  get call(): Interaction | undefined {
    const call = this.service?.interaction(this.#callId);
    return call && isLive(call) ? call : undefined;
  }

  /** Dials, as a click does. Resolves with the call that starts; with nothing where the page cancelled it or it failed. */
  dial(): Promise<Interaction | undefined> {
    return dial(this, this.number || this.textContent.trim(), this.#action, ({id}) => {
      this.#callId = id;
    });
  }

  /** The service, or something that it knows, changed. */
  serviceChanged(): void {
    // A list of ten thousand numbers is not drawn anew for each event of each call.
    if (this.#key() !== this.#drawn) this.requestUpdate();
  }

  /** The events of the call that it placed. */
  concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && interactionId === this.#callId;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const {call, number} = this;
    const {pending, error} = this.#action;
    const ready = this.service?.connected === true && !pending && !call;
    this.#drawn = this.#key();
    this.#view ??= createView(this.renderRoot, this.#onClick);
    this.#view({number: number ?? '', ready, status: dialWords(pending, call), error: errorWords(error)});
    if (this.#internals) toggleState(this.#states, 'in-call', call !== undefined);
  }

  get #states(): CustomStateSet {
    return (this.#internals ??= this.attachInternals()).states;
  }

  readonly #onClick = (): void => {
    if (!this.#action.pending && !this.call) void this.dial();
  };

  #key(): string {
    return `${String(this.service?.connected)} ${this.call?.state ?? ''}`;
  }
}
