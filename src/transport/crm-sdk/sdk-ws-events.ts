import {type CrmSdkApi, sdkMethod} from './sdk-methods.js';

type WsCallback = (payload: unknown, context: unknown) => void;

/** Subscriptions to an SDK's WebSocket events, one for each id. */
export class SdkWsEvents {
  readonly #sdk: CrmSdkApi;
  readonly #listener: (id: string, payload: unknown, context: unknown) => void;
  readonly #callbacks = new Map<string, WsCallback>();

  constructor(sdk: CrmSdkApi, listener: (id: string, payload: unknown, context: unknown) => void) {
    this.#sdk = sdk;
    this.#listener = listener;
  }

  /** Subscribes to these ids, and ends the subscriptions to all other ids. */
  watch(ids: readonly string[]): void {
    for (const id of [...this.#callbacks.keys()]) {
      if (!ids.includes(id)) this.#unsubscribe(id);
    }
    for (const id of ids) {
      if (!this.#callbacks.has(id)) this.#subscribe(id);
    }
  }

  #subscribe(id: string): void {
    const callback: WsCallback = (payload, context) => {
      // Ignore events of an ended subscription, because an SDK without `unsubscribeWsEvent` still calls its callback.
      if (this.#callbacks.get(id) === callback) this.#listener(id, payload, context);
    };
    this.#callbacks.set(id, callback);
    sdkMethod(this.#sdk, 'subscribeWsEvent')?.call(this.#sdk, {[id]: callback});
  }

  #unsubscribe(id: string): void {
    const callback = this.#callbacks.get(id);
    this.#callbacks.delete(id);
    sdkMethod(this.#sdk, 'unsubscribeWsEvent')?.call(this.#sdk, {[id]: callback});
  }
}
