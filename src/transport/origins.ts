/** Origins of Five9's own adapters. */
export const FIVE9_ORIGINS = 'https://*.five9.com';

/** Returns whether an origin is allowed. */
export type OriginRule = (origin: string) => boolean;

const ALLOWED_ENTRY = /^https?:\/\/[^/\\*?#@]+\/?$/i;

/**
 * Returns the rule for a space-separated list of origins. An entry is an exact origin (`https://phone.example.com`,
 * with its port if it has one), or `https://*.example.com` for every subdomain (but not the domain itself), or `null`
 * for documents whose origin is `null`, such as sandboxed frames.
 *
 * @throws `TypeError` for any other entry, so that a misspelled entry is noticed
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
  // Require a dot in the text after `*.`, because `https://*.com` would allow most sites of the web.
  if (!url?.host || (hasWildcard && !url.host.includes('.'))) {
    throw new TypeError(
      `"${entry}" is not an origin. Write an origin such as https://phone.example.com, or https://*.example.com for every host below a domain.`,
    );
  }
  if (!hasWildcard) return (origin) => origin === url.origin;
  const {protocol, host} = url;
  return (origin) => origin.startsWith(`${protocol}//`) && origin.endsWith(`.${host}`);
}
