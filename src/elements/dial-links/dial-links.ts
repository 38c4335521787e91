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
 * too. `tel:` links of the page in the content dial too.
 *
 * The text of the content does not change: users select, copy and read the same text as before. If the element is
 * removed or `disabled`, its links are removed too.
 *
 * The package libphonenumber-js finds the numbers. It is loaded on demand. The element makes no links in other links,
 * buttons, form controls, labels, code, times, editable content, pictures, elements with a shadow root, other elements
 * of this package, and elements with the attribute `data-five9-no-dial`. It also makes no link if a number is divided
 * between several elements.
 *
 * A click on a link dials, like a press of `five9-click2dial`. The CRM record of the call is described by the nearest
 * element around the link that has the attribute `data-five9-record-id` (optionally with `data-five9-record-type`,
 * `-label`, `-name` and `-kind`). Without such an element, the attributes of this element describe the record. If no
 * adapter is connected, or if a modifier key is pressed, the browser follows a `tel:` link of the page as usual.
 *
 * @summary Turns the phone numbers in its content into links that dial.
 * @tag five9-dial-links
 * @attr record-id - Id of the CRM record that the calls are about.
 * @attr record-type - Type of the record in the CRM, for example `Case`.
 * @attr record-label - Type of the record as users know it, for example `Account`.
 * @attr record-name - Name of the record, for example `Umbrella`.
 * @attr record-kind - Kind of the record: `who` for a person (in the "Name" list), or `what` for a thing (in the "Related To" list).
 * @slot - The content.
 * @fires {BeforeDialEvent} five9-before-dial - The element is about to dial. The page may cancel the event, or change its `detail`. The target is the link.
 * @fires {DialEvent} five9-dial - The number was dialled. The event's `call` resolves with the call that starts. The target is the link.
 * @fires {Five9ErrorEvent} five9-error - The search for numbers could not be loaded or has failed, `default-country` is unknown, a number cannot be dialled, no adapter is connected, the adapter refused the dial, or no call started.
 * @csspart status - The state of the dial as text, at the lower edge of the visible content.
 * @csspart error - The error message, at the same place as the status.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of secondary text.
 * @cssstate pending - The search is loading, or a number was dialled and its call has not started yet.
 * @cssstate in-call - The call that was dialled last is not over yet.
 * @cssstate error - An error is shown.
 */
export class Five9DialLinks extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /**
   * Country code (ISO 3166, for example `US`) for numbers that are written without a country code. If the property is
   * empty, only numbers with a country code are found, for example `+1 925 555 0100`.
   */
  @property({attribute: 'default-country'}) defaultCountry: string | null | undefined;
  /**
   * Name (not id) of the campaign for the call. Default: the campaign that the administrator has chosen. If the
   * administrator has chosen none, the agent chooses a campaign in the adapter.
   */
  @property() campaign: string | null | undefined;
  /** Whether the element makes no links. Existing links of the element are removed. */
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

  /** Loads the code that makes the links, when the element has content for the first time. */
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
