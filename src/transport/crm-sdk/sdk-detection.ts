import {pageSdk, type SdkFactory, sdkFactoryOf} from '../sdk-presence.js';
import {type CrmSdkApi, isCrmSdkApi} from './sdk-methods.js';

/** Finds the API of the page's official SDK. */
export class SdkDetection {
  /**
   * The APIs that each factory (`interactionApi` of an SDK) has created, by name. They are kept, because some SDKs
   * create a new API for each call with the same name.
   */
  readonly #made = new WeakMap<SdkFactory, Map<string, unknown>>();

  /**
   * Returns the SDK's API with this name; `undefined` if there is no SDK.
   *
   * @param given The SDK or its API, if the settings contain one. Without `given`, `window.Five9.CrmSdk` is used.
   */
  find(given: object | undefined, name = ''): CrmSdkApi | undefined {
    if (given && isCrmSdkApi(given)) return given;
    const sdk = given ?? pageSdk();
    const factory = sdkFactoryOf(sdk);
    if (!factory) return undefined;
    const apis = this.#made.get(factory) ?? new Map<string, unknown>();
    this.#made.set(factory, apis);
    // Without a name, call the factory without an argument, because pages do the same, and an SDK that caches its APIs
    // then returns the API that the page uses.
    if (!apis.has(name)) apis.set(name, name === '' ? factory.call(sdk) : factory.call(sdk, name));
    const api = apis.get(name);
    return isCrmSdkApi(api) ? (api as CrmSdkApi) : undefined;
  }
}
