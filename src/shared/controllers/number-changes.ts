import {callSafely} from '../../interaction-api/call-safely.js';
import type {Click2DialData} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';

/** An element that shows phone numbers. */
export interface NumberSource extends Element {
  readonly service: InteractionService | undefined;
  /** Returns the numbers that the element shows, in the order of the page. */
  dialNumbers(): Iterable<Click2DialData>;
}

const listeners = new Set<() => void>();

/** Calls `listener` when an element shows other numbers. Returns a function that ends this. */
export function listenToNumbers(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reports that an element may show other numbers. An element calls this function often, also without a change. */
export function numbersChanged(): void {
  for (const listener of listeners) callSafely(listener);
}
