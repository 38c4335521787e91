import {randomHex} from '../../transport/envelope.js';

/** The cookie of an agent's session. Its real name is not public. */
export const SESSION_COOKIE = 'Authorization';
const PREFIX = 'Bearer-';

/** One login. */
export interface Session {
  tokenId: string;
  sessionId: string;
}

/** The logins of the agent. Browsers show theirs by cookie, servers by `Authorization: Bearer-<tokenId>`, with a hyphen. */
export class Sessions {
  readonly #byToken = new Map<string, Session>();
  /** Tokens of those that a newer login has taken the place of. */
  #replaced: ReadonlySet<string> = new Set();

  open(): Session {
    const session = newSession();
    this.#byToken.set(session.tokenId, session);
    return session;
  }

  /** The session that a request comes with, if it is known here. */
  of(request: Pick<Request, 'headers'>): Session | undefined {
    return tokensIn(request).flatMap((token) => this.byToken(token) ?? [])[0];
  }

  /** Whether a request comes with a session that a newer login has taken the place of. */
  isReplaced(request: Pick<Request, 'headers'>): boolean {
    return tokensIn(request).some((token) => this.#replaced.has(token));
  }

  /** The session whose token this is. */
  byToken(tokenId: string): Session | undefined {
    return this.#byToken.get(tokenId);
  }

  /** Ends all of them, since a newer login takes their place. */
  replace(): void {
    this.#replaced = new Set([...this.#replaced, ...this.#byToken.keys()]);
    this.#byToken.clear();
  }

  clear(): void {
    this.#replaced = new Set();
    this.#byToken.clear();
  }
}

/** A session that nobody has to show. */
export const newSession = (): Session => ({
  tokenId: (randomHex() + randomHex()).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  sessionId: (randomHex() + randomHex()).toUpperCase(),
});

/** The header that gives a browser the session, or takes it away. `Lax`: pages of the same machine share it, others do not. */
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
