import {LitElement, type PropertyDeclarations, type TemplateResult} from 'lit';
import {hostStyles} from '../../shared/styles/host-styles.js';
import {VERSION} from '../../version.js';
import {SimulatedAdapter} from '../adapter/simulated-adapter.js';
import {ContactCenter} from '../contact-center/contact-center.js';
import type {Unsubscribe} from '../contact-center/events.js';
import {styles} from './simulator.styles.js';
import {remoteControl} from './simulator.view.js';

/** After this time the far end answers, in ms. */
const ANSWER_AFTER = 2500;

/**
 * A Five9 adapter without Five9: a simulated contact centre, the adapter that the page's elements connect to, and the remote control for the world
 * around the agent, from customers who call to links that drop.
 *
 * Put it into the page itself, or into a page of its own in an iframe: the elements of this package, and the official SDK, find it there.
 *
 * @summary The simulated adapter with its remote control.
 * @tag five9-simulator
 * @csspart call - One live call, chat or e-mail.
 * @csspart state - The state of one.
 * @csspart error - What was wrong with a command.
 * @cssprop [--five9-accent] - Colour of the main actions.
 * @cssprop [--five9-on-accent] - Colour of the text on it.
 * @cssprop [--five9-danger] - Colour of errors and of hanging up.
 * @cssprop [--five9-muted] - Colour of less important text.
 * @cssprop [--five9-line] - Colour of lines.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 */
export class Five9Simulator extends LitElement {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles, styles];

  // Not by decorators, as everywhere else: Lit's would weigh more than is left of this bundle's budget.
  static override properties: PropertyDeclarations = {
    answerAfter: {type: Number, attribute: 'answer-after'},
    contactCenter: {attribute: false, noAccessor: true},
  };

  /** After how many milliseconds the far end answers an outbound call; anything that is no number, as `off`: never. @default 2500 */
  declare answerAfter: number | undefined;

  /** What was wrong with the last command. */
  #error = '';
  #contactCenter: ContactCenter | undefined;
  #adapter: SimulatedAdapter | undefined;
  #unsubscribe: Unsubscribe | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  /** The simulated contact centre, to command it from a program or a test. Made on demand; set it to use one of your own. */
  get contactCenter(): ContactCenter {
    this.#contactCenter ??= new ContactCenter({autoAnswerAfter: ANSWER_AFTER});
    return this.#contactCenter;
  }

  set contactCenter(contactCenter: ContactCenter) {
    if (contactCenter === this.#contactCenter) return;
    this.#close();
    this.#contactCenter = contactCenter;
    this.#open();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is back by then, and its clients never notice.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  protected override firstUpdated(): void {
    this.#open();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const {answerAfter} = this;
    if (!changed.has('answerAfter') || answerAfter === undefined) return;
    this.contactCenter.configure({autoAnswerAfter: Number.isFinite(answerAfter) ? answerAfter : null});
  }

  protected override render(): TemplateResult {
    return remoteControl(this.contactCenter.state(), this.#error, this.#command);
  }

  protected override updated(): void {
    const timed = this.isConnected && !!this.renderRoot.querySelector('time');
    if (timed) {
      this.#tick ??= setInterval(() => {
        this.requestUpdate();
      }, 1000);
    } else {
      this.#stopTicking();
    }
  }

  /** Gives a command of the remote control. What is wrong with it is shown, not thrown. */
  readonly #command = async (name: string, ...args: unknown[]): Promise<void> => {
    const focused = this.shadowRoot?.activeElement;
    this.#error = '';
    try {
      // One in another process answers later.
      await this.contactCenter.run(name, args);
    } catch (error) {
      this.#error = (error as Error).message;
    }
    this.requestUpdate();
    await this.updateComplete;
    // The control that gave the command may be gone with it; the keyboard goes on from the top.
    if (focused && !focused.isConnected) this.renderRoot.querySelector('input')?.focus();
  };

  /** Not before the first update: until then the page may still say with which contact centre. */
  #open(): void {
    if (this.#adapter || !this.isConnected || !this.hasUpdated) return;
    this.#adapter = new SimulatedAdapter(this.contactCenter, {window: this.ownerDocument.defaultView ?? window});
    this.#adapter.start();
    this.#unsubscribe = this.contactCenter.onChange(() => {
      this.requestUpdate();
    });
  }

  #close(): void {
    this.#adapter?.stop();
    this.#adapter = undefined;
    this.#unsubscribe?.();
    this.#stopTicking();
  }

  #stopTicking(): void {
    clearInterval(this.#tick);
    this.#tick = undefined;
  }
}
