import {readable} from '../../shared/parse/crm-record.js';
import type {UsedApis} from './used-apis.js';

/** The settings that form the address of an adapter. */
export interface AdapterAddress {
  src: string | null;
  f9crmapi: boolean;
  f9hookapi: boolean;
  f9verticalthreshold: string | null | undefined;
  idpLoginUrl: string | null | undefined;
}

/** Maximum number of characters of an address. Servers refuse longer addresses. */
const MAX_LENGTH = 8000;

/**
 * Returns the address of the adapter's page. Keeps the query of `src`, and adds the parameters to it.
 *
 * @param page Address of the page that embeds the adapter.
 * @throws `TypeError` if `src` or `idpLoginUrl` is not the address of a page.
 */
export function adapterUrl(address: AdapterAddress, page: string): string {
  const {src, f9crmapi, f9hookapi, f9verticalthreshold, idpLoginUrl} = address;
  const url = webAddress('src', src, page);
  if (idpLoginUrl) webAddress('idp-login-url', idpLoginUrl, page);
  addParameters(url, {f9verticalthreshold, idpLoginUrl});
  return withApis(url.href, {f9crmapi, f9hookapi});
}

/** Returns an address with the parameters for the APIs that the page uses. */
export function withApis(address: string, {f9crmapi, f9hookapi}: UsedApis): string {
  const url = new URL(address);
  // Send `f9hookapi` also as `f9hook`, because Five9's documentation and Five9's samples use different names.
  addParameters(url, {f9crmapi, f9hookapi, f9hook: f9hookapi});
  return url.href;
}

function addParameters(
  {searchParams}: URL,
  parameters: Readonly<Record<string, string | boolean | null | undefined>>,
): void {
  for (const [name, value] of Object.entries(parameters)) if (value) searchParams.set(name, String(value));
}

/**
 * Matches an address that starts with `https://`, `http://` or a slash. Any other address is refused, because the
 * browser would resolve it relative to this page.
 */
const ABSOLUTE = /^\s*(https?:\/)?\//i;

/** Reads the address in the attribute `name`. Throws a `TypeError` if the address is not allowed. */
function webAddress(name: string, value: string | null, page: string): URL {
  const text = value ?? '';
  const url = ABSOLUTE.test(text) && URL.canParse(text, page) ? new URL(text, page) : undefined;
  // Allow http addresses only in an http page, because an https page cannot embed an http page.
  const protocols = page.startsWith('https:') ? ['https:'] : ['https:', 'http:'];
  const isAllowed = url && protocols.includes(url.protocol) && !url.username && !url.password;
  if (isAllowed && text.length <= MAX_LENGTH) return url;
  // Remove the password, because the error message must not show it.
  const shown = readable(text.replace(/\/[^/]*@/, '/'));
  throw new TypeError(
    `${name}="${shown}" cannot be used. It must be an https address without a password, or a path that begins with a slash.`,
  );
}
