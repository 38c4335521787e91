import {isRecord} from '../../interaction-api/is-record.js';
import {toJson} from '../../interaction-api/to-json.js';

/** The result of a navigation. */
export type Navigation = 'shown' | 'already shown' | 'blocked';

/** A record to show. */
export interface ShownRecord {
  readonly address: URL;
  /** Name of a window or frame; empty for this page. */
  readonly target: string;
  readonly interactionId: string | undefined;
}

/**
 * Storage key of the last record that this page has gone to, and of the address where the browser has arrived. It is
 * another address if the server redirects.
 */
const KEY = 'five9-elements:screen-pop';

interface LastPop {
  readonly interactionId: string;
  readonly to: string;
  readonly arrivedAt?: string;
}

/** Whether this document has started to go to another address. */
let isLeaving = false;

/** Stores where the browser has arrived after the last navigation. Call this function when a page has loaded. */
export function noteArrival(): void {
  const last = read();
  if (last && !last.arrivedAt && !isLeaving) write({...last, arrivedAt: location.href});
}

/**
 * Shows an address in this page, or in a named window or frame. Does nothing if this page shows the address already, or
 * has come from there by a redirect for the same interaction: the adapter may request the same record again after each
 * load of the page, and the page would load without end.
 */
export function navigate({address, target, interactionId = ''}: ShownRecord): Navigation {
  if (target && target !== '_self') return window.open(address, target) ? 'shown' : 'blocked';
  if (isShownAt(address, new URL(location.href)) || hasArrivedFrom(address, interactionId)) return 'already shown';
  // A change of the fragment loads no page.
  isLeaving = withoutFragment(address) !== withoutFragment(new URL(location.href));
  if (isLeaving) write({interactionId, to: address.href});
  location.assign(address);
  return 'shown';
}

/** Returns whether a page shows an address. A page may have added a fragment to its address. */
function isShownAt(address: URL, page: URL): boolean {
  return withoutFragment(address) === withoutFragment(page) && (!address.hash || address.hash === page.hash);
}

function hasArrivedFrom({href}: URL, interactionId: string): boolean {
  const last = read();
  return last?.to === href && last.interactionId === interactionId && last.arrivedAt === location.href;
}

const withoutFragment = ({origin, pathname, search}: URL): string => origin + pathname + search;

function read(): LastPop | undefined {
  try {
    const last: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isRecord(last) ? (last as unknown as LastPop) : undefined;
  } catch {
    // Storage may be blocked, or another script may have stored another value.
    return undefined;
  }
}

function write(last: LastPop): void {
  try {
    sessionStorage.setItem(KEY, toJson(last));
  } catch {
    // Ignore the error, because storage may be blocked or full.
  }
}
