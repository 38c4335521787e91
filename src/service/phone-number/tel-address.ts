import {keepsZero} from './country-codes.js';
import {plainText} from './characters.js';

/** A number with parameters, as in a `tel:` address (RFC 3966). */
export interface Address {
  /** The number as it is written. */
  readonly text: string;
  /** Value of the parameter `ext`. */
  readonly extension: string | undefined;
}

/** Matches a parameter, such as `;ext=5` or `;npdi`. */
const PARAMETER = /;\s*(?:([a-z][\w-]*)\s*=([^;?]*)|[a-z-]+(?=[;?]|$))/gi;

/**
 * Reads a `tel:` address, or a text that may have the parameters of such an address. If the parameter `phone-context`
 * begins with `+`, a local number gets it as its prefix. Other parameters have no effect.
 *
 * @param plain A text that `plainText` has returned.
 */
export function readAddress(plain: string): Address {
  const isAddress = /^tel:/i.test(plain);
  const address = isAddress ? plainText(decoded(plain.slice('tel:'.length).replace(/\?.*$/s, ''))) : plain;
  const parameters = new Map<string, string>();
  const text = address.replace(PARAMETER, (_, name: string | undefined, value: string | undefined) => {
    if (name) parameters.set(name.toLowerCase(), value ?? '');
    return '';
  });
  return {text: inContext(text, parameters.get('phone-context')), extension: parameters.get('ext')};
}

/** Adds the prefix of `phone-context` to a local number. */
function inContext(number: string, context: string | undefined): string {
  const prefix = context?.trim() ?? '';
  const isLocal = !/^[\s(]*(?:\+|00|011)/.test(number) && /\d/.test(number);
  if (!prefix.startsWith('+') || !isLocal) return number;
  const country = prefix.replace(/\D/g, '');
  const isCountryCode = country.length <= 3;
  // Remove the 0 of national calls, because the number gets a country code.
  return prefix + (isCountryCode && !keepsZero(country) ? number.replace(/^[\s(]*0/, '') : number);
}

/** Decodes `%20` and similar codes. Keeps an invalid code unchanged. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}
