/** The function `interactionApi` of an SDK. That of our own drop-in carries the mark `dropIn`. */
export type SdkFactory = ((name?: string) => unknown) & {dropIn?: boolean};

/** Returns whether the page has an official SDK. No API is made. */
export const hasPageSdk = (): boolean => sdkFactoryOf(pageSdk()) !== undefined;

/** Returns `window.Five9.CrmSdk`, if there is one. */
export function pageSdk(): unknown {
  try {
    return (window as unknown as {Five9?: {CrmSdk?: unknown}}).Five9?.CrmSdk;
  } catch {
    // `Five9` is the name of a frame of another origin.
    return undefined;
  }
}

/** Returns the `interactionApi` of an official SDK; nothing if `sdk` is no such object. */
export function sdkFactoryOf(sdk: unknown): SdkFactory | undefined {
  const factory = (Object(sdk) as {interactionApi?: unknown}).interactionApi as SdkFactory | undefined;
  return typeof factory === 'function' && !factory.dropIn ? factory : undefined;
}
