/** Origins of Five9's own adapters. */
export const FIVE9_ORIGINS = 'https://*.five9.com';

/** Returns whether an adapter may have an origin. */
export type OriginRule = (origin: string) => boolean;

const ALLOWED_ENTRY = /^https?:\/\/[^/\\*?#@]+\/?$/i;

/**
 * Compiles a space-separated list of origins. An entry is an exact origin (`https://phone.example.com`, with a port if there is one),
 * or `https://*.example.com` for every host below that domain (not the domain itself), or `null` for documents without an origin of their own.
 *
 * @throws `TypeError` for any other entry, so that a misspelled entry neither allows nor blocks an origin by accident
 */
export function originRule(list: string): OriginRule {
  const rules = list
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .map(ruleFor);
  return (origin) => rules.some((rule) => rule(origin));
}

function ruleFor(entry: string): OriginRule {
  if (entry === 'null') return (origin) => origin === 'null';
  const withoutWildcard = entry.replace('//*.', '//');
  const hasWildcard = withoutWildcard !== entry;
  const url =
    ALLOWED_ENTRY.test(withoutWildcard) && URL.canParse(withoutWildcard) ? new URL(withoutWildcard) : undefined;
  // `https://*.com` would allow half the web: a wildcard must stand below a name that has an owner.
  if (!url?.host || (hasWildcard && !url.host.includes('.'))) {
    throw new TypeError(
      `"${entry}" is not an origin. Write an origin such as https://phone.example.com, or https://*.example.com for every host below a domain.`,
    );
  }
  if (!hasWildcard) return (origin) => origin === url.origin;
  const {protocol, host} = url;
  return (origin) => origin.startsWith(`${protocol}//`) && origin.endsWith(`.${host}`);
}
