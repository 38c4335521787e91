/** Largest number of values that are read from an event. */
const MOST_VALUES = 500;
/** Number of characters that are read at the start of a text, and at its end. */
const MOST_CHARACTERS = 200;

/**
 * Returns a text that is the same for equal events. The event can be any value that `postMessage` can send, even with a
 * cycle or a BigInt.
 *
 * Reads only a part of a large event, so that large events do not take more time. This part is the start, the end and
 * the length of each text, and at most five hundred values.
 */
export function fingerprint(event: unknown): string {
  const parts: string[] = [];
  const unread: unknown[] = [event];
  while (unread.length > 0 && parts.length < MOST_VALUES) {
    const value = unread.pop();
    parts.push(describe(value));
    if (typeof value === 'object' && value !== null) addContents(value, unread);
  }
  return parts.join();
}

function describe(value: unknown): string {
  const text = isPlain(value) ? '' : String(value instanceof Date ? value.getTime() : value);
  return `${typeof value} ${text.length} ${text.slice(0, MOST_CHARACTERS)} ${text.slice(-MOST_CHARACTERS)}`;
}

/** Returns whether a value is an object whose entries contain all its data. A date and an error contain other data. */
function isPlain(value: unknown): boolean {
  return typeof value === 'object' && !(value instanceof Date) && !(value instanceof Error);
}

function addContents(value: object, unread: unknown[]): void {
  const contents = Symbol.iterator in value ? (value as Iterable<unknown>) : Object.entries(value);
  for (const content of contents) {
    if (unread.length >= MOST_VALUES) return;
    unread.push(content);
  }
}
