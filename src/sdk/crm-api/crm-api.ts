import {InteractionApiError} from '../../interaction-api/errors.js';
import {normalParams} from '../../interaction-api/params.js';
import type {Click2DialData, CrmObject} from '../../interaction-api/types.js';
import {AnsweringApi} from '../base/answering-api.js';
import type {ApiLink} from '../base/api-link.js';
import type {SdkApiOptions} from '../base/sdk-api.js';
import {CRM_API_METHODS, type CrmApiFunctions, type SuggestedNumbersParams} from './crm-api.types.js';

const NOT_CONNECTED =
  'The number was not dialled: no adapter is connected. Check that the adapter’s frame is in the page and that the agent is logged in.';

/**
 * The CRM API (`Five9.CrmSdk.crmApi()`): the adapter asks the page to find the caller, to show a record and to save the
 * log, and the page reports what the agent looks at.
 *
 * Source: Five9's public documentation, and the public code of integrators (docs/FIVE9.md).
 */
export class CrmApi extends AnsweringApi<CrmApiFunctions> {
  /** @param link The connection to the adapter. The constructor opens the connection. */
  constructor(link: ApiLink, options?: SdkApiOptions) {
    super(link, options, 'crmApi', CRM_API_METHODS);
  }

  /**
   * Requests the adapter to dial a number, as `interactionApi().click2dial()` does.
   *
   * @throws `NotConnected` if no adapter is connected. The dial is not sent later.
   */
  click2dial(params: {click2DialData: Click2DialData}): void {
    if (!this.sendEvent('click2dial', normalParams('click2dial', params))) {
      throw new InteractionApiError('NotConnected', NOT_CONNECTED, 'click2dial');
    }
  }

  /**
   * Reports the CRM record that the agent looks at, as `interactionApi().objectVisited()` does. If no adapter is
   * connected, the report waits until an adapter connects.
   */
  objectVisited(params: {crmObject: CrmObject}): void {
    this.sendEventLater('objectVisited', normalParams('objectVisited', params));
  }

  /**
   * Sends the numbers that the adapter offers to dial for the record in view (D). The newest list replaces the list
   * before (I). If no adapter is connected, the list waits until an adapter connects.
   */
  suggestedNumbers(params: SuggestedNumbersParams): void {
    this.sendEventLater('suggestedNumbers', normalParams('suggestedNumbers', params));
  }
}
