import {ApplicationApi} from './application-api/application-api.js';
import {CrmApi} from './crm-api/crm-api.js';
import type {SdkApis} from './crm-sdk.js';
import {CustomComponentsApi} from './custom-components-api/custom-components-api.js';
import {CustomMethodsApi} from './custom-methods-api/custom-methods-api.js';
import {HookApi} from './hook-api/hook-api.js';
import {SfNativeApi} from './sf-native-api/sf-native-api.js';
import type {ApiLink} from './base/api-link.js';
import type {SdkApiOptions} from './base/sdk-api.js';

/** The APIs of the CRM SDK except the Interaction API. */
export type SisterApis = Omit<SdkApis, 'interactionApi'>;

/** The class of each API. */
const CLASSES: {readonly [Name in keyof SisterApis]: new (link: ApiLink, options?: SdkApiOptions) => SisterApis[Name]} =
  {
    crmApi: CrmApi,
    hookApi: HookApi,
    customComponentsApi: CustomComponentsApi,
    applicationApi: ApplicationApi,
    customMethodsApi: CustomMethodsApi,
    sfNativeApi: SfNativeApi,
  };

/** Creates an API over a connection, and opens the connection. */
export function createSisterApi<Name extends keyof SisterApis>(
  name: Name,
  link: ApiLink,
  options?: SdkApiOptions,
): SisterApis[Name] {
  return new CLASSES[name](link, options);
}
