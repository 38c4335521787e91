import {createCrmSdk, type CrmSdk, type CrmSdkSettings, type SdkApis, type SisterApis} from '../../src/sdk.js';
import type {AdapterHandle} from './adapter-handle.js';
import {freshName} from './client.js';
import {atEnd} from './lifecycle.js';
import type {Place} from './places.js';
import {until} from './time.js';
import type {WireOptions} from './wire-adapter.js';

/**
 * The prefix of the channels of each API, from the description of the protocol. The sources have a table of their own,
 * so that a mistake in it is found.
 */
export const CHANNELS: Readonly<Record<keyof SisterApis, string>> = {
  crmApi: 'crm_api_plugin_',
  hookApi: 'hook_api_plugin_',
  customComponentsApi: 'cust_comp_plugin_',
  applicationApi: 'app_api_plugin_',
  customMethodsApi: 'custom_methods_api_',
  sfNativeApi: 'sf_native_api_plugin_',
};

/** The names of the APIs except the Interaction API. */
export const SISTER_APIS = Object.keys(CHANNELS) as (keyof SisterApis)[];

/** Creates an SDK whose APIs are closed when the test ends. */
export function openSdk(settings: CrmSdkSettings = {}): CrmSdk {
  const sdk = createCrmSdk(settings);
  const closing = <Api extends keyof SdkApis>(api: Api): CrmSdk[Api] =>
    ((name?: string) => {
      const opened = sdk[api](name);
      atEnd(() => opened.close());
      return opened;
    }) as CrmSdk[Api];
  return {
    ...sdk,
    interactionApi: closing('interactionApi'),
    crmApi: closing('crmApi'),
    hookApi: closing('hookApi'),
    customComponentsApi: closing('customComponentsApi'),
    applicationApi: closing('applicationApi'),
    customMethodsApi: closing('customMethodsApi'),
    sfNativeApi: closing('sfNativeApi'),
  };
}

/** An API of the SDK, and the adapter that it is connected to. */
export interface SdkLine<Api extends keyof SisterApis> {
  sdk: CrmSdk;
  api: SisterApis[Api];
  adapter: AdapterHandle;
  /** Name of the channel, as in `crmApi(name)`. */
  name: string;
}

/** Starts an adapter on the channel of an API. */
export function startApiAdapter(
  adapter: AdapterHandle,
  place: Place,
  api: keyof SisterApis,
  name: string,
  options: Partial<WireOptions> = {},
): Promise<void> {
  return adapter.start({...place.defaults, channel: CHANNELS[api] + name, ...options});
}

/** Waits until an API has connected to an adapter, which has received `times` connections by then. */
export async function connected(api: SisterApis[keyof SisterApis], adapter: AdapterHandle, times = 1): Promise<void> {
  await until(() => api.connection.status === 'connected', 'the API to connect');
  await adapter.receives('connected', times);
}

/**
 * Starts an adapter in a place, opens an API, and waits until they are connected.
 *
 * @param settings.register Called with the new API in the task in which it is made, as pages do.
 */
export async function connectApi<Api extends keyof SisterApis>(
  place: Place,
  apiName: Api,
  {
    register,
    options,
    ...settings
  }: CrmSdkSettings & {register?: (api: SisterApis[Api]) => void; options?: Partial<WireOptions>} = {},
): Promise<SdkLine<Api>> {
  const name = freshName();
  const adapter = await place.settle();
  const sdk = openSdk({adapterOrigin: adapter.origin, ...settings});
  const api = sdk[apiName](name) as SisterApis[Api];
  register?.(api);
  await startApiAdapter(adapter, place, apiName, name, options);
  await connected(api, adapter);
  return {sdk, api, adapter, name};
}
