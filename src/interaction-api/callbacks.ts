import {isRecord} from './is-record.js';

type Callback = (...args: never[]) => unknown;

/** A subscription. Without a name, `callback` is an object whose functions are the callbacks of the events they are named after. */
interface Subscription {
  readonly name?: string;
  readonly callback: Callback | object;
  /** `this` of the callback. */
  readonly self?: object;
}

/** Reads the arguments `(events)` or `(name, callback)` of a subscribe method. */
type ReadArguments = (events: unknown, callback: unknown) => Subscription[];

/** Subscribes the object itself, as the SDK does: its functions are looked up when an event comes. */
export const subscribeObject: ReadArguments = (events, callback) =>
  isRecord(events) ? [{callback: events, self: events}] : [namedSubscription(events, callback)];

/** Subscribes each function that the object has now. */
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

  /** Adds a subscription. */
  add(events: unknown, callback: unknown): void {
    this.#setSubscriptions([...this.#subscriptions, ...this.#read(events, callback)]);
  }

  /** Removes every subscription that `add` with the same arguments made. */
  remove(events: unknown, callback: unknown): void {
    const removed = this.#read(events, callback);
    this.#setSubscriptions(
      this.#subscriptions.filter(
        (one) => !removed.some((other) => one.name === other.name && one.callback === other.callback),
      ),
    );
  }

  /** Calls every subscriber of `name`. An error that one of them throws is reported, and the others are still called. */
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
  // Every object inherits `toString` and others: an event of that name must not call them.
  if (wanted in Object.prototype) return undefined;
  const found = (callback as Record<string, unknown>)[wanted];
  return typeof found === 'function' ? (found as () => unknown) : undefined;
}
