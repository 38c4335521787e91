import {html, nothing, svg} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {kindWords} from '../../interaction-api/text-of.js';
import {mutedCalls} from '../../service/muted-calls.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {ActiveCallController} from '../../shared/controllers/active-call-controller.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {connected} from '../../shared/words/connection-words.js';
import {MuteChangeEvent} from './mute.events.js';
import {styles} from './mute.styles.js';

const MICROPHONE =
  'M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.9V21h2v-3.1A7 7 0 0 0 19 11z';
const STRUCK_OUT = 'M4 2.6 21.4 20 20 21.4 2.6 4z';

/**
 * Mutes and unmutes the softphone during a call.
 *
 * The element shows the state that the adapter has confirmed. All mute elements of the page show the same state. Each
 * call counts as unmuted at first, and the element does not notice a change that the agent makes in the adapter itself,
 * because the adapter does not report the state.
 *
 * @summary Mute toggle of the softphone.
 * @tag five9-mute
 * @slot - Label of the button. Use the same label for both states, because screen readers announce whether the button is pressed.
 * @fires {MuteChangeEvent} five9-mute-change - The adapter has muted or unmuted the softphone.
 * @fires {Five9ErrorEvent} five9-error - The call or the adapter is missing, or the adapter refused because the station is not a softphone.
 * @csspart button - The native button.
 * @csspart status - Text that the softphone is muted, or the reason why it cannot be muted; otherwise empty.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the button, and its background while muted.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of the status, and of a disabled button.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate muted - The softphone is muted.
 * @cssstate disabled - There is no call to mute, or the Five9 SDK of the page does not support mute. The button can still get the focus, and its description contains the reason.
 * @cssstate pending - The adapter has not answered yet.
 * @cssstate error - An error is shown.
 */
export class Five9Mute extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, styles];

  readonly #call = new ActiveCallController(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: 'mute',
  });

  constructor() {
    super({callsOnly: true});
  }

  /** Whether this page has muted the call. Changes that the agent makes in the adapter itself are not included. */
  get muted(): boolean {
    const {interaction} = this;
    return interaction?.state === 'accepted' && mutedCalls().has(interaction.id);
  }

  /**
   * Mutes or unmutes the softphone. Without an argument, changes to the other state. Resolves with `true` if the
   * adapter has muted or unmuted the softphone. If not, the element shows the error.
   */
  async toggle(muted = !this.muted): Promise<boolean> {
    return (await this.run(() => this.#set(muted))) ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    mutedCalls().addEventListener('change', this.#onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    mutedCalls().removeEventListener('change', this.#onChange);
  }

  override render() {
    const {muted} = this;
    const {isUsable, problem} = this.#call;
    return html`<button
        part="button"
        aria-pressed=${muted}
        aria-describedby="status"
        aria-disabled=${isUsable ? nothing : 'true'}
        @click=${this.#onClick}
        @keydown=${this.#onKeyDown}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d=${MICROPHONE} />
          ${muted ? svg`<path d=${STRUCK_OUT} />` : nothing}</svg
        ><slot>Mute</slot>
      </button>
      <span part="status" id="status">${problem || (muted ? 'Muted' : '')}</span>
      ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    this.setState('muted', this.muted);
  }

  async #set(muted: boolean): Promise<boolean> {
    const method = muted ? 'mute' : 'unMute';
    if (typeof muted !== 'boolean') {
      throw new InteractionApiError('Generic', `muted must be true or false, and not ${kindWords(muted)}.`, method);
    }
    const {api} = connected(this.service, method);
    const {interaction} = this;
    if (!interaction || !this.#call.isUsable) {
      throw new InteractionApiError('Generic', 'The microphone can be muted only during a call.', method);
    }
    await api[method]();
    const interactionId = interaction.id;
    mutedCalls().set(interactionId, muted);
    this.dispatchEvent(new MuteChangeEvent({muted, interactionId}));
    return true;
  }

  readonly #onChange = (): void => {
    this.requestUpdate();
  };

  #onClick(): void {
    if (!this.pending) void this.toggle();
  }

  /** Ignores repeated events while Enter is held down, because each event would toggle the button. */
  #onKeyDown(event: KeyboardEvent): void {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
  }
}
