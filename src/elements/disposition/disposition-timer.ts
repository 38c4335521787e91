import type {Disposition} from '../../interaction-api/types.js';
import {text} from '../../shared/parse/records.js';
import {wordList} from '../../shared/parse/word-list.js';

/**
 * Returns the label of the timer for a disposition; empty if the disposition allows no timer.
 *
 * Five9 documents two flags and two types for dispositions with a timer, but not the names of the properties that
 * contain them. The assumed names are `flags` and `type`. The `type` is used if the `flags` are missing.
 *
 * @param timerFor Ids of dispositions that allow a timer although the adapter does not report this. Spaces separate the
 *   ids.
 */
export function timerLabel(disposition: Disposition | undefined, timerFor: string): string {
  if (!disposition) return '';
  const kind = [disposition['flags'] ?? disposition['type']].flat().map(text).join(' ');
  if (kind.includes('REDIAL')) return 'Redial after';
  if (kind.includes('REACTIVATE') || kind.includes('DND')) return 'Reactivate after';
  return wordList(timerFor).includes(disposition.id) ? 'Timer' : '';
}
