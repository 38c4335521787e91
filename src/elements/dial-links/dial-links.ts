import {html} from 'lit';
import {property} from 'lit/decorators.js';
import {dial, dialData} from '../click2dial/dial.js';
import type {Click2DialData} from '../../interaction-api/types.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {numbersChanged, type NumberSource} from '../../shared/controllers/number-changes.js';
import {importModule} from '../../shared/load/import-module.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {SdkEventContext} from '../../service/events.js';
import {styles} from './dial-links.styles.js';
import type {Linker} from './linker.js';
import {recordOf} from './record-attributes.js';

/**
 * Finds the phone numbers in its content, underlines them, and dials when the user presses one. Content that is added
 * later is searched too. `tel:` links of the page in the content dial too.
 *
 * The element never changes the content: neither its text nor its nodes. It underlines the numbers with the CSS Custom
 * Highlight API, notices by the position of the pointer that a number is pressed, and has a link for each number in its
 * shadow root, for keyboard and screen reader. So frameworks, translators and editors can change the content at any
 * time. In the order of the Tab key, the links follow the content. While there are numbers, the document (or the shadow
 * root around the element) has one more style sheet in `adoptedStyleSheets`.
 *
 * The package libphonenumber-js finds the numbers. It is loaded on demand. The element finds no numbers in links,
 * buttons, form controls, labels, code, times, editable content, pictures, elements with a shadow root, other elements
 * of this package, and elements with the attribute `data-five9-no-dial`. It also finds no number that is divided between
 * elements, unless they only format a part of it, such as `b` or `mark`.
 *
 * A press of a number dials, like a press of `five9-click2dial`. The CRM record of the call is described by the nearest
 * element around the number that has the attribute `data-five9-record-id` (optionally with `data-five9-record-type`,
 * `-label`, `-name` and `-kind`). Without such an element, the properties of this element describe the record. If no
 * adapter is connected, or if a modifier key is pressed, the browser follows a `tel:` link of the page as usual.
 *
 * A click on a number also reaches the elements around the number, for example a row that opens a record. In this click,
 * `defaultPrevented` is true.
 *
 * @summary Makes the phone numbers in its content dial.
 * @tag five9-dial-links
 * @slot - The content.
 * @fires {BeforeDialEvent} five9-before-dial - The element is about to dial. The page may cancel the event, or change its `detail`. The target is the element that contains the number, or the `tel:` link.
 * @fires {DialEvent} five9-dial - The number was dialled. The event's `call` resolves with the call that starts. The target is the element that contains the number, or the `tel:` link.
 * @fires {Five9ErrorEvent} five9-error - The search for numbers could not be loaded or has failed, `default-country` is unknown, a number cannot be dialled, no adapter is connected, the adapter refused the dial, or no call started.
 * @csspart links - The group of links, one for each number. A link is at its number, and is visible only with focus or during its call.
 * @csspart status - The state of the dial as text, at the lower edge of the visible content.
 * @csspart error - The error message, at the same place as the status.
 * @cssprop [--five9-accent] - Colour of the outline of a link with focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of secondary text.
 * @cssstate over-number - The pointer is on a number.
 * @cssstate pending - The search is loading, or a number was dialled and its call has not started yet.
 * @cssstate in-call - The newest call of a link is not over yet.
 * @cssstate error - An error is shown.
 */
export class Five9DialLinks extends Five9Element implements NumberSource {
  static override styles = [...Five9Element.styles, styles];
  // A click in the content must not move the focus to the first link.
  static override shadowRootOptions = {...Five9Element.shadowRootOptions, delegatesFocus: false};

  /**
   * Country code (ISO 3166, for example `US`) for numbers that are written without a country code. Default: the
   * `default-country` of the `five9-provider`. Without both, only numbers with a country code are found, for example
   * `+1 925 555 0100`.
   */
  @property({attribute: 'default-country'}) defaultCountry: string | null | undefined;
  /**
   * Name (not id) of the campaign for the call. Default: the campaign that the administrator has chosen. If the
   * administrator has chosen none, the agent chooses a campaign in the adapter.
   */
  @property() campaign: string | null | undefined;
  /** Id of the CRM record that the calls are about. Without an id, the calls have no record. */
  @property({attribute: 'record-id'}) recordId: string | null | undefined;
  /** Type of the record in the CRM, for example `Case`. */
  @property({attribute: 'record-type'}) recordType: string | null | undefined;
  /** Type of the record as users know it, for example `Account`. */
  @property({attribute: 'record-label'}) recordLabel: string | null | undefined;
  /** Name of the record, for example `Umbrella`. */
  @property({attribute: 'record-name'}) recordName: string | null | undefined;
  /** Kind of the record: `who` for a person (in the "Name" list), or `what` for a thing (in the "Related To" list). */
  @property({attribute: 'record-kind'}) recordKind: 'who' | 'what' | null | undefined;
  /** Whether `tel:` links in open shadow roots of the content dial too. */
  @property({type: Boolean, attribute: 'shadow-links'}) shadowLinks = false;
  /** Whether the element makes no links. Existing links of the element are removed. */
  @property({type: Boolean}) disabled = false;
  #linker: Linker | undefined;
  #loading: Promise<void> | undefined;

  /** Returns whether an SDK event is about a call that was dialled with one of the links. */
  override concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && this.#linker !== undefined && this.#linker.hasCall(interactionId);
  }

  /**
   * Returns the numbers in the content. For `five9-crm`.
   * @internal
   */
  dialNumbers(): Click2DialData[] {
    const {campaign} = this;
    const numbers = this.#linker?.numbers() ?? [];
    return numbers.flatMap(({number, place}) => dialData(number, {campaign, ...recordOf(place, this)}));
  }

  override render() {
    return html`<slot @slotchange=${this.#load}></slot>
      <div class="below"><div part="links" role="group" aria-label="Phone numbers" hidden></div></div>
      <p part="status" role="status">${this.#linker?.status}</p>
      ${this.renderError()}`;
  }

  /** Loads the code that makes the links, when the element has content for the first time. */
  #load(): Promise<void> {
    this.#loading ??= this.run(async () => {
      const layer = this.renderRoot.querySelector<HTMLElement>('[part=links]');
      if (!layer) throw new Error('five9-dial-links has not rendered its links.');
      const {loadLinker} = await importModule(() => import('./linker.js')).catch(
        notLoaded('The search for phone numbers'),
      );
      this.#linker = await loadLinker(this, {
        dial,
        layer,
        onNumbers: numbersChanged,
        run: (action) => this.run(action),
        states: this.internals.states,
      });
    });
    return this.#loading;
  }
}
