import {isRecord} from './is-record.js';

type Callback = (...args: never[]) => unknown;

/** A function for one name, or an object whose functions are the callbacks of their names. */
interface Entry {
  name?: string;
  callback?: Callback;
  self?: object;
}

/** What `(events)` or `(name, callback)` asks for. */
type Reading = (events: unknown, callback: unknown) => Entry[];

/** `(events)`: the object itself, whose functions are looked up when an event comes, as the SDK does it. */
export const byObject: Reading = (events, callback) =>
  isRecord(events) ? [{self: events}] : [byName(events, callback)];

/** `(events)`: the functions that the object has now. */
export const byFunction: Reading = (events, callback) =>
  isRecord(events)
    ? Object.entries(events).map(([name, fn]) => ({...byName(name, fn), self: events}))
    : [byName(events, callback)];

/** Who is to be called when something happens. */
export interface Callbacks {
  /** The names that somebody named; only where each entry has one. */
  names(): string[];
  add(events: unknown, callback: unknown): void;
  /** Removes whatever is equal to what `add` would add. */
  remove(events: unknown, callback: unknown): void;
  /** Calls who wants `name`. What one callback throws is reported, and is nobody else's trouble. */
  emit(name: string, ...args: unknown[]): void;
}

export function callbacks(read: Reading): Callbacks {
  let entries: Entry[] = [];
  return {
    names: () => [...new Set(entries.map((entry) => entry.name as string))],

    add(events, callback) {
      entries = [...entries, ...read(events, callback)];
    },

    remove(events, callback) {
      const gone = read(events, callback);
      entries = entries.filter(
        (one) =>
          !gone.some(
            (entry) =>
              one.name === entry.name && one.callback === entry.callback && (one.callback ?? one.self === entry.self),
          ),
      );
    },

    emit(name, ...args) {
      for (const {name: only = name, callback, self} of entries) {
        // Never what every object has.
        const found = callback ?? (name in Object.prototype || (self as Record<string, unknown>)[name]);
        if (only !== name || typeof found !== 'function') continue;
        try {
          found.apply(self, args);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}

function byName(name: unknown, callback: unknown): Entry {
  if (typeof callback !== 'function') {
    throw new TypeError('No function.');
  }
  return {name: String(name), callback: callback as Callback};
}
