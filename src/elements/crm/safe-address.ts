import {PageError} from '../../shared/words/page-error.js';
import {ownOrigin} from '../../transport/own-window.js';
import {expandTemplate, type TemplateValues} from './address-template.js';

/** The addresses that an element may use. */
export interface AddressRules {
  /** Origins that addresses may have in addition to the origin of the page, separated by spaces. */
  readonly allowOrigins: string | null | undefined;
}

/**
 * Returns the address of a template.
 *
 * @param method Name of the question, for the error.
 * @returns `undefined` without a template, or if its variables have no values
 * @throws `PageError` with the reason if the address is not allowed
 */
export function addressOf(
  template: string | null | undefined,
  values: TemplateValues,
  rules: AddressRules,
  method: string,
): URL | undefined {
  if (!template?.trim()) return undefined;
  let href: string | undefined;
  try {
    href = expandTemplate(template.trim(), values);
  } catch (cause) {
    throw refused(template, (cause as Error).message, method);
  }
  return href === undefined ? undefined : safeAddress(href, rules, method);
}

/**
 * Returns an address that the element may use: `http:` or `https:`, of this page's origin or of an allowed origin.
 *
 * @param href The address, absolute or relative to the page.
 * @throws `PageError` with the reason if the address is not allowed
 */
export function safeAddress(href: string, {allowOrigins}: AddressRules, method: string): URL {
  const url = webAddress(href, method);
  if (url.username || url.password) throw refused(href, 'it contains a user name or a password.', method);
  const origins = [ownOrigin(), ...(allowOrigins ?? '').split(/\s+/).map(originOf)];
  if (!origins.includes(url.origin)) throw refused(href, `add ${url.origin} to allow-origins if it is yours.`, method);
  return url;
}

/**
 * Returns an `http:` or `https:` address of any origin.
 *
 * @throws `PageError` with the reason if it is no such address
 */
export function webAddress(href: string, method: string): URL {
  if (!URL.canParse(href, document.baseURI)) throw refused(href, 'it is not an address.', method);
  const url = new URL(href, document.baseURI);
  if (['http:', 'https:'].includes(url.protocol)) return url;
  throw refused(href, 'only http and https addresses are allowed.', method);
}

function refused(href: string, reason: string, method: string): PageError {
  const shown = href.length > 100 ? `${href.slice(0, 100)}…` : href;
  return new PageError('Generic', `The address ${shown} was not used: ${reason}`, method);
}

/** Returns the origin of an entry of `allow-origins`; the entry itself if it is no address. */
const originOf = (entry: string): string => (URL.canParse(entry) ? new URL(entry).origin : entry);
