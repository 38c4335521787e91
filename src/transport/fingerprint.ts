/** How many values of an event are read at most. */
const MOST_VALUES = 500;
/** How many characters of a text are read at its start, and as many at its end. */
const MOST_CHARACTERS = 200;

/**
 * Returns a text that is the same for equal events, for any value that `postMessage` can carry: cycles, BigInt and binary data too.
 *
 * The work is bounded, however large the event is: of long texts only both ends and the length count, and after five hundred values the rest is left out.
 */
export function fingerprint(event: unknown): string {
  const parts: string[] = [];
  /** Values still to read, the next one last. */
  const waiting: unknown[] = [event];
  for (let read = 0; waiting.length > 0 && read < MOST_VALUES; read++) {
    const value = waiting.pop();
    parts.push(describe(value));
    if (typeof value === 'object' && value !== null) waiting.push(...contents(value));
  }
  return parts.join(' ');
}

function describe(value: unknown): string {
  if (typeof value === 'string') return describeText(value);
  if (typeof value === 'object' && value !== null) return Object.prototype.toString.call(value);
  return `${typeof value} ${String(value)}`;
}

function describeText(text: string): string {
  if (text.length <= 2 * MOST_CHARACTERS) return JSON.stringify(text);
  return `${text.length} ${text.slice(0, MOST_CHARACTERS)} ${text.slice(-MOST_CHARACTERS)}`;
}

/** Returns the keys and values of an object, the last one first. */
function contents(value: object): unknown[] {
  if (value instanceof Date) return [value.getTime()];
  if (value instanceof Error) return [value.message];
  if (value instanceof ArrayBuffer) return contents(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return [value.byteLength, ...firstBytes(value)];
  const entries = value instanceof Map || value instanceof Set ? value.entries() : ownEntries(value);
  const found: unknown[] = [];
  for (const entry of entries) {
    if (found.length > MOST_VALUES) break;
    found.push(...entry);
  }
  return found.reverse();
}

function* ownEntries(value: object): Generator<[string, unknown]> {
  for (const key in value) yield [key, (value as Record<string, unknown>)[key]];
}

function firstBytes({buffer, byteOffset, byteLength}: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, Math.min(byteLength, MOST_CHARACTERS));
}
