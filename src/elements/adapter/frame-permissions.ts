import {FIVE9_ORIGINS, originRule} from '../../transport/origins.js';

/**
 * Permissions of the frame that a softphone needs: microphone and loudspeaker for the audio, `hid` for the buttons of
 * headsets, and the clipboard to copy and paste numbers.
 */
export const DEFAULT_ALLOW = 'microphone; autoplay; speaker-selection; clipboard-read; clipboard-write; hid';

/** Hosts of Five9 to which a login can lead (docs/FIVE9.md 9). */
const FIVE9_HOSTS = ['app', 'app-atl', 'app-scl', 'app.ca', 'app.eu', 'app.nld1.eu'].map(
  (host) => `https://${host}.five9.com`,
);

/**
 * Returns the value of the iframe's `allow` attribute. A permission in `allow` without a list of origins applies only
 * to the origin of `src`. But a login can lead to another host, so each origin that `adapterOrigin` names is added. A
 * permission with a list of origins stays unchanged.
 *
 * @param allow Permissions, separated by semicolons.
 * @param adapterOrigin Allowed origins of the adapter; `undefined` for Five9's own origins.
 * @param src Origin of the address in the iframe's `src`.
 */
export function framePermissions(allow: string, adapterOrigin: string | undefined, src: string): string {
  const origins = namedOrigins(adapterOrigin ?? FIVE9_ORIGINS, src).filter((origin) => origin !== src);
  const withOrigins = (permission: string): string =>
    /\s/.test(permission) ? permission : [permission, "'src'", ...origins].join(' ');
  return allow
    .split(';')
    .map((permission) => permission.trim())
    .filter((permission) => permission !== '')
    .map(origins.length ? withOrigins : String)
    .join('; ');
}

/**
 * Returns the origins that can be named in `allow`, in which browsers accept no wildcards. For Five9's own wildcard,
 * these are the known hosts of Five9, if the adapter is one of them.
 */
function namedOrigins(adapterOrigin: string, src: string): readonly string[] {
  const isFive9 = originRule(FIVE9_ORIGINS);
  const entries = adapterOrigin.split(/\s+/).filter((entry) => entry !== '' && entry !== 'null');
  const named = entries.flatMap((entry) => {
    if (entry === FIVE9_ORIGINS) return isFive9(src) ? FIVE9_HOSTS : [];
    return entry.includes('*') ? [] : new URL(entry).origin;
  });
  return [...new Set(named)];
}
