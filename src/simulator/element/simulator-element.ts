import {LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {TextKeysController} from '../../shared/controllers/text-keys-controller.js';
import {hostStyles} from '../../shared/styles/host-styles.js';
import {VERSION} from '../../version.js';
import {SimulatedAdapter} from '../adapter/simulated-adapter.js';
import {ContactCenter} from '../contact-center/contact-center.js';
import type {Unsubscribe} from '../contact-center/events.js';
import {toJson} from '../json.js';
import {styles} from './simulator.styles.js';
import {remoteControl} from './simulator.view.js';

/** Default number of milliseconds until the customer answers an outbound call. */
const ANSWER_AFTER = 2500;

/**
 * A simulated Five9: a simulated contact centre, an adapter to which the elements of the page connect, and a remote
 * control, for example to let a customer call or to interrupt the link to the adapter.
 *
 * Put the element into the page itself, or into another page in an iframe. The elements of this package and the
 * official SDK find the adapter in both places.
 *
 * @summary The simulated adapter with its remote control.
 * @tag five9-simulator
 * @csspart call - A live call, chat or e-mail.
 * @csspart state - The state of a call, chat or e-mail.
 * @csspart error - The error of the last command.
 * @csspart records - The records that the page has found for a call, chat or e-mail.
 * @csspart tiles - The tiles that the page has switched on.
 * @csspart dialog - A question of a hook to the agent.
 * @csspart message - A message of the adapter.
 * @csspart log - What has become of the last log.
 * @csspart component - Own controls of the page.
 * @csspart suggestions - The numbers that the page suggests.
 * @csspart answer - The answer of the page to a custom method.
 * @csspart questions - The last questions to the page.
 * @cssprop [--five9-accent] - Colour of the main actions.
 * @cssprop [--five9-on-accent] - Colour of the text on the main actions.
 * @cssprop [--five9-danger] - Colour of errors and of the hang-up buttons.
 * @cssprop [--five9-muted] - Colour of less important text.
 * @cssprop [--five9-line] - Colour of lines.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 */
export class Five9Simulator extends LitElement {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles, styles];

  /**
   * Milliseconds until the customer answers an outbound call. With a negative number or a text such as `off`, the
   * customer never answers automatically.
   *
   * @default 2500
   */
  @property({attribute: 'answer-after', converter: toAnswerAfter}) answerAfter: number | undefined;

  /** Message of the last command's error. Empty if the last command succeeded. */
  #error = '';
  /** The answer of the page to the last call of a custom method, as JSON. Empty if the last command was another one. */
  #answer = '';
  #contactCenter: ContactCenter | undefined;
  #adapter: SimulatedAdapter | undefined;
  #unsubscribe: Unsubscribe | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  /**
   * The simulated contact centre, whose commands a program or a test can run. Default: a contact centre that the
   * element creates. You can set another contact centre.
   */
  @property({attribute: false, noAccessor: true})
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

  constructor() {
    super();
    new TextKeysController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Wait a microtask, because if the page only moves the element, the element is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Does nothing. Without this method, the browser would disconnect an element that `moveBefore` moves. */
  connectedMoveCallback(): void {
    // The adapter of the element is in the window, and does not depend on the place of the element.
  }

  protected override firstUpdated(): void {
    this.#open();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('answerAfter')) return;
    const answerAfter = this.answerAfter ?? ANSWER_AFTER;
    const autoAnswerAfter = Number.isFinite(answerAfter) && answerAfter >= 0 ? answerAfter : null;
    void this.#command('configure', {autoAnswerAfter});
  }

  protected override render(): TemplateResult {
    return remoteControl(this.contactCenter.state(), {error: this.#error, answer: this.#answer}, this.#command);
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

  /** Runs a command of the contact centre. Shows an error instead of throwing it. */
  readonly #command = async (name: string, ...args: unknown[]): Promise<void> => {
    const focused = this.shadowRoot?.activeElement;
    this.#error = '';
    this.#answer = '';
    try {
      // Wait for the result, because commands that ask the page, and commands on a server, return a promise.
      const result = await this.contactCenter.run(name, args);
      if (name === 'callCustomMethod') this.#answer = `The page answered: ${toJson(result)}`;
    } catch (error) {
      this.#error = (error as Error).message;
    }
    this.requestUpdate();
    await this.updateComplete;
    // If the command has removed the control that had the focus, move the focus to the number.
    if (focused && !focused.isConnected) this.renderRoot.querySelector<HTMLElement>('[name=number]')?.focus();
  };

  /**
   * Starts the adapter. Does nothing before the first update, because the page can still set its own contact centre
   * until then.
   */
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

/**
 * Converts the attribute `answer-after`. Returns `undefined` (the default) if the attribute is missing. Returns `NaN`
 * (never) if the attribute is empty or not a number.
 */
function toAnswerAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  return value.trim() ? Number(value) : NaN;
}
