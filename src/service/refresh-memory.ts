import {isLive, type Interactions, type Reached} from './interactions.js';

/**
 * Remembers over a refresh of this tab which interactions were live, so that their events are known for repetitions and their timers go on.
 * Ids, states and times only; nothing of a customer is stored. Without storage a refresh only starts the timers anew.
 */
const KEY = 'five9-elements:live';
/** How many are remembered at most: what ended while the page was away is never told. */
const REMEMBERED = 50;

const told = new WeakMap<Interactions, string>();

/** What was live when the page was left. */
export function recall(): [string, Reached][] {
  try {
    // Anybody may have written there, so what is no list of pairs throws here too.
    return (JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [unknown, Reached][])
      .map(([id, {state, startedAt, endedAt}]): [string, Reached] => [
        String(id),
        {state, startedAt, ...(endedAt && {endedAt})},
      ])
      .filter(([, {startedAt}]) => startedAt > 0);
  } catch {
    return [];
  }
}

/** Stores what is live now. */
export function remember(interactions: Interactions): void {
  const {all, reached} = interactions;
  const live = all.filter(isLive).map(({id}) => [id, reached.get(id)] as const);
  const next = JSON.stringify(live);
  if (next === told.get(interactions)) return;
  told.set(interactions, next);
  // Beside it stays what others know: another service of the page, or the page before a refresh, if the adapter has not spoken since.
  const others = recall().filter(([id]) => !interactions.get(id));
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...others, ...live].slice(-REMEMBERED)));
  } catch {
    // Blocked or full.
  }
}
