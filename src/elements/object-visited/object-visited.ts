import {property} from 'lit/decorators.js';
import {recordKey} from '../../interaction-api/record-id.js';
import type {CrmObject} from '../../interaction-api/types.js';
import {toJson} from '../../interaction-api/to-json.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {crmRecord} from '../../shared/parse/crm-record.js';
import {styles} from './object-visited.styles.js';

/**
 * Reports to Five9 that the agent looks at a CRM record, so that Five9 offers the record for the log of the
 * interaction.
 *
 * The element reports each record once, when the adapter is connected. After a lost connection, the element reports the
 * record again, because the adapter may not know it any more. The element shows only errors.
 *
 * @summary Reports that the agent looks at a CRM record.
 * @tag five9-object-visited
 * @fires {Five9ErrorEvent} five9-error - This version of Five9 does not support reports of visited records.
 * @csspart error - The error message.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssstate visited - The record was reported to the adapter.
 * @cssstate error - An error is shown.
 */
export class Five9ObjectVisited extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Id of the CRM record. Without an id, nothing is reported. */
  @property({attribute: 'record-id'}) recordId: string | null | undefined;
  /** Type of the record in the CRM, for example `Case`. */
  @property({attribute: 'record-type'}) recordType: string | null | undefined;
  /** Type of the record as users know it, for example `Account`. */
  @property({attribute: 'record-label'}) recordLabel: string | null | undefined;
  /** Name of the record, for example `Umbrella`. */
  @property({attribute: 'record-name'}) recordName: string | null | undefined;
  /** Kind of the record: `who` for a person (in the "Name" list), or `what` for a thing (in the "Related To" list). */
  @property({attribute: 'record-kind'}) recordKind: 'who' | 'what' | null | undefined;

  /** The record that was reported last, as JSON; empty if the record must be reported again. */
  #reported = '';
  #reportedTo: InteractionService | undefined;

  override render() {
    return this.renderError();
  }

  protected override willUpdate(): void {
    const {service} = this;
    const crmObject = crmRecord(this);
    const record = toJson(crmObject ? {...crmObject, id: recordKey(crmObject.id)} : '');
    if (!service?.connected || service !== this.#reportedTo) this.#reported = '';
    if (service?.connected && record !== this.#reported) {
      this.#reported = record;
      this.#reportedTo = service;
      this.clearError();
      if (crmObject) this.#report(service, crmObject);
    }
    this.setState('visited', crmObject !== undefined && this.#reported === record && !this.error);
  }

  #report(service: InteractionService, crmObject: CrmObject): void {
    try {
      service.api.objectVisited({crmObject});
    } catch (cause) {
      this.fail(cause);
    }
  }
}
