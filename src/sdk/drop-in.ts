import {ApiErrorCode} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';

/** Creates the API of a channel. Called once for each name. */
export type InteractionApiFactory = (name: string) => InteractionApi;

/** The global variable that an SDK, or this drop-in, sets. */
interface Five9Window {
  Five9?: {CrmSdk?: {interactionApi?: unknown}};
}

/**
 * Installs `window.Five9.CrmSdk.interactionApi(name?)`, so that code written for the Five9 SDK runs unchanged.
 * Existing objects stay: an official SDK, and other properties of `Five9`.
 */
export function installDropIn(make: InteractionApiFactory): void {
  const apis = new Map<string, InteractionApi>();
  const interactionApi = (name = ''): InteractionApi => {
    const api = apis.get(name) ?? make(name);
    apis.set(name, api);
    return api;
  };
  // This property shows that this is not an official SDK.
  interactionApi.dropIn = true;
  try {
    const five9 = ((window as Five9Window).Five9 ??= {});
    const sdk = (five9.CrmSdk ??= {});
    if (!sdk.interactionApi) Object.assign(sdk, {ApiErrorCode, ...sdk, interactionApi});
  } catch {
    // The page has frozen one of these objects.
  }
}
