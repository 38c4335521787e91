/** How many values of an event are read at most. */
const MOST_VALUES = 500;
/** How many characters of a text are read at its start, and as many at its end. */
const MOST_CHARACTERS = 200;

/**
 * Returns a text that is the same for equal events, for any value that `postMessage` can carry: cycles and BigInt too.
 *
 * The work is bounded, however large the event is: of long texts only both ends and the length count, and after five hundred values the rest is left out.
 */
export function fingerprint(event: unknown): string {
  const parts: string[] = [];
  const waiting: unknown[] = [event];
  while (waiting.length > 0 && parts.length < MOST_VALUES) {
    const value = waiting.pop();
    parts.push(describe(value));
    if (typeof value === 'object' && value !== null) addContents(value, waiting);
  }
  return parts.join();
}

function describe(value: unknown): string {
  const text = isPlain(value) ? '' : String(value instanceof Date ? value.getTime() : value);
  return `${typeof value} ${text.length} ${text.slice(0, MOST_CHARACTERS)} ${text.slice(-MOST_CHARACTERS)}`;
}

/** Returns whether the contents of a value say all about it. The contents of a date or an error are not its own properties. */
function isPlain(value: unknown): boolean {
  return typeof value === 'object' && !(value instanceof Date) && !(value instanceof Error);
}

function addContents(value: object, waiting: unknown[]): void {
  let count = 0;
  const contents = Symbol.iterator in value ? (value as Iterable<unknown>) : Object.entries(value);
  for (const one of contents) {
    if (count++ > MOST_VALUES) return;
    waiting.push(one);
  }
}
