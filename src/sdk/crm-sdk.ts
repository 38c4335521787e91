import {ApiErrorCode} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';
import {textOf} from '../interaction-api/text-of.js';
import type {AnsweringApi} from './base/answering-api.js';
import type {ApplicationApi} from './application-api/application-api.js';
import type {CrmApi} from './crm-api/crm-api.js';
import type {CustomComponentsApi} from './custom-components-api/custom-components-api.js';
import type {CustomMethodsApi} from './custom-methods-api/custom-methods-api.js';
import type {HookApi} from './hook-api/hook-api.js';
import {HookStatusCode} from './hook-api/hook-api.types.js';
import type {SfNativeApi} from './sf-native-api/sf-native-api.js';

/** The APIs of the CRM SDK, by the name of their factory. */
export interface SdkApis {
  interactionApi: InteractionApi;
  crmApi: CrmApi;
  hookApi: HookApi;
  customComponentsApi: CustomComponentsApi;
  applicationApi: ApplicationApi;
  customMethodsApi: CustomMethodsApi;
  sfNativeApi: SfNativeApi;
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
export type CrmSdk = {readonly [Name in keyof SdkApis]: Factory<SdkApis[Name]>} & {
  readonly ApiErrorCode: typeof ApiErrorCode;
  readonly HookStatusCode: typeof HookStatusCode;
};

/** The codes that `Five9.CrmSdk` has in addition to its factories. */
export const SDK_CODES = {ApiErrorCode, HookStatusCode} as const;

type AnyApi = SdkApis[keyof SdkApis];
type Factory<Api> = (name?: string) => Api;

/** Creates the factories of an SDK. Each factory keeps one API for each name. */
export function createFactories<Made extends Partial<MakeApis>>(
  make: Made,
): {[Name in keyof Made & keyof SdkApis]: Factory<SdkApis[Name]>} {
  const entries = Object.entries(make).map(([name, makeApi]) => [name, oneForEachName(makeApi as MakeApi<AnyApi>)]);
  return Object.fromEntries(entries) as {[Name in keyof Made & keyof SdkApis]: Factory<SdkApis[Name]>};
}

function oneForEachName<Api extends AnyApi>(make: MakeApi<Api>): Factory<Api> {
  const apis = new Map<string, Api>();
  return (name) => {
    const key = textOf(name) ?? '';
    const known = apis.get(key);
    if (known && isOpen(known)) return known;
    const api = make(key);
    apis.set(key, api);
    const made: object = api;
    if (isAnswering(made)) made.shareFunctions(() => openApis(apis.values()).filter(isAnswering));
    return api;
  };
}

function isOpen(api: AnyApi): boolean {
  return api.connection.reason !== 'closed';
}

function openApis(apis: Iterable<AnyApi>): object[] {
  return [...apis].filter(isOpen);
}

/**
 * Returns whether an API answers the adapter with functions of the page. Does not compare the class, because a bundle
 * with only the Interaction API must not contain that class.
 */
function isAnswering(api: object): api is AnsweringApi<object> {
  return 'shareFunctions' in api;
}
