import {readable} from '../../shared/parse/crm-record.js';

/** What the address of an adapter is made of. */
export interface AdapterAddress {
  src: string | null;
  f9crmapi: boolean;
  f9hookapi: boolean;
  f9verticalthreshold: string | null | undefined;
  idpLoginUrl: string | null | undefined;
}

/** Longer ones are refused by servers, and are no address that a person has written. */
const LONGEST = 8000;

/**
 * The address of an adapter's page; what `src` has in its query stays.
 *
 * @param page Address of the page around it.
 * @throws `TypeError` for a `src` that cannot be an adapter's, and an `idpLoginUrl` that leads to no page.
 */
export function adapterUrl(address: AdapterAddress, page: string): string {
  const {src, f9crmapi, f9hookapi, f9verticalthreshold, idpLoginUrl} = address;
  const url = webAddress('src', src, page);
  if (idpLoginUrl) webAddress('idp-login-url', idpLoginUrl, page);
  // Of the two names for hooks the documentation has one, samples of Five9's staff the other.
  const parameters = {f9crmapi, f9hookapi, f9hook: f9hookapi, f9verticalthreshold, idpLoginUrl};
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, String(value));
  return url.href;
}

/** Reads the address of a page. `phone.example.com/adt.html` is none: without `https://` it is a file beside this page, and nobody means that. */
function webAddress(name: string, value: string | null, page: string): URL {
  const text = value ?? '';
  const url = /^\s*(https?:\/)?\//i.test(text) && URL.canParse(text, page) ? new URL(text, page) : undefined;
  // A page of https shows none of http.
  const isWeb = (page.startsWith('https:') ? /^https:/ : /^https?:/).test(url?.protocol ?? '');
  if (url && isWeb && !url.username && !url.password && text.length <= LONGEST) return url;
  // A password is shown to nobody.
  const shown = readable(text.replace(/\/[^/]*@/, '/'));
  throw new TypeError(`${name}="${shown}" is not an https address, short and without a password.`);
}
