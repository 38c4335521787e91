/**
 * Returns the number of a `tel:` address (RFC 3966), without its extension, pauses and parameters. A local number gets
 * the prefix of its context. Returns an address without a number unchanged, because the error message shows the
 * address.
 */
export function numberOf(href: string): string {
  const [number = '', ...parameters] = decoded(href.replace(/^tel:/i, '')).split(/[;?]/);
  const context = parameters.find((parameter) => /^phone-context=\+/i.test(parameter));
  const prefix = context?.slice('phone-context='.length) ?? '';
  // `,`, `p` and `w` are pauses before an extension. The agent dials the extension with the DTMF pad.
  const withoutExtension = number.replace(/\s*(?:,|[pw](?=\d)|x|ext).*$/i, '');
  return withoutExtension.startsWith('+') ? withoutExtension : prefix + withoutExtension;
}

/** Decodes `%20` and similar characters. Returns a text that is not valid unchanged. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
