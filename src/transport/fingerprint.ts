/** Largest number of values that are read from an event. */
const MOST_VALUES = 500;
/** Number of characters that are read at the start of a text, and at its end. */
const MOST_CHARACTERS = 200;

/**
 * Returns a text that is the same for equal events, for any value that `postMessage` can carry, even with a cycle or a
 * BigInt.
 *
 * A large event does not cost more time: only the start, the end and the length of a long text are compared, and only
 * five hundred values.
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

/**
 * Returns whether a value is an object that its entries describe completely. A date or an error has data that are not
 * among its entries.
 */
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
