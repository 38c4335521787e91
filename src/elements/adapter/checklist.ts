/** What is said when the adapter does not come up. Loaded only then. */
import type {Unreachable} from './adapter.events.js';

/** What is wrong; and what to check, in the order in which a person can do so, first of all what the reason is about. */
export function checklist({reason, url, origin = ''}: Unreachable, page: string): string[] {
  const host = new URL(url || page).origin;
  const blocked = `Does the frame stay empty, or say that it refused to connect? Then ${host} does not let ${page} embed it (its X-Frame-Options or frame-ancestors), or this page's own policy has no frame-src for it. An administrator can allow it.`;
  const login = 'Does it ask you to log in? Log in there. It connects by itself.';
  const cookies = `Does the login come back again and again? The browser blocks cookies of other sites. Allow those of ${host}.`;
  const address = `Is ${host} the address of your Five9? If it leads on to another one, that one must be in adapter-origin of five9-provider.`;
  const poppedOut = 'Is Five9 open in a window of its own? Close that window, and press “Load again”.';
  switch (reason) {
    case 'origin-refused':
      return [
        'Five9 is at an address that this page does not trust.',
        `${origin} answered. If that is your Five9, an administrator can add it to adapter-origin of five9-provider.`,
        login,
        cookies,
      ];
    case 'disconnected':
      return ['Five9 was connected, and has not come back yet.', login, poppedOut, cookies];
    case 'not-loaded':
      return [
        'Five9 has not loaded yet.',
        `Is the network there? Nothing has come from ${host}.`,
        blocked,
        login,
        cookies,
        address,
        poppedOut,
      ];
    case 'no-answer':
      return [
        'Five9 has not connected yet. See that you are logged in to it.',
        blocked,
        login,
        cookies,
        address,
        poppedOut,
      ];
  }
}
