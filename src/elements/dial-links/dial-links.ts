import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {dial} from '../click2dial/dial.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {SdkEventContext} from '../../service/events.js';
import {styles} from './dial-links.styles.js';
import type {Linker} from './linker.js';

/**
 * Finds the phone numbers in its content, and turns them into links that dial. Content that is added later gets links
 * too. `tel:` links in the content dial too.
 *
 * The text of the content does not change: users select, copy and read the same text as before. Without the element, or
 * with `disabled`, the content has no links of the element. Numbers are found by libphonenumber-js, which is loaded on
 * demand. The element does not change links, buttons, form controls, labels, code, times, editable content, pictures,
 * elements with a shadow root, other elements of this package, everything in `[data-five9-no-dial]`, and numbers that
 * are divided between several elements.
 *
 * A click dials as `five9-click2dial` does. The CRM record of the call comes from the nearest element around the link
 * with `data-five9-record-id` (`-type`, `-label`, `-name`, `-kind`), or else from the attributes of this element. The
 * browser follows a `tel:` link of the page while no adapter is connected, and if a modifier key is pressed.
 *
 * @summary Makes the phone numbers in its content dial.
 * @tag five9-dial-links
 * @attr record-id - Id of the CRM record that the calls are about.
 * @attr record-type - Type of the record in the CRM: `Case`.
 * @attr record-label - Type of the record for users: `Account`.
 * @attr record-name - Name of the record: `Umbrella`.
 * @attr record-kind - Whether the record is a person (`who`, the "Name" list) or a thing (`what`, the "Related To" list).
 * @slot - The content.
 * @fires {BeforeDialEvent} five9-before-dial - The element is about to dial. The page may cancel the event, or change its `detail`. The target is the link.
 * @fires {DialEvent} five9-dial - The number was dialled. `call` resolves with the call that starts. The target is the link.
 * @fires {Five9ErrorEvent} five9-error - The element cannot look for numbers, a number cannot be dialled, no adapter is connected, the adapter refused the dial, or no call started.
 * @csspart status - The state of the dial as text, at the lower edge of the visible content.
 * @csspart error - The error text, at the same place.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of secondary text.
 * @cssstate pending - The element is loading, or has dialled and the call has not started yet.
 * @cssstate in-call - The call that was dialled last is live.
 * @cssstate error - An error is shown.
 */
export class Five9DialLinks extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /**
   * Country (ISO 3166: `US`) of numbers that are written without a country code. Without a country, only numbers with a
   * country code are found: `+1 925 555 0100`.
   */
  @property({attribute: 'default-country'}) defaultCountry: string | null | undefined;
  /**
   * Name (not id) of the campaign to dial in. Default: the administrator's choice. If there is no such choice, the
   * agent chooses a campaign in the adapter.
   */
  @property() campaign: string | null | undefined;
  /** Removes the links, and makes no new links. */
  @property({type: Boolean}) disabled = false;
  #linker: Linker | undefined;
  #loading: Promise<void> | undefined;

  /** Returns whether an SDK event is about the call that was dialled last. */
  override concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && interactionId === this.#linker?.callId;
  }

  override render() {
    return html`<slot @slotchange=${this.#load}></slot>
      <p part="status" role="status">${this.#linker?.status}</p>
      ${this.renderError()}`;
  }

  /** Loads the linker when the element has content for the first time. */
  #load(): Promise<void> {
    this.#loading ??= this.run(async () => {
      const {loadLinker} = await import('./linker.js').catch(notLoaded('The search for phone numbers'));
      this.#linker = await loadLinker(this, {
        dial,
        run: (action) => this.run(action),
        states: this.internals.states,
      });
    });
    return this.#loading;
  }
}
