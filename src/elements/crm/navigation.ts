/** The result of a navigation. */
export type Navigation = 'shown' | 'already shown' | 'blocked';

/**
 * Shows an address in this page, or in a named window or frame. Does nothing if this page shows the address already,
 * because the adapter may request the same record again after each load of the page.
 *
 * @param target Name of a window or frame; empty for this page.
 */
export function navigate(address: URL, target: string): Navigation {
  if (!target || target === '_self') {
    if (withoutFragment(address) === withoutFragment(new URL(location.href))) return 'already shown';
    location.assign(address);
    return 'shown';
  }
  return window.open(address, target) ? 'shown' : 'blocked';
}

const withoutFragment = ({origin, pathname, search}: URL): string => origin + pathname + search;
