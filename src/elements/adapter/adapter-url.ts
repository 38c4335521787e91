import {readable} from '../../shared/parse/crm-record.js';

/** Parts of an adapter's address. */
export interface AdapterAddress {
  src: string | null;
  f9crmapi: boolean;
  f9hookapi: boolean;
  f9verticalthreshold: string | null | undefined;
  idpLoginUrl: string | null | undefined;
}

/** Largest length of an address: servers refuse longer addresses. */
const MAX_LENGTH = 8000;

/**
 * Returns the address of an adapter's page. Keeps the query of `src`.
 *
 * @param page Address of the page that embeds the adapter.
 * @throws `TypeError` if `src` or `idpLoginUrl` is not the address of a page.
 */
export function adapterUrl(address: AdapterAddress, page: string): string {
  const {src, f9crmapi, f9hookapi, f9verticalthreshold, idpLoginUrl} = address;
  const url = webAddress('src', src, page);
  if (idpLoginUrl) webAddress('idp-login-url', idpLoginUrl, page);
  // Five9's documentation and Five9's samples use different names for this parameter, so both are sent.
  const parameters = {f9crmapi, f9hookapi, f9hook: f9hookapi, f9verticalthreshold, idpLoginUrl};
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, String(value));
  return url.href;
}

/**
 * Matches an address that starts with a scheme or a slash. The browser would resolve any other address relative to this
 * page.
 */
const ABSOLUTE = /^\s*(https?:\/)?\//i;

/** Reads the address of a page. */
function webAddress(name: string, value: string | null, page: string): URL {
  const text = value ?? '';
  const url = ABSOLUTE.test(text) && URL.canParse(text, page) ? new URL(text, page) : undefined;
  // An https page cannot embed an http page.
  const protocols = page.startsWith('https:') ? ['https:'] : ['https:', 'http:'];
  const isAllowed = url && protocols.includes(url.protocol) && !url.username && !url.password;
  if (isAllowed && text.length <= MAX_LENGTH) return url;
  // The message must not show a password.
  const shown = readable(text.replace(/\/[^/]*@/, '/'));
  throw new TypeError(
    `${name}="${shown}" cannot be used. It must be an https address without a password, or a path that begins with a slash.`,
  );
}
