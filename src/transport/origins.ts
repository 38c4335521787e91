/** Where Five9 hosts its adapter. */
export const FIVE9_ORIGINS = 'https://*.five9.com';

/** Says whether an adapter may have an origin. */
export type OriginRule = (origin: string) => boolean;

const RULE = /^(https?:\/\/)(\*\.)?([^/*?#@]+)\/?$/i;

/**
 * Compiles a space-separated list of origins. An entry is an exact origin (`https://phone.example.com`, port included where there is one),
 * or `https://*.example.com` for every host below that domain (not the domain itself), or `null` for documents without an origin of their own.
 *
 * @throws `TypeError` for an entry that is none of these: a rule that nobody understands must neither open nor close a door.
 */
export function originRule(list: string): OriginRule {
  const exact = new Set<string>();
  const below: [scheme: string, suffix: string][] = [];
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    if (entry === 'null') {
      exact.add(entry);
      continue;
    }
    const [, scheme = '', wildcard, host = ''] = RULE.exec(entry) ?? [];
    const url = URL.canParse(scheme + host) ? new URL(scheme + host) : undefined;
    // `https://*.com` would let half the web in: a wildcard stands below a name that somebody owns.
    if (!url || (wildcard && !url.host.includes('.'))) {
      throw new TypeError(
        `"${entry}" is not an origin like https://phone.example.com or https://*.example.com`,
      );
    }
    if (wildcard) below.push([`${url.protocol}//`, `.${url.host}`]);
    else exact.add(url.origin);
  }
  return (origin) =>
    exact.has(origin) ||
    below.some(([scheme, suffix]) => origin.startsWith(scheme) && origin.endsWith(suffix));
}
