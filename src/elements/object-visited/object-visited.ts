import {property} from 'lit/decorators.js';
import {crmRecord} from '../../shared/parse/crm-record.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {styles} from './object-visited.styles.js';

/**
 * Tells Five9 that the agent looks at a record of the CRM, so that it is offered for the log of the interaction.
 *
 * It tells each record once, when there is an adapter, and again to an adapter that was lost and came back: it may have forgotten. Nothing is seen of it but errors.
 *
 * @summary Says “the agent looks at this record”.
 * @tag five9-object-visited
 * @fires {Five9ErrorEvent} five9-error - This version of Five9 cannot be told.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssstate visited - The adapter was told of the record.
 * @cssstate error - An error is shown.
 */
export class Five9ObjectVisited extends Five9Element {
  static override styles = [...Five9Element.styles, styles];

  /** Id of the CRM record. Without it nothing is told. */
  @property({attribute: 'record-id'}) recordId: string | undefined;
  /** Kind of the record as the CRM calls it: `Case`. */
  @property({attribute: 'record-type'}) recordType: string | undefined;
  /** Kind of the record as people call it: `Account`. */
  @property({attribute: 'record-label'}) recordLabel: string | undefined;
  /** Name of the record: `Umbrella`. */
  @property({attribute: 'record-name'}) recordName: string | undefined;
  /** Whether the record is a person (`who`, the "Name" list) or a thing (`what`, the "Related To" list). */
  @property({attribute: 'record-kind'}) recordKind: 'who' | 'what' | undefined;

  #told = '';
  #toldTo: InteractionService | undefined;

  override render() {
    return this.renderError();
  }

  protected override willUpdate(): void {
    const {service} = this;
    const crmObject = crmRecord(this);
    const record = JSON.stringify(crmObject ?? '');
    if (!service?.connected || service !== this.#toldTo) this.#told = '';
    if (service?.connected && record !== this.#told) {
      this.#told = record;
      this.#toldTo = service;
      this.clearError();
      try {
        if (crmObject) service.api.objectVisited({crmObject});
      } catch (cause) {
        this.fail(cause);
      }
    }
    this.setState('visited', crmObject !== undefined && this.#told === record && !this.error);
  }
}
