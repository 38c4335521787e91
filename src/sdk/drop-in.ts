import {ApiErrorCode} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';

/**
 * Creates the API for a name that a page passes to `interactionApi(name)`. Called for the first use of a name, and
 * again if the API for this name was closed.
 */
export type InteractionApiFactory = (name: string) => InteractionApi;

/** The window with the global variable `Five9`, which the official SDK or this drop-in sets. */
interface Five9Window {
  Five9?: {CrmSdk?: {interactionApi?: unknown}};
}

/**
 * Installs `window.Five9.CrmSdk.interactionApi(name?)`, so that code that was written for the Five9 SDK runs unchanged.
 * An official SDK, and other properties of `window.Five9`, stay unchanged.
 */
export function installDropIn(make: InteractionApiFactory): void {
  const apis = new Map<string, InteractionApi>();
  const interactionApi = (name = ''): InteractionApi => {
    const known = apis.get(name);
    const api = known && known.connection.reason !== 'closed' ? known : make(name);
    apis.set(name, api);
    return api;
  };
  // Mark the function, so that this package does not use it as an official SDK.
  interactionApi.dropIn = true;
  try {
    const five9 = ((window as Five9Window).Five9 ??= {});
    const sdk = (five9.CrmSdk ??= {});
    if (!sdk.interactionApi) Object.assign(sdk, {ApiErrorCode, ...sdk, interactionApi});
  } catch {
    // Ignore the error, and install nothing, because this page does not allow changes of `Five9` or `CrmSdk`. For
    // example, the page has frozen one of these objects.
  }
}
