/** Texts for an adapter that does not connect. This file is loaded only if such a text is needed. */
import type {Unreachable} from './adapter.events.js';

/**
 * Returns a sentence about the problem, followed by the possible causes, in the order in which the user can check them.
 *
 * @param page Origin of the page that embeds the adapter.
 */
export function checklist({reason, url, origin = ''}: Unreachable, page: string): string[] {
  const host = new URL(url || page).origin;
  const blocked = `Does the frame stay empty, or say that it refused to connect? Then ${host} does not let ${page} embed it (its X-Frame-Options or frame-ancestors), or this page's own policy has no frame-src for it. An administrator can allow it.`;
  const login = 'If it asks you to log in, log in there. Five9 then connects automatically.';
  const cookies = `If the login page appears again and again, the browser blocks cookies of other sites. Allow the cookies of ${host}.`;
  const address = `Is ${host} the address of your Five9? If it leads to another address, that address must be in adapter-origin of five9-provider.`;
  const poppedOut = 'If Five9 is open in a window of its own, close that window, and press “Load again”.';
  switch (reason) {
    case 'origin-refused':
      return [
        'Five9 is at an address that this page does not trust.',
        `${origin} answered. If that is your Five9, an administrator can add it to adapter-origin of five9-provider.`,
        login,
        cookies,
      ];
    case 'disconnected':
      return ['The connection to Five9 was lost, and Five9 has not connected again yet.', login, poppedOut, cookies];
    case 'not-loaded':
      return [
        'Five9 has not loaded yet.',
        `Is the network available? Nothing has loaded from ${host}.`,
        blocked,
        login,
        cookies,
        address,
        poppedOut,
      ];
    case 'no-answer':
      return [
        'Five9 has not connected yet. Check that you are logged in to Five9.',
        blocked,
        login,
        cookies,
        address,
        poppedOut,
      ];
  }
}
