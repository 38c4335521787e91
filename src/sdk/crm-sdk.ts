import {ApiErrorCode} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';
import type {ApplicationApi} from './application-api/application-api.js';
import type {CrmApi} from './crm-api/crm-api.js';
import type {CustomComponentsApi} from './custom-components-api/custom-components-api.js';
import type {CustomMethodsApi} from './custom-methods-api/custom-methods-api.js';
import type {HookApi} from './hook-api/hook-api.js';
import {HookStatusCode} from './hook-api/hook-api.types.js';

/** The APIs of the CRM SDK, by the name of their factory. */
export interface SdkApis {
  interactionApi: InteractionApi;
  crmApi: CrmApi;
  hookApi: HookApi;
  customComponentsApi: CustomComponentsApi;
  applicationApi: ApplicationApi;
  customMethodsApi: CustomMethodsApi;
}

/**
 * Makes the API for a name that a page passes to a factory. Called for the first use of a name, and again if the API for
 * this name was closed.
 */
export type MakeApi<Api> = (name: string) => Api;

/** The functions that make the APIs of a CRM SDK. */
export type MakeApis = {readonly [Name in keyof SdkApis]: MakeApi<SdkApis[Name]>};

/**
 * The client side of the CRM SDK, with the names of Five9's SDK. Each factory takes a name (default `''`), returns the
 * same object for the same name, and starts to connect when it is called.
 */
export type CrmSdk = {readonly [Name in keyof SdkApis]: (name?: string) => SdkApis[Name]} & {
  readonly ApiErrorCode: typeof ApiErrorCode;
  readonly HookStatusCode: typeof HookStatusCode;
};

/** The codes that `Five9.CrmSdk` has in addition to its factories. */
export const SDK_CODES = {ApiErrorCode, HookStatusCode} as const;

/** Creates the factories of an SDK. Each factory keeps one API for each name. */
export function createFactories<Made extends Partial<MakeApis>>(
  make: Made,
): {[Name in keyof Made & keyof SdkApis]: (name?: string) => SdkApis[Name]} {
  const entries = Object.entries(make).map(([name, makeApi]) => [name, oneForEachName(makeApi as MakeApi<AnyApi>)]);
  return Object.fromEntries(entries) as {[Name in keyof Made & keyof SdkApis]: (name?: string) => SdkApis[Name]};
}

type AnyApi = SdkApis[keyof SdkApis];

function oneForEachName(make: MakeApi<AnyApi>): (name?: string) => AnyApi {
  const apis = new Map<string, AnyApi>();
  return (name = '') => {
    const known = apis.get(name);
    const api = known && known.connection.reason !== 'closed' ? known : make(name);
    apis.set(name, api);
    return api;
  };
}
