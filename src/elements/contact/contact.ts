import {html} from 'lit';
import {property} from 'lit/decorators.js';
import type {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {CallRef, ContactField} from '../../interaction-api/types.js';
import {InteractionElement} from '../../shared/base/interaction-element.js';
import {FocusKeeper} from '../../shared/controllers/focus-keeper.js';
import {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import {nameList} from '../../shared/parse/name-list.js';
import {records, text} from '../../shared/parse/records.js';
import {renderRefreshFoot} from '../../shared/render/refresh-foot.js';
import {type NamedValue, renderValueList} from '../../shared/render/value-list.js';
import {callDataStyles} from '../../shared/styles/call-data-styles.js';
import {controlStyles} from '../../shared/styles/control-styles.js';

/** Id of the WebSocket event 'contact updated' (docs/FIVE9.md 7.1). */
const CONTACT_UPDATED = '77';

/**
 * Shows the fields of the Five9 contact record of the other party in the call. The fields stay visible after the call.
 *
 * The element fetches the fields again when the state of the call changes, and when Five9 reports a changed contact.
 *
 * @summary Fields of the Five9 contact record of the call.
 * @tag five9-contact
 * @slot refresh - Label of the button that fetches the fields again.
 * @fires {Five9ErrorEvent} five9-error - The call or the adapter is missing, or the adapter could not return the contact.
 * @csspart list - The list of the fields.
 * @csspart name - Name of a field.
 * @csspart value - Value of a field; a dash if the value is empty.
 * @csspart status - The reason why no fields are shown, as text.
 * @csspart refresh - The button that fetches the fields again.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of the button and of the focus.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of names, of the status, and of a disabled button.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate disabled - There is no call whose contact could be fetched.
 * @cssstate finished - The call is over.
 * @cssstate pending - The fields are being fetched.
 * @cssstate error - An error is shown.
 */
export class Five9Contact extends InteractionElement {
  static override styles = [...InteractionElement.styles, controlStyles, callDataStyles];

  /**
   * Names of the fields to show, in this order, for example `number1 first_name`. Spaces separate the names. If the
   * text contains a comma, only commas separate the names. Default: all fields.
   */
  @property() fields: string | null = '';

  readonly #contact = new InteractionDataController<readonly ContactField[]>(this, {
    followed: this.followed,
    action: this.action,
    states: this.internals.states,
    method: () => 'getCrm',
    fetch: fetchContact,
  });

  constructor() {
    super({callsOnly: true, keepsFinished: true});
    new FocusKeeper(this);
    new WsEventsController(this, () => this.#contact.refreshIfPossible(), [CONTACT_UPDATED]);
  }

  /**
   * Fetches the contact again. Resolves with `true` if the adapter has returned the contact. If the request fails, the
   * element shows the error.
   */
  async refresh(): Promise<boolean> {
    return this.#contact.refresh();
  }

  override render() {
    const status = this.#contact.status(this.#contact.data?.length ? '' : 'No contact');
    return html`${renderValueList(this.#shown)}
    ${renderRefreshFoot(status, this.#contact.canFetch, () => this.refresh())} ${this.renderError()}`;
  }

  get #shown(): readonly NamedValue[] {
    const all = this.#contact.data ?? [];
    const names = nameList(this.fields);
    if (!all.length || !names.length) return all;
    return names.map((wanted) => all.find(({name}) => name === wanted) ?? {name: wanted});
  }
}

async function fetchContact(api: InteractionApi, {interactionId}: CallRef): Promise<ContactField[]> {
  try {
    const fields = records(await api.getCrm({interactionId}));
    return fields.map(({name, value}) => ({name: text(name), value: text(value)}));
  } catch (error) {
    // Return no fields for the error `NoData`, because this error only means that the call has no contact.
    if ((error as InteractionApiError).errorCode === 'NoData') return [];
    throw error;
  }
}
