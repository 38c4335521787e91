import type {CallOptions} from '../../interaction-api/methods.js';
import type {OpenUnion, UnknownFields} from '../../interaction-api/types.js';
import {namesByKey, type NamesByKey} from '../base/names-by-key.js';
import {SdkApi} from '../base/sdk-api.js';

/** What Salesforce opens. Public code sends `{type, params}`, as Salesforce's Open CTI takes it (U). */
export interface SalesforceScreenPop extends UnknownFields {
  /** Kind of the page, for example `sobject` or `flow`. */
  type?: OpenUnion<'sobject' | 'url' | 'flow'>;
  /** Depends on `type`, for example `{recordId}` for `sobject` and `{flowDevName, flowArgs}` for `flow`. */
  params?: unknown;
}

/** A method of an Apex class. The names are those of Salesforce's Open CTI (I). */
export interface SalesforceApexCall extends UnknownFields {
  apexClass?: string;
  methodName?: string;
  /** Parameters in the form of a query string, for example `name=Joe&id=7`. */
  methodParams?: string;
}

interface Requests {
  screenPop: unknown;
  runApex: unknown;
}

/**
 * The API for pages in Salesforce (`Five9.CrmSdk.sfNativeApi()`). Five9's adapter for Salesforce answers; whether another
 * adapter answers is not known. Source: the names of SDK 1.0.11, and public code (docs/FIVE9.md).
 */
export class SfNativeApi extends SdkApi {
  /** The names of the requests, for example `Methods.ScreenPop === 'screenPop'`. */
  readonly Methods = namesByKey(['screenPop', 'runApex']) as NamesByKey<Requests>;

  /** Requests the adapter to open a page of Salesforce. What the promise resolves with is not known. */
  screenPop(params: SalesforceScreenPop, options?: CallOptions): Promise<unknown> {
    return this.request('screenPop', params, options);
  }

  /** Requests the adapter to run a method of an Apex class. What the promise resolves with is not known. */
  runApex(params: SalesforceApexCall, options?: CallOptions): Promise<unknown> {
    return this.request('runApex', params, options);
  }
}
