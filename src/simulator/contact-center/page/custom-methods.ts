import {isRecord} from '../../../interaction-api/is-record.js';
import {expect} from '../command.js';
import {notImplemented} from '../errors.js';
import {textOfError} from './page-text.js';
import type {Pages} from './pages.js';
import type {Steps} from './steps.js';

/** A method of the code inside the adapter. */
export type AdapterMethod = (argument: unknown) => unknown;

/** The methods of the code inside the adapter, by name. */
export type AdapterMethods = Readonly<Record<string, AdapterMethod>>;

/** Name of the only request of the API, in both directions. */
export const CALL_CUSTOM_METHOD = '_callCustomMethod';

/** Calls the method that a request of a page names. Returns `null` if there is no such method, as the SDK does. */
export function callAdapterMethod(methods: AdapterMethods, params: unknown): unknown {
  const {methodName, argument} = isRecord(params) ? params : {};
  if (typeof methodName !== 'string' || !Object.hasOwn(methods, methodName)) return null;
  const carryOut: unknown = methods[methodName];
  return typeof carryOut === 'function' ? (carryOut as AdapterMethod)(argument) : null;
}

export type CustomMethods = ReturnType<typeof createCustomMethods>;

/** Creates the object that stands for own code inside the adapter: its methods, and its calls to the pages. */
export function createCustomMethods(pages: Pages) {
  let methods: AdapterMethods = {};

  return {
    /** Replaces the methods inside the adapter. */
    register(own: AdapterMethods): void {
      methods = {...own};
    },

    /** Adds a method inside the adapter, or replaces the method of this name. */
    add(name: string, method: AdapterMethod): void {
      methods = {...methods, [name]: method};
    },

    /** Returns the answer to a request of a page. A method that is not registered returns `null`. */
    request(method: string, params: unknown): unknown {
      if (method !== CALL_CUSTOM_METHOD) throw notImplemented(method);
      return callAdapterMethod(methods, params);
    },

    /** Calls a method of the pages. Returns `null` if no page has the method. */
    *call(methodName: string, argument: unknown): Steps<unknown> {
      const answer = yield* pages.ask('customMethodsApi', CALL_CUSTOM_METHOD, {methodName, argument});
      if (answer.kind === 'error') expect(false, textOfError(answer.error));
      return answer.kind === 'answer' ? (answer.value ?? null) : null;
    },

    clear(): void {
      methods = {};
    },
  };
}
