/** Where Five9 hosts its adapter. */
export const FIVE9_ORIGINS = 'https://*.five9.com';

/** Says whether an adapter may have an origin. */
export type OriginRule = (origin: string) => boolean;

const RULE = /^https?:\/\/[^/\\*?#@]+\/?$/i;

/**
 * Compiles a space-separated list of origins. An entry is an exact origin (`https://phone.example.com`, port included where there is one),
 * or `https://*.example.com` for every host below that domain (not the domain itself), or `null` for documents without an origin of their own.
 *
 * @throws `TypeError` for an entry that is none of these: a rule that nobody understands must neither open nor close a door.
 */
export function originRule(list: string): OriginRule {
  const rules = list.split(/\s+/).filter(Boolean).map(normalRule);
  return (origin) =>
    rules.some(([start, end]) => (end ? origin.startsWith(start) && origin.endsWith(end) : origin === start));
}

/** An origin as browsers write it, or the scheme and the end of those that have a wildcard in between. */
function normalRule(entry: string): [string, string?] {
  if (entry === 'null') return [entry];
  const exact = entry.replace('//*.', '//');
  const {protocol, host, origin} = (RULE.test(exact) && URL.canParse(exact) ? new URL(exact) : {}) as URL;
  // `https://*.com` would let half the web in: a wildcard stands below a name that somebody owns.
  if (!host || (exact !== entry && !host.includes('.'))) throw new TypeError(`"${entry}" is no origin.`);
  return exact === entry ? [origin] : [protocol + '//', '.' + host];
}
