const MUTED = Symbol.for('five9-elements/muted-calls@1');
const KEY = 'five9-elements:muted';
/** Calls that ended muted are of no more use; a few are kept, since a page may have two adapters. */
const KEPT = 10;

/**
 * Which calls were muted from this page, as the adapter acknowledged it. It tells no mute state itself: each call starts unmuted, and what the agent does in
 * the adapter is not known here. Kept over a refresh of the tab: nobody should talk into a microphone that is off.
 */
export class MutedCalls extends EventTarget {
  #ids = new Set(recall());

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The adapter has muted or unmuted a call. */
  set(id: string, muted: boolean): void {
    this.#ids.delete(id);
    if (muted) this.#ids = new Set([...this.#ids, id].slice(-KEPT));
    try {
      sessionStorage.setItem(KEY, [...this.#ids].join(' '));
    } catch {
      // Blocked or full.
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's: its tags agree, also those of another copy of the bundle. */
export function mutedCalls(): MutedCalls {
  const page = document as {[MUTED]?: MutedCalls | undefined};
  return (page[MUTED] ??= new MutedCalls());
}

function recall(): string[] {
  try {
    return (sessionStorage.getItem(KEY) ?? '').split(' ');
  } catch {
    return [];
  }
}
