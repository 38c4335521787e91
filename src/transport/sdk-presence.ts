/** The function `interactionApi` of an SDK. Our own drop-in's function has the property `dropIn`. */
export type SdkFactory = ((name?: string) => unknown) & {dropIn?: boolean};

/** Returns whether the page has an official SDK. Creates no API. */
export const hasPageSdk = (): boolean => sdkFactoryOf(pageSdk()) !== undefined;

/** Returns `window.Five9.CrmSdk`, if there is one. */
export function pageSdk(): unknown {
  try {
    return (window as unknown as {Five9?: {CrmSdk?: unknown}}).Five9?.CrmSdk;
  } catch {
    // `window.Five9` may be a frame of another origin, named `Five9`.
    return undefined;
  }
}

/** Returns the `interactionApi` of an official SDK; nothing if `sdk` is something else, or our own drop-in. */
export function sdkFactoryOf(sdk: unknown): SdkFactory | undefined {
  const factory = (Object(sdk) as {interactionApi?: unknown}).interactionApi as SdkFactory | undefined;
  return typeof factory === 'function' && !factory.dropIn ? factory : undefined;
}
