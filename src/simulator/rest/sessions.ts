import {randomHex} from '../../transport/envelope.js';

/** Name of the cookie for an agent's session. It may differ from Five9's name, which is not public. */
export const SESSION_COOKIE = 'Authorization';
const PREFIX = 'Bearer-';

/** A session, which one login has started. */
export interface Session {
  tokenId: string;
  sessionId: string;
}

/**
 * The sessions of the agent. Browsers send the token of a session in a cookie. Servers send the token in the header
 * `Authorization: Bearer-<tokenId>`, with a hyphen.
 */
export class Sessions {
  readonly #byToken = new Map<string, Session>();
  /** Tokens of sessions that a newer login has replaced. */
  #replaced: ReadonlySet<string> = new Set();

  open(): Session {
    const session = newSession();
    this.#byToken.set(session.tokenId, session);
    return session;
  }

  /** Returns the session of a request. Returns `undefined` if the request has no open session. */
  of(request: Pick<Request, 'headers'>): Session | undefined {
    return tokensIn(request).flatMap((token) => this.byToken(token) ?? [])[0];
  }

  /** Returns whether a newer login has replaced the session of a request. */
  isReplaced(request: Pick<Request, 'headers'>): boolean {
    return tokensIn(request).some((token) => this.#replaced.has(token));
  }

  /** Returns the open session with this token. Returns `undefined` if there is no such session. */
  byToken(tokenId: string): Session | undefined {
    return this.#byToken.get(tokenId);
  }

  /** Ends all sessions, because a newer login replaces them. */
  replace(): void {
    this.#replaced = new Set([...this.#replaced, ...this.#byToken.keys()]);
    this.#byToken.clear();
  }

  clear(): void {
    this.#replaced = new Set();
    this.#byToken.clear();
  }
}

/** Returns a new session that is not open, so its token gives no access. */
export const newSession = (): Session => ({
  tokenId: (randomHex() + randomHex()).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  sessionId: (randomHex() + randomHex()).toUpperCase(),
});

/**
 * Returns the value of the `set-cookie` header that sets the session's cookie, or deletes the cookie if there is no
 * session. Uses `SameSite=Lax`, so that requests from pages of other sites have no cookie. Only opening a link sends
 * the cookie.
 */
export const sessionCookie = (session?: Session): string =>
  `${SESSION_COOKIE}=${session ? PREFIX + session.tokenId : ''}; Path=/; HttpOnly; SameSite=Lax${session ? '' : '; Max-Age=0'}`;

function tokensIn({headers}: Pick<Request, 'headers'>): string[] {
  const texts = [headers.get('authorization'), cookie(headers.get('cookie'), SESSION_COOKIE)];
  return texts.flatMap((text) => (text?.startsWith(PREFIX) ? text.slice(PREFIX.length) : []));
}

function cookie(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
