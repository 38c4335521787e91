import {isRecord} from './is-record.js';

type Callback = (...args: never[]) => unknown;

/** A subscription to one event, or, without a name, to every event that `callback` has a function for. */
interface Subscription {
  /** Name of the event. */
  readonly name?: string;
  /** A function, or, without a name, an object of functions by event name. */
  readonly callback: Callback | object;
  /** `this` of the callback. */
  readonly self?: object;
}

/** Reads the arguments `(events)` or `(name, callback)` of a subscribe method. */
type ReadArguments = (events: unknown, callback: unknown) => Subscription[];

/** Subscribes the object itself, as the SDK does: functions that are added to the object later are called too. */
export const subscribeObject: ReadArguments = (events, callback) =>
  isRecord(events) ? [{callback: events, self: events}] : [namedSubscription(events, callback)];

/** Subscribes each function of the object. Functions that are added later are not called. */
export const subscribeFunctions: ReadArguments = (events, callback) =>
  isRecord(events)
    ? Object.entries(events).map(([name, value]) => ({...namedSubscription(name, value), self: events}))
    : [namedSubscription(events, callback)];

/** The subscribers of an API's events. */
export class Callbacks {
  #subscriptions: Subscription[] = [];
  readonly #read: ReadArguments;
  readonly #onNamesChanged: ((names: string[]) => void) | undefined;

  /** @param onNamesChanged Called with all subscribed names after each change. */
  constructor(read: ReadArguments, onNamesChanged?: (names: string[]) => void) {
    this.#read = read;
    this.#onNamesChanged = onNamesChanged;
  }

  add(events: unknown, callback: unknown): void {
    this.#setSubscriptions([...this.#subscriptions, ...this.#read(events, callback)]);
  }

  /** Removes every subscription that `add` with the same arguments made. */
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
      const callback = callbackFor(subscription, name);
      try {
        callback?.apply(subscription.self, args);
      } catch (error) {
        reportLater(error);
      }
    }
  }

  #setSubscriptions(subscriptions: Subscription[]): void {
    this.#subscriptions = subscriptions;
    this.#onNamesChanged?.([...new Set(subscriptions.map(({name}) => name as string))]);
  }
}

/** Reports an error as uncaught, in Node too, which has no `reportError`. */
function reportLater(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function namedSubscription(name: unknown, callback: unknown): Subscription {
  if (typeof callback !== 'function') {
    throw new TypeError(
      `The callback for "${String(name)}" is not a function. Pass a function, or an object of functions by event name.`,
    );
  }
  return {name: String(name), callback: callback};
}

function callbackFor({name, callback}: Subscription, wanted: string): ((...args: unknown[]) => unknown) | undefined {
  if (name !== undefined) return name === wanted ? (callback as () => unknown) : undefined;
  // Every object inherits methods such as `toString`: an event with the same name must not call them.
  if (wanted in Object.prototype) return undefined;
  const found = (callback as Record<string, unknown>)[wanted];
  return typeof found === 'function' ? (found as () => unknown) : undefined;
}
