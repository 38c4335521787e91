/**
 * What is dialled for a `tel:` address (RFC 3966): its number, without extension, pauses and parameters. A local number with the prefix of its context is a
 * global one. What makes no number is given back as it is written, for the error that tells of it.
 */
export function numberOf(href: string): string {
  const [number = '', ...parameters] = decoded(href.replace(/^tel:/i, '')).split(/[;?]/);
  const context = parameters.find((one) => /^phone-context=\+/i.test(one))?.slice('phone-context='.length) ?? '';
  // `,` `p` and `w` are pauses, after which an extension is dialled: the agent has a DTMF pad for it.
  const bare = number.replace(/\s*(?:,|[pw](?=\d)|x|ext).*$/i, '');
  return bare.startsWith('+') ? bare : context + bare;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
