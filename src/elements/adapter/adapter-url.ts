/** What the address of an adapter is made of. */
export interface AdapterAddress {
  src: string | null;
  f9crmapi: boolean;
  f9hookapi: boolean;
  f9verticalthreshold: string | null | undefined;
  idpLoginUrl: string | null | undefined;
}

/**
 * The address of an adapter's page; what `src` has in its query stays.
 *
 * @param page Address of the page around it.
 * @throws `TypeError` for a `src` that cannot be an adapter's: a script, a document without an origin, or what this page may not embed.
 */
export function adapterUrl(address: AdapterAddress, page: string): string {
  const {src, f9crmapi, f9hookapi, f9verticalthreshold, idpLoginUrl} = address;
  const url = src && URL.canParse(src, page) ? new URL(src, page) : undefined;
  // A page of https shows none of http.
  if (!url || !(page.startsWith('https:') ? /^https:/ : /^https?:/).test(url.protocol)) {
    throw new TypeError(`src="${src ?? ''}" is not the https address of an adapter.`);
  }
  // Of the two names for hooks the documentation has one, samples of Five9's staff the other.
  const parameters = {f9crmapi, f9hookapi, f9hook: f9hookapi, f9verticalthreshold, idpLoginUrl};
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, String(value));
  return url.href;
}
