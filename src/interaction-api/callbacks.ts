import {callSafely} from './call-safely.js';
import {isRecord} from './is-record.js';
import {kindWords, textOf} from './text-of.js';

type Callback = (...args: never[]) => unknown;

/**
 * A subscription to the event `name`. Without `name`, it is a subscription to each event for which the object
 * `callback` has a function.
 */
interface Subscription {
  /** Name of the event. */
  readonly name?: string;
  /** A function. Without `name`, an object whose keys are names of events and whose values are functions. */
  readonly callback: Callback | object;
  /** Value of `this` in the callback. */
  readonly self?: object;
}

/** Converts the arguments of a subscribe method, `(events)` or `(name, callback)`, to subscriptions. */
type ReadArguments = (events: unknown, callback: unknown) => Subscription[];

/**
 * Returns one subscription for the whole object, so that functions that are added to the object later are also called.
 * The Five9 SDK does the same.
 */
export const subscribeObject: ReadArguments = (events, callback) =>
  isRecord(events) ? [{callback: events, self: events}] : [namedSubscription(events, callback)];

/**
 * Returns one subscription for each function of the object. Functions that are added to the object later are not
 * called.
 */
export const subscribeFunctions: ReadArguments = (events, callback) =>
  isRecord(events)
    ? Object.entries(events).map(([name, value]) => ({...namedSubscription(name, value), self: events}))
    : [namedSubscription(events, callback)];

/** The subscribers of an API's events. */
export class Callbacks {
  #subscriptions: Subscription[] = [];
  readonly #read: ReadArguments;
  readonly #onNamesChanged: ((names: string[]) => void) | undefined;

  /** @param onNamesChanged Called after each change of the subscriptions, with the names of all subscribed events. */
  constructor(read: ReadArguments, onNamesChanged?: (names: string[]) => void) {
    this.#read = read;
    this.#onNamesChanged = onNamesChanged;
  }

  add(events: unknown, callback: unknown): void {
    this.#setSubscriptions([...this.#subscriptions, ...this.#read(events, callback)]);
  }

  /** Removes all subscriptions that were added with the same arguments. */
  remove(events: unknown, callback: unknown): void {
    const removed = this.#read(events, callback);
    this.#setSubscriptions(
      this.#subscriptions.filter(
        ({name, callback: subscribed}) =>
          !removed.some((other) => name === other.name && subscribed === other.callback),
      ),
    );
  }

  /**
   * Calls every subscriber of `name`. If a subscriber throws an error, the error is reported and the other subscribers
   * are still called.
   */
  emit(name: string, ...args: unknown[]): void {
    for (const subscription of this.#subscriptions) {
      // Read the callback inside `callSafely` too, because the object of the page may have a getter that throws.
      callSafely(() => callbackFor(subscription, name)?.apply(subscription.self, args));
    }
  }

  #setSubscriptions(subscriptions: Subscription[]): void {
    this.#subscriptions = subscriptions;
    this.#onNamesChanged?.([...new Set(subscriptions.map(({name}) => name as string))]);
  }
}

function namedSubscription(name: unknown, callback: unknown): Subscription {
  const text = textOf(name);
  if (text === undefined) {
    throw new TypeError(`The name or id of an event must be a text or a number, and not ${kindWords(name)}.`);
  }
  if (typeof callback !== 'function') {
    throw new TypeError(
      `The callback for "${text}" is not a function. Pass a function, or an object of functions by event name.`,
    );
  }
  return {name: text, callback: callback};
}

function callbackFor({name, callback}: Subscription, wanted: string): ((...args: unknown[]) => unknown) | undefined {
  if (name !== undefined) return name === wanted ? (callback as () => unknown) : undefined;
  // Ignore methods that every object inherits, such as `toString`, because an event with such a name must not call the
  // method.
  if (wanted in Object.prototype) return undefined;
  const found = (callback as Record<string, unknown>)[wanted];
  return typeof found === 'function' ? (found as () => unknown) : undefined;
}
