import {isRecord} from '../../interaction-api/is-record.js';
import {ANSWERING_METHODS, NOTIFYING_METHODS} from '../../interaction-api/methods.js';

/**
 * The object that `interactionApi()` of an official SDK returns. The type declares no methods, because the methods
 * depend on the version of the SDK; version 0.12.0 has only seven methods. So this code checks at each call whether the
 * SDK has the method.
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

/** Returns whether `value` can be the result of an SDK's `interactionApi()`. */
export function isCrmSdkApi(value: unknown): boolean {
  return (
    isRecord(value) && ownMethod(value, 'subscribe') !== undefined && ownMethod(value, 'isMasterPage') !== undefined
  );
}

/** Returns the SDK's method for a documented name; `undefined` if the SDK does not have the method. */
export function sdkMethod(sdk: CrmSdkApi, name: string): SdkMethod | undefined {
  // Accept both names, because the documentation names the method `unMute`, and the SDKs name it `unmute`.
  if (name === 'unMute' || name === 'unmute') return ownMethod(sdk, 'unMute') ?? ownMethod(sdk, 'unmute');
  return ownMethod(sdk, name);
}

/**
 * Returns the names of the Interaction API methods that an SDK has. The names always include `unsubscribe`, because it
 * works without the SDK.
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
  // Ignore methods that every object inherits, such as `toString`. These methods do not belong to the SDK.
  if (name in Object.prototype) return undefined;
  const method = (sdk as Record<string, unknown>)[name];
  return typeof method === 'function' ? (method as SdkMethod) : undefined;
}
