/** Maximum depth of a copy. Data of Five9 is less deep. Without a limit, hostile data could overflow the stack. */
const MAX_DEPTH = 40;

/**
 * Maximum number of values in a copy. Without a limit, hostile data in which many fields refer to the same object could
 * grow to billions of values.
 */
const MAX_VALUES = 100_000;

const TOO_MANY = '[too many values]';

/**
 * Returns a copy of a value. The copy contains only data that JSON supports, and later changes of the original do not
 * change it. Never throws. An error becomes `{errorCode, errorMessage, method}`, or `{message}` if it has no code. A
 * value that JSON does not support becomes a text, for example `[function name]` or `[unreadable]`.
 */
export function plainCopy(value: unknown): unknown {
  return new Copier().copy(value);
}

/** Returns a value as JSON on one line. Never throws. */
export const toJson = (value: unknown): string => stringify(plainCopy(value));

/** Returns a value as indented JSON. Never throws. */
export const toPrettyJson = (value: unknown): string => stringify(plainCopy(value), 2);

/** Returns the same text for equal values, even if the order of their keys is different. Never throws. */
export const canonicalJson = (value: unknown): string => stringify(sortKeys(plainCopy(value ?? null)));

const stringify = (plain: unknown, indent?: number): string =>
  plain === undefined ? 'undefined' : JSON.stringify(plain, undefined, indent);

class Copier {
  /** The objects that contain the current value. */
  readonly #ancestors: object[] = [];
  #count = 0;

  copy(value: unknown): unknown {
    this.#count++;
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : String(value);
      case 'object':
        return value && this.#read(() => this.#copyObject(value));
      case 'function':
        return this.#read(() => `[function ${value.name}]`);
      default:
        return String(value);
    }
  }

  #copyObject(value: object): unknown {
    if (this.#ancestors.includes(value)) return '[cyclic]';
    if (this.#ancestors.length === MAX_DEPTH) return '[deeper]';
    if (value instanceof Date) return Number.isNaN(value.valueOf()) ? String(value) : value.toISOString();
    if (value instanceof Node || value instanceof Promise) return Object.prototype.toString.call(value);
    this.#ancestors.push(value);
    try {
      return Array.isArray(value) ? this.#copyArray(value) : this.#copyFields(withErrorFields(value));
    } finally {
      this.#ancestors.pop();
    }
  }

  #copyArray(values: readonly unknown[]): unknown[] {
    const copies: unknown[] = [];
    for (let index = 0; index < values.length; index++) {
      if (this.#isFull) return [...copies, TOO_MANY];
      copies.push(this.#read(() => this.copy(values[index])));
    }
    return copies;
  }

  #copyFields(value: object): object {
    const copies: [string, unknown][] = [];
    for (const name of Object.keys(value)) {
      if (this.#isFull) return Object.fromEntries([...copies, ['…', TOO_MANY]]);
      copies.push([name, this.#read(() => this.copy((value as Record<string, unknown>)[name]))]);
    }
    return Object.fromEntries(copies);
  }

  get #isFull(): boolean {
    return this.#count >= MAX_VALUES;
  }

  /** Reads a property. Catches errors, because getters and proxies of the page may throw. */
  #read(read: () => unknown): unknown {
    try {
      return read();
    } catch {
      return '[unreadable]';
    }
  }
}

/**
 * Returns the fields of an error as an ordinary object, because some fields of an error are not enumerable. Returns any
 * other object unchanged.
 */
function withErrorFields(value: object): object {
  if (!(value instanceof Error)) return value;
  const {errorCode, errorMessage, message, method} = value as Error & Record<string, unknown>;
  return errorCode ? {errorCode, errorMessage, ...(method !== undefined && {method})} : {message};
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value !== Object(value)) return value;
  const fields = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sortKeys(field)]));
}
