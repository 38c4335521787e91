import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {readTones} from '../../service/phone-number/index.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {ActiveCallController} from '../../shared/controllers/active-call-controller.js';
import {TextKeysController} from '../../shared/controllers/text-keys-controller.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {connected} from '../../shared/words/connection-words.js';
import {BeforeDtmfEvent, DtmfEvent, type DtmfRequest} from './dtmf-pad.events.js';
import {styles} from './dtmf-pad.styles.js';

const LABEL = 'Keypad';

/** The keys. Each text is the digit of a key, followed by the letters on the key. */
const KEYS = ['1', '2ABC', '3DEF', '4GHI', '5JKL', '6MNO', '7PQRS', '8TUV', '9WXYZ', '*', '0', '#'];
const COLUMNS = 3;

/**
 * A keypad that sends DTMF digits to the call on the agent's softphone. While the keypad has the focus, the agent can
 * also type or paste digits.
 *
 * Each digit is sent immediately, without waiting for the answer to the previous digit. The order of the digits is
 * kept. A digit is shown when the adapter has accepted it.
 *
 * If the number of the call was dialled with an extension, the keypad has a button that sends the extension, until it is
 * sent or the call is over. Nothing is sent automatically.
 *
 * @summary A keypad for DTMF digits.
 * @tag five9-dtmf-pad
 * @fires {BeforeDtmfEvent} five9-before-dtmf - The element is about to send digits. Cancel the event, or change its `detail`.
 * @fires {DtmfEvent} five9-dtmf - The adapter has accepted the digits.
 * @fires {Five9ErrorEvent} five9-error - The call or the adapter is missing, a character is not a DTMF digit, or the adapter refused because the station is not a softphone.
 * @csspart keys - The group of keys.
 * @csspart key - A key.
 * @csspart output - The digits that were sent to this call.
 * @csspart extension - The button that sends the extension of the number.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of a pressed key, and of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the letters, of the status, and of disabled keys.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate disabled - Digits cannot be sent now. The keys can still get the focus, and their description contains the reason.
 * @cssstate pending - The adapter has not answered all requests yet.
 * @cssstate error - An error is shown.
 */
export class Five9DtmfPad extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, styles];

  /**
   * Name of the keypad, for screen readers.
   * @default 'Keypad'
   */
  @property() label: string | null = LABEL;
  /**
   * Whether the element shows • instead of digits, for example for card numbers. The event `five9-dtmf` then contains •
   * too.
   */
  @property({type: Boolean}) masked = false;

  readonly #call = new ActiveCallController(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: 'sendDtmf',
  });
  /** Index of the key that gets the focus when the user presses Tab. */
  #activeKey = 0;
  #callId: string | undefined;
  #isSendingExtension = false;
  /** The requests of this call, in the order of sending. */
  #requests: {acceptedDigits: string}[] = [];

  constructor() {
    super({callsOnly: true});
    new TextKeysController(this);
  }

  /**
   * Sends digits in one request, like pasted digits: ignores spaces, dashes, dots, slashes and brackets, and accepts
   * lower-case letters and the digits of every script. Resolves with `true` if the adapter has accepted the digits. If the request fails, the element shows the error.
   */
  async send(digits: string): Promise<boolean> {
    return (await this.run(() => this.#send(digits))) ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Listen on the document, because without a selection, Firefox dispatches `paste` at the body, not at the focused
    // element.
    document.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('paste', this.#onPaste);
  }

  override render() {
    const {isUsable, problem} = this.#call;
    const digits = this.#requests.map(({acceptedDigits}) => acceptedDigits).join('');
    return html`<div class="display">
        <output part="output" aria-label="Digits sent" aria-atomic="false"
          ><bdi dir="ltr"
            >${digits.split('').map((digit) => html`<span>${this.masked ? '•' : digit}</span>`)}</bdi
          ></output
        ><span id="why">${problem}</span>
      </div>
      <div
        part="keys"
        role="group"
        dir="ltr"
        aria-label=${this.label ?? LABEL}
        aria-describedby="why"
        @click=${this.#onClick}
        @focusin=${this.#onFocus}
        @keydown=${this.#onKeyDown}
      >
        ${KEYS.map(
          (key, index) =>
            html`<button
              part="key"
              aria-label=${key.charAt(0)}
              data-letters=${key.slice(1)}
              tabindex=${index === this.#activeKey ? 0 : -1}
              aria-disabled=${isUsable ? nothing : 'true'}
              .textContent=${key.charAt(0)}
            ></button>`,
        )}
      </div>
      <div role="status">${this.#extension && html`<span class="hidden">The number has an extension.</span>`}</div>
      ${this.#renderExtension()} ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    const callId = this.interaction?.id;
    // Delete the digits of the previous call, because they may be a card number.
    if (callId !== this.#callId) this.#requests = [];
    this.#callId = callId;
  }

  get #keys(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[part="key"]')];
  }

  /** The extension that can be sent now; empty if there is none, or if the call is not answered. */
  get #extension(): string {
    const {interaction} = this;
    return (this.#call.isUsable && interaction && this.service?.extension(interaction.id)) || '';
  }

  #renderExtension() {
    const extension = this.#extension;
    if (!extension) return nothing;
    const shown = this.masked ? '•'.repeat(extension.length) : extension;
    return html`<button part="extension" @click=${this.#onExtensionClick}>
      <span>Send extension <bdi dir="ltr">${shown}</bdi></span>
    </button>`;
  }

  async #sendExtension(): Promise<void> {
    const {interaction, service} = this;
    if (!interaction || this.#isSendingExtension) return;
    this.#isSendingExtension = true;
    const isSent = await this.send(this.#extension);
    this.#isSendingExtension = false;
    if (!isSent) return;
    // Move the focus to the keys, because the focused button disappears.
    if (this.shadowRoot?.activeElement?.part.contains('extension')) this.#keys[this.#activeKey]?.focus();
    service?.extensionSent(interaction.id);
  }

  async #send(text: string): Promise<boolean> {
    const {api} = connected(this.service, 'sendDtmf');
    const {interaction, masked} = this;
    if (!interaction || !this.#call.isUsable) throw refusal('Digits can be sent only during a call.');
    const request: DtmfRequest = {digits: dtmf(text)};
    if (!this.dispatchEvent(new BeforeDtmfEvent(request))) return false;
    const char = dtmf(request.digits);
    // Store masked digits only as •, because a card number must not appear when the page removes `masked`.
    const digits = masked ? '•'.repeat(char.length) : char;
    const entry = {acceptedDigits: ''};
    this.#requests.push(entry);
    await api.sendDtmf({char});
    entry.acceptedDigits = digits;
    this.dispatchEvent(new DtmfEvent({digits, interactionId: interaction.id}));
    return true;
  }

  #onClick({target}: Event): void {
    if (target instanceof HTMLButtonElement) void this.send(target.textContent);
  }

  #onExtensionClick(): void {
    void this.#sendExtension();
  }

  #onFocus({target}: Event): void {
    this.#activeKey = this.#keys.indexOf(target as HTMLElement);
    this.requestUpdate();
  }

  #onKeyDown(event: KeyboardEvent): void {
    const {key, repeat} = event;
    // Allow Alt for #, because Alt+3 types # on a British Mac keyboard.
    if (event.isComposing || event.ctrlKey || event.metaKey || (event.altKey && key !== '#')) return;
    const next = nextKey(this.#activeKey, key);
    const isCharacter = key.length === 1 && key !== ' ';
    // Enter presses the focused key. Ignore the repeated events while Enter is held down.
    const isRepeatedPress = key === 'Enter' && repeat;
    if (next === undefined && !isCharacter && !isRepeatedPress) return;
    event.preventDefault();
    if (next !== undefined) this.#keys[next]?.focus();
    else if (isCharacter && !repeat) void this.send(key);
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (!this.shadowRoot?.activeElement) return;
    event.preventDefault();
    void this.send(event.clipboardData?.getData('text') ?? '');
  };
}

/**
 * Returns the index of the key in the keypad to which an arrow key, Home or End moves the focus; `undefined` for any
 * other key of the keyboard.
 */
function nextKey(index: number, key: string): number | undefined {
  const column = index % COLUMNS;
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? index - 1 : index;
    case 'ArrowRight':
      return column < COLUMNS - 1 ? index + 1 : index;
    case 'ArrowUp':
      return index >= COLUMNS ? index - COLUMNS : index;
    case 'ArrowDown':
      return index + COLUMNS < KEYS.length ? index + COLUMNS : index;
    case 'Home':
      return 0;
    case 'End':
      return KEYS.length - 1;
    default:
      return undefined;
  }
}

/**
 * Returns the digits of a text.
 * @throws `Generic` if the text contains anything else. The message does not contain the text, because the text may be
 *   a card number.
 */
function dtmf(text: unknown): string {
  const {tones, problem} = readTones(text);
  if (problem === 'several') throw refusal('The text contains several numbers. Send one number at a time.');
  if (problem === 'masked') throw refusal('Some digits of the text are hidden. Send the complete number.');
  if (problem) throw refusal('Only 0–9, *, # and A–D can be sent.');
  return tones;
}

const refusal = (message: string): InteractionApiError => new InteractionApiError('Generic', message, 'sendDtmf');
