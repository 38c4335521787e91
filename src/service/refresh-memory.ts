import {isLive, type Interactions, type Reached} from './interactions.js';

/**
 * Remembers over a refresh of this tab which interactions were live, so that their events are known for repetitions and their timers go on.
 * Ids, states and times only; nothing of a customer is stored.
 */
const KEY = 'five9-elements:live';

/** What was live when the page was left. */
export function recall(): [string, Reached][] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? (stored as unknown[]).filter(isEntry) : [];
  } catch {
    // Storage may be blocked, and anybody may have written there.
    return [];
  }
}

/** Stores what is live now. */
export function remember(interactions: Interactions): void {
  const live = interactions.all.filter(isLive);
  const entries = live.map(({id}) => [id, interactions.reached.get(id)]);
  try {
    if (entries.length) sessionStorage.setItem(KEY, JSON.stringify(entries));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage a refresh only starts the timers anew.
  }
}

const isEntry = (entry: unknown): entry is [string, Reached] => {
  if (!Array.isArray(entry)) return false;
  const [id, reached] = entry as [unknown, Partial<Reached> | null];
  return typeof id === 'string' && typeof reached?.startedAt === 'number' && typeof reached.state === 'string';
};
