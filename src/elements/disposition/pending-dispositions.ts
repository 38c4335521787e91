/** Detail of the event `change` of `PendingDispositions`. */
export interface PendingDispositionChange {
  readonly interactionId: string;
  /** The disposition that the adapter has just set; `undefined` when a request starts, and when it ends. */
  readonly dispositionId?: string | undefined;
}

/**
 * The interactions whose disposition is being set now by an element of the page. All elements use this object to avoid
 * a second request for the same interaction, which would fail because the interaction is finished.
 *
 * Dispatches `change` when a request starts, when the adapter has set the disposition, and when the request ends.
 */
export class PendingDispositions extends EventTarget {
  readonly #interactionIds = new Set<string>();

  /** Returns whether the disposition of an interaction is being set. */
  has(interactionId: string): boolean {
    return this.#interactionIds.has(interactionId);
  }

  /** Adds an interaction when a request starts. */
  start(interactionId: string): void {
    this.#interactionIds.add(interactionId);
    this.#dispatch({interactionId});
  }

  /** Reports that the adapter has set a disposition. */
  reportSet(interactionId: string, dispositionId: string): void {
    this.#dispatch({interactionId, dispositionId});
  }

  /** Removes an interaction when its request has succeeded or failed. */
  end(interactionId: string): void {
    this.#interactionIds.delete(interactionId);
    this.#dispatch({interactionId});
  }

  #dispatch(detail: PendingDispositionChange): void {
    this.dispatchEvent(new CustomEvent<PendingDispositionChange>('change', {detail}));
  }
}

/**
 * Key of the object on the document. All copies of the bundle on a page share the object, because `Symbol.for` returns
 * the same key in each copy.
 */
const KEY = Symbol.for('five9-elements/pending-dispositions@1');

/** Returns the pending dispositions of the page. */
export function pagePendingDispositions(): PendingDispositions {
  const page = document as Document & {[KEY]?: PendingDispositions | undefined};
  return (page[KEY] ??= new PendingDispositions());
}
