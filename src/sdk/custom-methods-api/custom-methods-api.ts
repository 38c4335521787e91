import {isRecord} from '../../interaction-api/is-record.js';
import type {CallOptions} from '../../interaction-api/methods.js';
import {textOf} from '../../interaction-api/text-of.js';
import {NotImplemented} from '../base/not-implemented.js';
import {SdkApi} from '../base/sdk-api.js';

/** A method that the code inside the adapter can call. */
export type CustomMethod = (argument: never) => unknown;

/** Name of the only request of this API, in both directions. */
const CALL = '_callCustomMethod';

/**
 * The Custom Methods API (`Five9.CrmSdk.customMethodsApi()`): own code inside the adapter and the page call each other by
 * name. One page cannot call another page. Source: the observed messages of SDK 1.0.10 (docs/FIVE9.md).
 */
export class CustomMethodsApi extends SdkApi {
  #methods: Readonly<Record<string, CustomMethod>> = {};

  /** Registers the methods that the code inside the adapter can call. The new set replaces the set before. */
  registerCustomMethods(methods: Record<string, CustomMethod>): void {
    if (!isRecord(methods)) throw new TypeError('registerCustomMethods needs an object of functions by name.');
    this.#methods = methods;
  }

  /**
   * Calls a method that the code inside the adapter has registered. Resolves with `null` if it has no such method.
   * Rejects with an `InteractionApiError` if the method fails.
   */
  callCustomMethod(name: string, argument?: unknown, options?: CallOptions): Promise<unknown> {
    return this.request(CALL, {methodName: name, argument}, options);
  }

  protected override hasAnswers(): boolean {
    return Object.keys(this.#methods).length > 0;
  }

  protected override answer(method: string, params: unknown): unknown {
    if (method !== CALL) throw new NotImplemented(method);
    const {methodName, argument} = isRecord(params) ? params : {};
    const name = textOf(methodName) ?? '';
    // A method that every object inherits, such as `toString`, is no method of the page.
    const carryOut = name in Object.prototype ? undefined : this.#methods[name];
    // The Five9 SDK answers `null` for a method that is not registered.
    return typeof carryOut === 'function' ? carryOut.call(this.#methods, argument as never) : null;
  }
}
