/** The whole client side of the CRM SDK, without Lit and without elements. */
import {createInteractionApi} from './interaction-api.js';
import type {InteractionApiOptions} from './interaction-api/index.js';
import {createFactories, type CrmSdk, type MakeApi, type MakeApis, SDK_CODES} from './sdk/crm-sdk.js';
import {createSisterApi, type SisterApis} from './sdk/sister-apis.js';
import {ApiChannel} from './transport/api-channel.js';
import type {AdapterSettings} from './transport/index.js';
import {originRule} from './transport/origins.js';

export * from './interaction-api.js';
export * from './sdk/index.js';

/** Settings of a CRM SDK. Each API has the name that is passed to its factory. */
export type CrmSdkSettings = Omit<AdapterSettings, 'name'> & Pick<InteractionApiOptions, 'requestTimeout'>;

/**
 * Creates an object with the factories and codes of Five9's SDK. Each API connects to an adapter in a frame of the page,
 * or in the page itself, as soon as its factory is called. The object is not installed at `window.Five9`.
 *
 * @throws `TypeError` for an `adapterOrigin` that is not an origin
 */
export function createCrmSdk(settings: CrmSdkSettings = {}): CrmSdk {
  originRule(settings.adapterOrigin ?? '');
  return {...createFactories(makeApis(settings)), ...SDK_CODES};
}

/** Returns the functions that make the APIs with these settings. */
export function makeApis(settings: CrmSdkSettings = {}): MakeApis {
  const {requestTimeout} = settings;
  const sister =
    <Name extends keyof SisterApis>(api: Name): MakeApi<SisterApis[Name]> =>
    (name) =>
      createSisterApi(api, new ApiChannel(api, {...settings, name}), {requestTimeout});
  return {
    interactionApi: (name) => createInteractionApi({...settings, name}),
    crmApi: sister('crmApi'),
    hookApi: sister('hookApi'),
    customComponentsApi: sister('customComponentsApi'),
    applicationApi: sister('applicationApi'),
    customMethodsApi: sister('customMethodsApi'),
    sfNativeApi: sister('sfNativeApi'),
  };
}
