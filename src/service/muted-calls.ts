const MUTED = Symbol.for('five9-elements/muted-calls@1');
const KEY = 'five9-elements:muted';
/** Number of remembered calls. It is more than one, because a page may have two adapters. */
const MAX_REMEMBERED = 10;

/**
 * The calls that were muted from this page, as confirmed by the adapter. The adapter reports no mute state: each call
 * starts unmuted, and a change in the adapter itself stays unknown. The calls are stored over a page refresh, so that
 * an agent does not talk into a muted microphone.
 */
export class MutedCalls extends EventTarget {
  readonly #ids = new Set(readStoredIds());

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Notes that the adapter has muted or unmuted a call. Dispatches `change`. */
  set(id: string, muted: boolean): void {
    this.#ids.delete(id);
    if (muted) this.#add(id);
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
    // Storage may be blocked.
    return [];
  }
}

function storeIds(ids: Iterable<string>): void {
  try {
    sessionStorage.setItem(KEY, [...ids].join(' '));
  } catch {
    // Storage may be blocked or full.
  }
}
