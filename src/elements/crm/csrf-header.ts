import {reportMistake} from '../../sdk/base/console.js';
import {ownOrigin} from '../../transport/own-window.js';

/** The attributes that name a token against forged requests. */
export interface CsrfSettings {
  /** Name of the `<meta>` that contains the token. */
  readonly csrfMeta: string | null | undefined;
  /** Name of the header for the token. */
  readonly csrfHeader: string | null | undefined;
}

/**
 * Returns the header with the token of the page for a request to an address; no header if the page names none. The token
 * is sent only to the origin of the page: whoever knows it can forge requests to the page's server.
 */
export function csrfHeaders(
  {csrfMeta, csrfHeader}: CsrfSettings,
  {origin}: Pick<URL, 'origin'>,
): Readonly<Record<string, string>> {
  if (!csrfMeta) return {};
  if (origin !== ownOrigin()) {
    reportMistake(
      `The log is sent to ${origin} without the token of csrf-meta, because the token is only for the origin of the page. If that server needs a token, save the log in a listener of five9-save-log.`,
    );
    return {};
  }
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`);
  if (meta?.content) return {[csrfHeader || 'X-CSRF-Token']: meta.content};
  reportMistake(`The page has no <meta name="${csrfMeta}"> with a token, so the log is sent without a token.`);
  return {};
}
