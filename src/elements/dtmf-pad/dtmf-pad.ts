import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {CallElement} from '../../shared/base/call-element.js';
import {connected} from '../../shared/words/connection-words.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {BeforeDtmfEvent, DtmfEvent, type DtmfRequest} from './dtmf-pad.events.js';
import {styles} from './dtmf-pad.styles.js';

/** Each with the letters that people dial by. */
const KEYS = ['1', '2ABC', '3DEF', '4GHI', '5JKL', '6MNO', '7PQRS', '8TUV', '9WXYZ', '*', '0', '#'];

/**
 * A keypad that sends DTMF digits to the call on the agent's softphone: by pressing, and, while the focus is in it, by typing and pasting.
 *
 * Digits appear when the adapter has taken them. Each press is sent at once, in order, without waiting for the one before.
 *
 * @summary A keypad for DTMF digits.
 * @tag five9-dtmf-pad
 * @fires {BeforeDtmfEvent} five9-before-dtmf - About to send digits. Cancel it, or amend its `detail`.
 * @fires {DtmfEvent} five9-dtmf - The adapter has taken the digits.
 * @fires {Five9ErrorEvent} five9-error - There is no call, no adapter, something was no DTMF digit, or the adapter refused: the station is no softphone.
 * @csspart keys - The keys together.
 * @csspart key - A key.
 * @csspart output - The digits that were sent to this call.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what is pressed, and of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate disabled - Digits cannot be sent now. The keys still take the focus, and say why.
 * @cssstate pending - The adapter has not taken all digits yet.
 * @cssstate error - An error is shown.
 */
export class Five9DtmfPad extends CallElement {
  static override styles = [...CallElement.styles, controlStyles, styles];

  /** Name of the keypad, for screen readers. */
  @property() label = 'Keypad';
  /** Shows • in place of digits, for card numbers; `five9-dtmf` tells no more either. */
  @property({type: Boolean}) masked = false;

  protected override readonly needs = 'sendDtmf';

  #active = 0;
  #callId: string | undefined;
  /** What to show of each request, in the order of sending; empty until the adapter has taken it. */
  #sent: {shown: string}[] = [];

  /**
   * Sends digits in one request, as pasting does: spaces and dashes are dropped, letters may be small.
   * Resolves with whether the adapter has taken them; where it has not, the element shows why.
   */
  async send(digits: string): Promise<boolean> {
    return (await this.run(() => this.#send(digits))) ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // At the document: without a selection Firefox pastes into the body, whatever has the focus.
    document.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('paste', this.#onPaste);
  }

  override render() {
    const {usable} = this;
    const shown = this.#sent.map((one) => one.shown).join('');
    return html`<div class="display">
        <output part="output" aria-label="Digits sent" aria-atomic="false"
          ><bdi dir="ltr">${Array.from(shown, (digit) => html`<span>${this.masked ? '•' : digit}</span>`)}</bdi></output
        ><span id="why">${this.why}</span>
      </div>
      <div
        part="keys"
        role="group"
        dir="ltr"
        aria-label=${this.label}
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
              tabindex=${index === this.#active ? 0 : -1}
              aria-disabled=${usable ? nothing : 'true'}
              .textContent=${key.charAt(0)}
            ></button>`,
        )}
      </div>
      ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const id = this.interaction?.id;
    if (id !== this.#callId) this.#sent = [];
    this.#callId = id;
  }

  get #keys(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  async #send(text: string): Promise<boolean> {
    const {api} = connected(this.service, 'sendDtmf');
    const {interaction, masked} = this;
    if (!interaction || !this.usable) throw refusal('Digits can be sent only during a call.');
    const request: DtmfRequest = {digits: dtmf(text)};
    if (!this.dispatchEvent(new BeforeDtmfEvent(request))) return false;
    const char = dtmf(request.digits);
    // Masked from here on, so that a card number does not appear when the page takes `masked` away.
    const digits = masked ? '•'.repeat(char.length) : char;
    const sent = {shown: ''};
    this.#sent.push(sent);
    await api.sendDtmf({char});
    sent.shown = digits;
    this.dispatchEvent(new DtmfEvent({digits, interactionId: interaction.id}));
    return true;
  }

  #onClick({target}: Event): void {
    if (target instanceof HTMLButtonElement) void this.send(target.textContent);
  }

  #onFocus({target}: Event): void {
    this.#active = this.#keys.indexOf(target as HTMLElement);
    this.requestUpdate();
  }

  #onKeyDown(event: KeyboardEvent): void {
    const {key, repeat} = event;
    // On a British Mac # is typed as Alt+3.
    if (event.isComposing || event.ctrlKey || event.metaKey || (event.altKey && key !== '#')) return;
    const at = this.#active;
    const next = {
      ArrowLeft: at % 3 ? at - 1 : at,
      ArrowRight: at % 3 < 2 ? at + 1 : at,
      ArrowUp: at < 3 ? at : at - 3,
      ArrowDown: at > 8 ? at : at + 3,
      Home: 0,
      End: 11,
    }[key];
    if (next !== undefined) {
      this.#keys[next]?.focus();
    } else if (key.length === 1 && key !== ' ') {
      if (!repeat) void this.send(key);
    } else if (key !== 'Enter' || !repeat) {
      return;
    }
    event.preventDefault();
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (!this.shadowRoot?.activeElement) return;
    event.preventDefault();
    void this.send(event.clipboardData?.getData('text') ?? '');
  };
}

/**
 * The digits of a text.
 * @throws `Generic` where it holds anything else. The text is not repeated: it may be a card number.
 */
function dtmf(text: string): string {
  const digits = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  if (!/^[\d*#A-D]+$/.test(digits)) throw refusal('Only 0–9, *, # and A–D can be sent.');
  return digits;
}

const refusal = (why: string): InteractionApiError => new InteractionApiError('Generic', why, 'sendDtmf');
