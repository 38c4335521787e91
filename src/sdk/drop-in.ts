import {createFactories, type MakeApis, SDK_CODES} from './crm-sdk.js';

/** The window with the global variable `Five9`, which the official SDK or this drop-in sets. */
interface Five9Window {
  Five9?: {CrmSdk?: {interactionApi?: unknown}};
}

/**
 * Installs factories at `window.Five9.CrmSdk`, so that code that was written for the Five9 SDK runs unchanged. An
 * official SDK, and other properties of `window.Five9`, stay unchanged.
 *
 * @param make Makes the API for a name, for each factory. `interactionApi` is required, because it marks an SDK.
 */
export function installDropIn(make: Partial<MakeApis> & Pick<MakeApis, 'interactionApi'>): void {
  const factories = createFactories(make);
  // Mark the functions, so that this package does not use them as an official SDK.
  for (const factory of Object.values(factories)) Object.assign(factory, {dropIn: true});
  try {
    const five9 = ((window as Five9Window).Five9 ??= {});
    const sdk = (five9.CrmSdk ??= {});
    if (!sdk.interactionApi || isDropIn(sdk.interactionApi)) Object.assign(sdk, {...SDK_CODES, ...factories, ...sdk});
  } catch {
    // Ignore the error, and install nothing, because this page does not allow changes of `Five9` or `CrmSdk`. For
    // example, the page has frozen one of these objects.
  }
}

/** Returns whether a factory comes from this drop-in. */
function isDropIn(factory: unknown): boolean {
  return Boolean((Object(factory) as {dropIn?: unknown}).dropIn);
}
