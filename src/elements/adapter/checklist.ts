/** What to check when the adapter does not come up. Loaded only then. */
import type {Unreachable} from './adapter.events.js';

/** In the order in which a person can check it, first of all what the reason is about. */
export function checklist({reason, url, origin = ''}: Unreachable, page: string): string[] {
  const host = new URL(url || page).origin;
  const all = {
    blocked: `Does the frame stay empty, or say that it refused to connect? Then ${host} does not let ${page} embed it (its X-Frame-Options or frame-ancestors), or this page's own policy has no frame-src for it. An administrator can allow it.`,
    login: 'Does it ask you to log in? Log in there. It connects by itself.',
    cookies: `Does the login come back again and again? The browser blocks cookies of other sites. Allow those of ${host}.`,
    host: `Is ${host} the address of your Five9? If it leads on to another one, that one must be in adapter-origin of five9-provider.`,
    poppedOut: 'Is Five9 open in a window of its own? Close that window, and press “Load again”.',
  };
  const {blocked, login, cookies, host: address, poppedOut} = all;
  switch (reason) {
    case 'origin-refused':
      return [
        `${origin} answered, and this page does not trust that address. If it is your Five9, an administrator can add it to adapter-origin of five9-provider.`,
        login,
        cookies,
      ];
    case 'disconnected':
      return [login, poppedOut, cookies];
    case 'not-loaded':
      return [`Is the network there? Nothing has come from ${host} yet.`, blocked, login, cookies, address, poppedOut];
    case 'no-answer':
      return [blocked, login, cookies, address, poppedOut];
  }
}
