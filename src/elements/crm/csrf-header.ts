import {reportMistake} from '../../sdk/base/console.js';

/** The attributes that name a token against forged requests. */
export interface CsrfSettings {
  /** Name of the `<meta>` that contains the token. */
  readonly csrfMeta: string | null | undefined;
  /** Name of the header for the token. */
  readonly csrfHeader: string | null | undefined;
}

/** Returns the header with the token of the page; no header if the page names none. */
export function csrfHeaders({csrfMeta, csrfHeader}: CsrfSettings): Readonly<Record<string, string>> {
  if (!csrfMeta) return {};
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`);
  if (meta?.content) return {[csrfHeader || 'X-CSRF-Token']: meta.content};
  reportMistake(`The page has no <meta name="${csrfMeta}"> with a token, so the log is sent without a token.`);
  return {};
}
