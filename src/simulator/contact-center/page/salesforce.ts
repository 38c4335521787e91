import {isRecord} from '../../../interaction-api/is-record.js';
import {notImplemented, refuse} from '../errors.js';
import {toJson} from '../../json.js';
import type {Dialogs} from './dialogs.js';

export type Salesforce = ReturnType<typeof createSalesforce>;

/** Creates the object that answers the API for pages in Salesforce. It only shows what Salesforce would do. */
export function createSalesforce(dialogs: Dialogs) {
  const requests: Readonly<Record<string, (params: unknown) => unknown>> = {
    screenPop(params) {
      const {type, params: details} = isRecord(params) ? params : {};
      if (typeof type !== 'string' || !type) refuse('screenPop needs a type, for example sobject or flow.');
      dialogs.showMessage(`Salesforce would show: ${String(type)} ${toJson(details)}`);
      return null;
    },
    runApex: () => refuse('The simulator cannot run Apex, because it has no Salesforce.'),
  };

  return {
    /** Returns the answer to a request of a page. */
    request(method: string, params: unknown): unknown {
      if (!Object.hasOwn(requests, method)) throw notImplemented(method);
      return requests[method]?.(params);
    },
  };
}
