import {ApiErrorCode} from '../interaction-api/errors.js';
import type {InteractionApi} from '../interaction-api/interaction-api.js';

/** Makes the API of a channel; asked once for each name. */
export type InteractionApiFactory = (name: string) => InteractionApi;

interface CrmSdk {
  interactionApi?: {(name?: string): InteractionApi; dropIn?: boolean};
  ApiErrorCode?: typeof ApiErrorCode;
}

/**
 * Installs `window.Five9.CrmSdk.interactionApi(name?)`, so that code written for the Five9 SDK runs unchanged.
 * An SDK that is there stays as it is.
 */
export function installDropIn(make: InteractionApiFactory): void {
  const five9 = ((window as {Five9?: {CrmSdk?: CrmSdk}}).Five9 ??= {});
  const sdk = (five9.CrmSdk ??= {});
  if (sdk.interactionApi) return;
  const apis = Object.create(null) as Record<string, InteractionApi>;
  sdk.interactionApi = (name = ''): InteractionApi => (apis[name] ??= make(name));
  // So that nobody takes it for an official SDK.
  sdk.interactionApi.dropIn = true;
  sdk.ApiErrorCode ??= ApiErrorCode;
}
