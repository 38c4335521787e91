type Callback = (...args: never[]) => unknown;

/** A function for one name, or an object whose functions are the callbacks of their names. */
interface Entry {
  name?: string;
  callback?: Callback;
  self?: object;
}

/** Who is to be called when something happens. What one callback throws is reported, and is nobody else's trouble. */
export class Callbacks {
  #entries: Entry[] = [];

  /** The names that somebody named. */
  get names(): string[] {
    return [...new Set(this.#entries.map(({name}) => name ?? ''))];
  }

  add(entries: Entry[]): void {
    this.#entries = [...this.#entries, ...entries];
  }

  /** Removes every entry that is equal to one of `entries`. */
  remove(entries: Entry[]): void {
    this.#entries = this.#entries.filter(
      (one) =>
        !entries.some(
          ({name, callback, self}) => one.name === name && one.callback === callback && (callback ?? self === one.self),
        ),
    );
  }

  emit(name: string, ...args: unknown[]): void {
    for (const {name: only = name, callback, self} of this.#entries) {
      // Looked up when the event comes, as the SDK does it, but never found in what every object has.
      const found = callback ?? (name in Object.prototype ? 0 : (self as Record<string, unknown>)[name]);
      if (only !== name || typeof found !== 'function') continue;
      try {
        found.apply(self, args);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

/** `(events)`: the object itself, whose functions are looked up when an event comes. `(name, callback)`: that one. */
export const byObject = (events: unknown, callback: unknown): Entry[] =>
  isObject(events) ? [{self: events}] : [byName(events, callback)];

/** `(events)`: the functions that the object has now. `(name, callback)`: that one. */
export const byFunction = (events: unknown, callback: unknown): Entry[] =>
  isObject(events)
    ? Object.entries(events).map(([name, fn]) => ({...byName(name, fn), self: events}))
    : [byName(events, callback)];

const isObject = (value: unknown): value is object => value === Object(value);

function byName(name: unknown, callback: unknown): Entry {
  if (typeof callback !== 'function') {
    throw new TypeError('Expected a name and a function, or an object of functions.');
  }
  return {name: String(name), callback: callback as Callback};
}
