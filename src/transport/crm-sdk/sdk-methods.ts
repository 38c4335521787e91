import {isRecord} from '../../interaction-api/is-record.js';
import {ANSWERING_METHODS, NOTIFYING_METHODS} from '../../interaction-api/methods.js';

/**
 * The object that `interactionApi()` of an official SDK returns. Its methods depend on the version of the SDK: 0.12.0
 * has only seven. So each method is looked up when it is called.
 */
export type CrmSdkApi = object;

export type SdkMethod = (...args: unknown[]) => unknown;

const ALL_METHODS = [
  ...ANSWERING_METHODS,
  ...NOTIFYING_METHODS,
  'subscribe',
  'unsubscribe',
  'subscribeWsEvent',
  'unsubscribeWsEvent',
];

/** Returns whether an SDK runs in this window, and not in a frame. */
export const isSdkOfThisWindow = (sdk: CrmSdkApi): boolean => sdk instanceof Object;

/** Returns whether `value` can be used as an SDK's `interactionApi()`. */
export function isCrmSdkApi(value: unknown): boolean {
  return (
    isRecord(value) && ownMethod(value, 'subscribe') !== undefined && ownMethod(value, 'isMasterPage') !== undefined
  );
}

/** Returns the SDK's method of a documented name, if it has one. */
export function sdkMethod(sdk: CrmSdkApi, name: string): SdkMethod | undefined {
  // The documentation names the method `unMute`, the SDKs name it `unmute`.
  if (name === 'unMute' || name === 'unmute') return ownMethod(sdk, 'unMute') ?? ownMethod(sdk, 'unmute');
  return ownMethod(sdk, name);
}

/**
 * Returns the methods of the Interaction API that an SDK has. `unsubscribe` is always among them: it works without the
 * SDK.
 */
export function capabilitiesOf(sdk: CrmSdkApi): ReadonlySet<string> {
  return new Set(ALL_METHODS.filter((name) => name === 'unsubscribe' || sdkMethod(sdk, name)));
}

/** Calls a method. Returns a promise, even if the method throws an error or returns a plain value. */
export function invoke(sdk: CrmSdkApi, method: SdkMethod | undefined, params?: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    resolve(params === undefined ? method?.call(sdk) : method?.call(sdk, params));
  });
}

function ownMethod(sdk: object, name: string): SdkMethod | undefined {
  // Every object inherits methods such as `toString`: they do not belong to the SDK.
  if (name in Object.prototype) return undefined;
  const method = (sdk as Record<string, unknown>)[name];
  return typeof method === 'function' ? (method as SdkMethod) : undefined;
}
