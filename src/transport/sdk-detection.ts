import {type CrmSdkApi, isCrmSdkApi} from './crm-sdk/sdk-methods.js';

/** The function `interactionApi` of an SDK. That of our own drop-in carries the mark `dropIn`. */
type Factory = ((name?: string) => unknown) & {dropIn?: boolean};

/** Finds the official SDK of the page. */
export class SdkDetection {
  /** The APIs that each factory made, by name: not every SDK returns the same API for the same name. */
  readonly #made = new WeakMap<Factory, Map<string, unknown>>();

  /**
   * Returns the SDK's API of a name; nothing if there is no SDK.
   *
   * @param given The SDK, or its API, if the page names it. Otherwise `window.Five9.CrmSdk` is used.
   */
  find(given: object | undefined, name = ''): CrmSdkApi | undefined {
    if (given && isCrmSdkApi(given)) return given;
    const sdk = given ?? pageSdk();
    const factory = factoryOf(sdk);
    if (!factory) return undefined;
    const apis = this.#made.get(factory) ?? new Map<string, unknown>();
    this.#made.set(factory, apis);
    // Without a name, as pages call it: an SDK that remembers its APIs then returns the page's own.
    if (!apis.has(name)) apis.set(name, name === '' ? factory.call(sdk) : factory.call(sdk, name));
    const api = apis.get(name);
    return isCrmSdkApi(api) ? (api as CrmSdkApi) : undefined;
  }
}

/** Returns whether `given`, or the page, has an official SDK. No API is made. */
export function hasSdk(given?: object): boolean {
  return given !== undefined || factoryOf(pageSdk()) !== undefined;
}

/** Returns whether an SDK runs in this window, and not in a frame. */
export const isSdkOfThisWindow = (sdk: CrmSdkApi): boolean => sdk instanceof Object;

function factoryOf(sdk: unknown): Factory | undefined {
  const factory = (Object(sdk) as {interactionApi?: unknown}).interactionApi as Factory | undefined;
  return typeof factory === 'function' && !factory.dropIn ? factory : undefined;
}

function pageSdk(): unknown {
  try {
    return (window as unknown as {Five9?: {CrmSdk?: unknown}}).Five9?.CrmSdk;
  } catch {
    // `Five9` is the name of a frame of another origin.
    return undefined;
  }
}
