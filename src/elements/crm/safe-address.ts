import {InteractionApiError} from '../../interaction-api/errors.js';

/**
 * Returns an address that the element may use: `http:` or `https:`, of this page's origin or of an allowed origin.
 *
 * @param href The address, absolute or relative to the page.
 * @param allowed Allowed origins, separated by spaces.
 * @param method Name of the question, for the error.
 * @throws `InteractionApiError` with the reason if the address is not allowed
 */
export function safeAddress(href: string, allowed: string, method: string): URL {
  const refuse = (reason: string): never => {
    throw new InteractionApiError('Generic', `The address ${href} was not used: ${reason}`, method);
  };
  if (!URL.canParse(href, document.baseURI)) return refuse('it is not an address.');
  const url = new URL(href, document.baseURI);
  if (!['http:', 'https:'].includes(url.protocol)) return refuse('only http and https addresses are allowed.');
  if (url.username || url.password) return refuse('it contains a user name or a password.');
  const origins = [location.origin, ...allowed.split(/\s+/).map(originOf)];
  if (!origins.includes(url.origin)) return refuse(`add ${url.origin} to allow-origins if it is yours.`);
  return url;
}

/** Returns the origin of an entry of `allow-origins`; the entry itself if it is no address. */
function originOf(entry: string): string {
  return URL.canParse(entry) ? new URL(entry).origin : entry;
}
