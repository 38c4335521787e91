import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {dial} from '../click2dial/dial.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {SdkEventContext} from '../../service/events.js';
import {styles} from './dial-links.styles.js';
import type {Linker} from './linker.js';

/**
 * Finds the phone numbers in its content and makes them links that dial, also those that arrive later; and lets `tel:` links in its content dial.
 *
 * No text changes: what was selected, copied or read before is the same after, and without the element, or with `disabled`, the content is what it was.
 * Numbers are found by libphonenumber-js, which is loaded when the element is used. What it leaves alone: links, buttons, form controls, labels, code, times,
 * editable content, pictures, elements with a shadow root, other elements of this package, whatever is in `[data-five9-no-dial]`, and numbers that are written
 * across several elements.
 *
 * A press dials as `five9-click2dial` does. The record of the call is that of the nearest `data-five9-record-id` (`-type`, `-label`, `-name`, `-kind`) around the link,
 * else the element's. While no adapter is connected, a `tel:` link of the page stays the browser's, as it does with a modifier key.
 *
 * @summary Makes the phone numbers in its content dial.
 * @tag five9-dial-links
 * @attr record-id - Id of the CRM record that the calls are about.
 * @attr record-type - Kind of the record as the CRM calls it: `Case`.
 * @attr record-label - Kind of the record as people call it: `Account`.
 * @attr record-name - Name of the record: `Umbrella`.
 * @attr record-kind - Whether the record is a person (`who`, the "Name" list) or a thing (`what`, the "Related To" list).
 * @slot - The content.
 * @fires {BeforeDialEvent} five9-before-dial - About to dial. Cancel it, or amend its `detail`. Its target is the link.
 * @fires {DialEvent} five9-dial - Dialled. Its `call` resolves with the call that starts. Its target is the link.
 * @fires {Five9ErrorEvent} five9-error - Numbers cannot be looked for, or one cannot be dialled, there is no adapter, the dial was refused, or no call started.
 * @csspart status - What becomes of the dial, in words. At the lower edge of what is seen of the content.
 * @csspart error - What went wrong, in words. There too.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside.
 * @cssstate pending - It loads what finds numbers, or has dialled and the call has not started yet.
 * @cssstate in-call - The call that it placed is live.
 * @cssstate error - An error is shown.
 */
export class Five9DialLinks extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Country whose numbers are written without a country's code: `US` (ISO 3166). Left out, only numbers with one are found: `+1 925 555 0100`. */
  @property({attribute: 'default-country'}) defaultCountry: string | undefined;
  /** Name (not id) of the campaign to dial in. Left out, it is the administrator's default, or the agent chooses one in the adapter. */
  @property() campaign: string | undefined;
  /** Gives the content back as it was, and touches it no more. */
  @property({type: Boolean}) disabled = false;
  #linker: Linker | undefined;
  #loading: Promise<void> | undefined;

  /** The events of the call that it placed. */
  override concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && interactionId === this.#linker?.callId;
  }

  override render() {
    return html`<slot @slotchange=${this.#load}></slot>
      <p part="status" role="status">${this.#linker?.status}</p>
      ${this.renderError()}`;
  }

  /** Not before there is content: it is large. */
  #load(): Promise<void> {
    return (this.#loading ??= this.run(async () => {
      const {loadLinker} = await import('./linker.js').catch(notLoaded('What finds phone numbers'));
      this.#linker = await loadLinker(this, dial, {run: (action) => this.run(action)}, this.internals.states);
    }));
  }
}
