import {property} from 'lit/decorators.js';
import type {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {CallRef, ContactField} from '../../interaction-api/types.js';
import {CallDataElement} from '../../shared/base/call-data-element.js';
import {nameList} from '../../shared/parse/name-list.js';
import {records, text} from '../../shared/parse/records.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';

/** WebSocket event (FIVE9 reference 7.1): contact updated. */
const CONTACT_UPDATED = '77';

/**
 * The contact record that Five9 has of the other side of the call: its fields, by name and value. They stay to be seen when the call is over.
 *
 * It asks again when the call moves on and when Five9 tells that a contact was changed.
 *
 * @summary Fields of the VCC contact record.
 * @tag five9-contact
 * @slot refresh - Words of the button that asks again.
 * @fires {Five9ErrorEvent} five9-error - There is no call, no adapter, or the adapter cannot tell the contact.
 * @csspart list - The list of the fields.
 * @csspart name - Name of a field.
 * @csspart value - Value of a field; a dash where it has none.
 * @csspart status - Why there is nothing to see, in words.
 * @csspart refresh - The button that asks again.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of names, of what is said beside, and of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate disabled - There is no call to ask about.
 * @cssstate finished - The call is over.
 * @cssstate pending - The adapter was asked.
 * @cssstate error - An error is shown.
 */
export class Five9Contact extends CallDataElement<readonly ContactField[]> {
  /** Names of the fields to show, in this order: `number1 first_name`. Between commas, names may hold spaces. Left out, it shows all that the adapter tells. */
  @property() fields = '';

  protected override readonly method = 'getCrm';

  constructor() {
    super();
    new WsEventsController(this, () => this.keepUp(), [CONTACT_UPDATED]);
  }

  override render() {
    return [this.renderValues(this.#shown), this.renderFoot()];
  }

  protected override async ask(api: InteractionApi, {interactionId}: CallRef): Promise<ContactField[]> {
    try {
      return records(await api.getCrm({interactionId})).map(({name, value}) => ({
        name: text(name),
        value: text(value),
      }));
    } catch (error) {
      if ((error as InteractionApiError).errorCode === 'NoData') return [];
      throw error;
    }
  }

  protected override get empty(): string {
    return this.data?.length ? '' : 'No contact';
  }

  get #shown(): readonly ContactField[] {
    const {data} = this;
    const names = nameList(this.fields);
    if (!data?.length || !names.length) return data ?? [];
    return names.map((wanted) => data.find(({name}) => name === wanted) ?? {name: wanted});
  }
}
