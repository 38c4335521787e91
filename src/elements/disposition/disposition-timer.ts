import type {Disposition} from '../../interaction-api/types.js';
import {wordList} from '../../shared/parse/word-list.js';

/**
 * Returns the label of the timer that a disposition allows; empty if it allows no timer.
 *
 * Five9 documents two flags and two types of dispositions with a timer, but not the names of the properties. The type
 * is used if the flags are missing.
 *
 * @param timerFor Ids, separated by spaces, of dispositions that allow a timer although the adapter does not report one.
 */
export function timerLabel(disposition: Disposition | undefined, timerFor: string): string {
  if (!disposition) return '';
  const kind = String(disposition['flags'] ?? disposition['type']);
  if (kind.includes('REDIAL')) return 'Redial after';
  if (kind.includes('REACTIVATE') || kind.includes('DND')) return 'Reactivate after';
  return wordList(timerFor).includes(disposition.id) ? 'Timer' : '';
}
