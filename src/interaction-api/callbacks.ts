import {isRecord} from './is-record.js';

type Callback = (...args: never[]) => unknown;

/** A function for one name, or (without a name) an object whose functions are the callbacks of their names. */
interface Entry {
  name?: string;
  callback: Callback | object;
  self?: object;
}

/** What `(events)` or `(name, callback)` asks for. */
type Reading = (events: unknown, callback: unknown) => Entry[];

/** `(events)`: the object itself, whose functions are looked up when an event comes, as the SDK does it. */
export const byObject: Reading = (events, callback) =>
  isRecord(events) ? [{callback: events, self: events}] : [byName(events, callback)];

/** `(events)`: the functions that the object has now. */
export const byFunction: Reading = (events, callback) =>
  isRecord(events)
    ? Object.entries(events).map(([name, fn]) => ({...byName(name, fn), self: events}))
    : [byName(events, callback)];

/** Who is to be called when something happens. */
export interface Callbacks {
  add(events: unknown, callback: unknown): void;
  /** Removes whatever is equal to what `add` would add. */
  remove(events: unknown, callback: unknown): void;
  /** Calls who wants `name`. What one callback throws is reported, and is nobody else's trouble. */
  emit: (name: string, ...args: unknown[]) => void;
}

/** @param changed Is told the names that somebody named, whenever something was added or removed. */
export function callbacks(read: Reading, changed?: (names: string[]) => void): Callbacks {
  let entries: Entry[] = [];

  const become = (next: Entry[]): void => {
    entries = next;
    changed?.([...new Set(entries.map(({name}) => name as string))]);
  };

  return {
    add(events, callback) {
      become([...entries, ...read(events, callback)]);
    },

    remove(events, callback) {
      const gone = read(events, callback);
      become(
        entries.filter((one) => !gone.some((entry) => one.name === entry.name && one.callback === entry.callback)),
      );
    },

    emit(name, ...args) {
      for (const {name: only = name, callback, self} of entries) {
        // Never what every object has.
        const found =
          callback !== self ? callback : name in Object.prototype || (self as Record<string, unknown>)[name];
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

const byName = (name: unknown, callback: unknown): Entry => {
  if (typeof callback !== 'function') {
    throw new TypeError('No function.');
  }
  return {callback, name: String(name)};
};
