/** The function `interactionApi` of an SDK. The same function of our own drop-in has the property `dropIn`. */
export type SdkFactory = ((name?: string) => unknown) & {dropIn?: boolean};

/** Returns whether the page has an official SDK. Creates no API. */
export const hasPageSdk = (): boolean => sdkFactoryOf(pageSdk()) !== undefined;

/** Returns `window.Five9.CrmSdk`, if there is one. */
export function pageSdk(): unknown {
  try {
    return (window as unknown as {Five9?: {CrmSdk?: unknown}}).Five9?.CrmSdk;
  } catch {
    // Return `undefined`, because `window.Five9` is a frame with the name `Five9` and another origin, so its properties
    // cannot be read.
    return undefined;
  }
}

/**
 * Returns the function `interactionApi` of an official SDK; `undefined` if `sdk` is our own drop-in, or is not an SDK.
 */
export function sdkFactoryOf(sdk: unknown): SdkFactory | undefined {
  const factory = (Object(sdk) as {interactionApi?: unknown}).interactionApi as SdkFactory | undefined;
  return typeof factory === 'function' && !factory.dropIn ? factory : undefined;
}
