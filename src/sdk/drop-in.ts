import {ApiErrorCode} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';

/** Makes the API of a channel; asked once for each name. */
export type InteractionApiFactory = (name: string) => InteractionApi;

/**
 * Installs `window.Five9.CrmSdk.interactionApi(name?)`, so that code written for the Five9 SDK runs unchanged.
 * What is there already stays as it is.
 */
export function installDropIn(make: InteractionApiFactory): void {
  const apis = {__proto__: null} as unknown as Record<string, InteractionApi>;
  const interactionApi = (name = ''): InteractionApi => (apis[name] ??= make(name));
  // So that nobody takes it for an official SDK.
  interactionApi.dropIn = true;
  try {
    const five9 = ((window as {Five9?: {CrmSdk?: {interactionApi?: unknown}}}).Five9 ??= {});
    const sdk = (five9.CrmSdk ??= {});
    if (!sdk.interactionApi) Object.assign(sdk, {ApiErrorCode, ...sdk, interactionApi});
  } catch {
    // The page has frozen what is there.
  }
}
