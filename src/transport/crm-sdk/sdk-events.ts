import {callSafely} from '../../interaction-api/call-safely.js';
import {INTERACTION_EVENT_NAMES} from '../../interaction-api/events.js';
import {isRecord} from '../../interaction-api/is-record.js';
import {type CrmSdkApi, sdkMethod} from './sdk-methods.js';

/** Receives the interaction events of an SDK. */
export type SdkEventListener = (name: string, params: unknown) => void;

const listenersBySdk = new WeakMap<CrmSdkApi, Set<SdkEventListener>>();

/**
 * Calls `listener` for every interaction event of an SDK. Returns a function that removes the listener.
 *
 * All listeners of an SDK share one subscription, because an SDK cannot end a subscription. The subscription has a
 * function for every event, because an SDK writes to the console if the function for an event is missing.
 */
export function listenToSdk(sdk: CrmSdkApi, listener: SdkEventListener): () => void {
  const listeners = listenersBySdk.get(sdk) ?? subscribe(sdk);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function subscribe(sdk: CrmSdkApi): Set<SdkEventListener> {
  const listeners = new Set<SdkEventListener>();
  listenersBySdk.set(sdk, listeners);
  const handlers = INTERACTION_EVENT_NAMES.map((name) => [
    name,
    (params: unknown): void => {
      const real = realName(name, params);
      for (const listener of [...listeners]) callSafely(() => listener(real, params));
    },
  ]);
  sdkMethod(sdk, 'subscribe')?.call(sdk, Object.fromEntries(handlers));
  return listeners;
}

/** Corrects the name of an event. SDK 0.12.0 reports a rejected chat as `emailRejected`, with the data of a chat. */
function realName(name: string, params: unknown): string {
  try {
    return name === 'emailRejected' && isRecord(params) && 'chatData' in params ? 'chatRejected' : name;
  } catch {
    // The SDK may pass a proxy that throws an error.
    return name;
  }
}
