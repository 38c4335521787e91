/** The whole client side of the CRM SDK, without Lit and without elements. */
import {createInteractionApi} from './interaction-api.js';
import type {InteractionApiOptions} from './interaction-api/index.js';
import {createFactories, type CrmSdk, type MakeApis, SDK_CODES} from './sdk/crm-sdk.js';
import {ApplicationApi, CrmApi, CustomComponentsApi, CustomMethodsApi, HookApi} from './sdk/index.js';
import {ApiChannel} from './transport/api-channel.js';
import type {AdapterSettings} from './transport/index.js';

export * from './interaction-api.js';
export * from './sdk/index.js';

/** Settings of a CRM SDK. Each API has the name that is passed to its factory. */
export type CrmSdkSettings = Omit<AdapterSettings, 'name'> & Pick<InteractionApiOptions, 'requestTimeout'>;

/**
 * Creates an object with the factories and codes of Five9's SDK. Each API connects to an adapter in a frame of the page,
 * or in the page itself, as soon as its factory is called. The object is not installed at `window.Five9`.
 */
export function createCrmSdk(settings: CrmSdkSettings = {}): CrmSdk {
  return {...createFactories(makeApis(settings)), ...SDK_CODES};
}

/** Returns the functions that make the APIs with these settings. */
export function makeApis(settings: CrmSdkSettings = {}): MakeApis {
  const {requestTimeout} = settings;
  return {
    interactionApi: (name) => createInteractionApi({...settings, name}),
    crmApi: (name) => new CrmApi(new ApiChannel('crmApi', {...settings, name}), {requestTimeout}),
    hookApi: (name) => new HookApi(new ApiChannel('hookApi', {...settings, name}), {requestTimeout}),
    customComponentsApi: (name) =>
      new CustomComponentsApi(new ApiChannel('customComponentsApi', {...settings, name}), {requestTimeout}),
    applicationApi: (name) =>
      new ApplicationApi(new ApiChannel('applicationApi', {...settings, name}), {requestTimeout}),
    customMethodsApi: (name) =>
      new CustomMethodsApi(new ApiChannel('customMethodsApi', {...settings, name}), {requestTimeout}),
  };
}
