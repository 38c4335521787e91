import {html, nothing, svg} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {CallElement} from '../../shared/base/call-element.js';
import {connected} from '../../shared/words/connection-words.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {mutedCalls} from '../../service/muted-calls.js';
import {MuteChangeEvent} from './mute.events.js';
import {styles} from './mute.styles.js';

const MICROPHONE =
  'M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.9V21h2v-3.1A7 7 0 0 0 19 11z';
const STRUCK_OUT = 'M4 2.6 21.4 20 20 21.4 2.6 4z';

/**
 * Mutes the softphone during a call, and unmutes it.
 *
 * It shows what the adapter has acknowledged; all mute tags of the page agree. The adapter does not tell what the agent does in it: each call starts unmuted.
 *
 * @summary Mute toggle of the softphone.
 * @tag five9-mute
 * @slot - Words of the button. They stay the same while muted: assistive technology says whether it is pressed.
 * @fires {MuteChangeEvent} five9-mute-change - The adapter has muted or unmuted the softphone.
 * @fires {Five9ErrorEvent} five9-error - There is no call, no adapter, or the adapter refused: the station is no softphone.
 * @csspart button - The native button.
 * @csspart status - Whether the softphone is muted, or why it cannot be, in words.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed, and background while muted.
 * @cssprop [--five9-on-accent] - Colour of text on the accent colour.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate muted - While the softphone is muted.
 * @cssstate disabled - There is no call to mute, or the Five9 SDK of the page cannot. The button still takes the focus, and says why.
 * @cssstate pending - The adapter has not answered yet.
 * @cssstate error - An error is shown.
 */
export class Five9Mute extends CallElement {
  static override styles = [...CallElement.styles, controlStyles, styles];

  protected override readonly needs = 'mute';

  /** Whether the call is muted, as far as that was done from this page. */
  get muted(): boolean {
    const {interaction} = this;
    return interaction?.state === 'accepted' && mutedCalls().has(interaction.id);
  }

  /**
   * Mutes if unmuted, and the reverse; or does what `muted` says. Resolves with whether the adapter has done so; where it has not, the element shows why.
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
    const {muted, usable} = this;
    return html`<button
        part="button"
        aria-pressed=${muted}
        aria-describedby="status"
        aria-disabled=${usable ? nothing : 'true'}
        @click=${this.#onClick}
        @keydown=${this.#onKeyDown}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d=${MICROPHONE} />
          ${muted ? svg`<path d=${STRUCK_OUT} />` : nothing}</svg
        ><slot>Mute</slot>
      </button>
      <span part="status" id="status">${this.why || (muted ? 'Muted' : '')}</span>
      ${this.renderError()}`;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.setState('muted', this.muted);
  }

  async #set(muted: boolean): Promise<boolean> {
    const method = muted ? 'mute' : 'unMute';
    const {api} = connected(this.service, method);
    const {interaction} = this;
    if (!interaction || !this.usable) {
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

  /** A key that is held down would toggle on and on. */
  #onKeyDown(event: KeyboardEvent): void {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
  }
}
