/** Largest answer of a server that is read, in characters. */
const MAX_LENGTH = 5_000_000;

/**
 * Returns the text of a response.
 *
 * @throws `TypeError` if the text is longer than 5,000,000 characters
 */
export async function textIn(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader) {
    const {done, value = ''} = await reader.read();
    if (done) break;
    text += value;
    if (text.length > MAX_LENGTH) {
      await reader.cancel();
      throw new TypeError(`it has more than ${MAX_LENGTH / 1_000_000} million characters.`);
    }
  }
  return text;
}

/** Returns whether a text is a whole web page, for example the log-in page of a server. */
export const isWebPage = (text: string): boolean => /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype|html)\b/i.test(text);

/** Returns the reason why a response with this status has no result. */
export function statusWords(status: number): string {
  const hint = status === 401 || status === 403 ? ' Log in to the CRM, then try again.' : '';
  return `the server answered with status ${status}.${hint}`;
}

/** The reason if a server sent a web page instead of data. */
export const WEB_PAGE = 'the server sent a web page. Log in to the CRM, then try again.';
