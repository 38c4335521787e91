const MUTED = Symbol.for('five9-elements/muted-calls@1');
const KEY = 'five9-elements:muted';
/** Largest number of calls in the list. The list can have more than one call, because a page may have two adapters. */
const MAX_REMEMBERED = 10;

/**
 * The calls that this page has muted, if the adapter has confirmed the mute. The adapter does not report whether a call
 * is muted. So each call counts as unmuted at first, and a change that the agent makes in the adapter itself stays
 * unknown. The ids of the calls are stored, so that they are known after a page refresh, and the agent does not talk
 * into a muted microphone.
 */
export class MutedCalls extends EventTarget {
  readonly #ids = new Set(readStoredIds());

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Called when the adapter has muted or unmuted a call. Stores the change, and dispatches `change`. */
  set(id: string, muted: boolean): void {
    this.#ids.delete(id);
    if (muted) this.#add(id);
    storeIds(this.#ids);
    this.dispatchEvent(new Event('change'));
  }

  /** Forgets every call, also in the storage. */
  clear(): void {
    this.#ids.clear();
    storeIds(this.#ids);
    this.dispatchEvent(new Event('change'));
  }

  #add(id: string): void {
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > MAX_REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
  }
}

/** Returns the muted calls of the page, which all copies of the bundle share. */
export function mutedCalls(): MutedCalls {
  const page = document as {[MUTED]?: MutedCalls | undefined};
  return (page[MUTED] ??= new MutedCalls());
}

function readStoredIds(): string[] {
  try {
    return (sessionStorage.getItem(KEY) ?? '').split(' ').filter(Boolean).slice(-MAX_REMEMBERED);
  } catch {
    // Return an empty list, because storage may be blocked.
    return [];
  }
}

function storeIds(ids: Iterable<string>): void {
  try {
    sessionStorage.setItem(KEY, [...ids].join(' '));
  } catch {
    // Ignore the error, because storage may be blocked or full.
  }
}
