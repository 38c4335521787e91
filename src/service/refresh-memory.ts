import {isLive, type Interactions, type Reached} from './interactions.js';

/**
 * Remembers over a refresh of this tab which interactions were live, so that their events are known for repetitions and their timers go on.
 * Ids, states and times only; nothing of a customer is stored. Without storage a refresh only starts the timers anew.
 */
const KEY = 'five9-elements:live';
let stored = '';

/** What was live when the page was left. */
export function recall(): [string, Reached][] {
  try {
    // Anybody may have written there, so what is no list of pairs throws here too.
    return (JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [unknown, Reached][]).map(
      ([id, {state, startedAt, endedAt}]) => [String(id), {state, startedAt, ...(endedAt && {endedAt})}],
    );
  } catch {
    return [];
  }
}

/** Stores what is live now. */
export function remember(interactions: Interactions): void {
  const live = interactions.all.filter(isLive).map(({id}) => [id, interactions.reached.get(id)]);
  const next = JSON.stringify(live);
  if (next === stored) return;
  stored = next;
  try {
    sessionStorage.setItem(KEY, next);
  } catch {
    // Blocked or full.
  }
}
