import {property} from 'lit/decorators.js';
import type {CrmObject} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {crmRecord} from '../../shared/parse/crm-record.js';
import {styles} from './object-visited.styles.js';

/**
 * Reports to Five9 that the agent looks at a CRM record, so that Five9 offers the record for the log of the
 * interaction.
 *
 * The element reports each record once, when the adapter is connected. After a lost connection, it reports the record
 * again, because the adapter may have lost it. Only errors are visible.
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

  /** Id of the CRM record. Without it nothing is reported. */
  @property({attribute: 'record-id'}) recordId: string | null | undefined;
  /** Kind of the record as the CRM calls it: `Case`. */
  @property({attribute: 'record-type'}) recordType: string | null | undefined;
  /** Kind of the record as people call it: `Account`. */
  @property({attribute: 'record-label'}) recordLabel: string | null | undefined;
  /** Name of the record: `Umbrella`. */
  @property({attribute: 'record-name'}) recordName: string | null | undefined;
  /** Whether the record is a person (`who`, the "Name" list) or a thing (`what`, the "Related To" list). */
  @property({attribute: 'record-kind'}) recordKind: 'who' | 'what' | null | undefined;

  /** The last reported record, as JSON, and the service that received the report. */
  #reported = '';
  #reportedTo: InteractionService | undefined;

  override render() {
    return this.renderError();
  }

  protected override willUpdate(): void {
    const {service} = this;
    const crmObject = crmRecord(this);
    const record = JSON.stringify(crmObject ?? '');
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
