/**
 * Returns the number of a `tel:` address (RFC 3966), without its extension, pauses and parameters. If the address has a
 * `phone-context` that begins with `+`, a local number gets the `phone-context` as its prefix. If the address contains
 * no number, returns its text, because the error message shows this text.
 */
export function numberOf(href: string): string {
  const [number = '', ...parameters] = decoded(href.replace(/^tel:/i, '')).split(/[;?]/);
  const context = parameters.find((parameter) => /^phone-context=\+/i.test(parameter));
  const prefix = context?.slice('phone-context='.length) ?? '';
  // Remove pauses (`,`, `p`, `w`) and an extension (after `x` or `ext`), because the agent sends the extension with the
  // keypad.
  const withoutExtension = number.replace(/\s*(?:,|[pw](?=\d)|x|ext).*$/i, '');
  return withoutExtension.startsWith('+') ? withoutExtension : prefix + withoutExtension;
}

/** Decodes `%20` and similar codes. Returns an invalid text unchanged. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
