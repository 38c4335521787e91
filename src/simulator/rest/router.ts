import type {CallModel} from '../contact-center/call-model.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import type {ContactCenterState} from '../contact-center/state.js';
import type {Tenant} from '../contact-center/tenant.js';
import type {RestSettings} from './options.js';
import type {Session, Sessions} from './sessions.js';

/** What a route has at hand. */
export interface Exchange {
  readonly center: ContactCenter;
  readonly tenant: Tenant;
  readonly settings: RestSettings;
  readonly sessions: Sessions;
  readonly session: Session | undefined;
  /** Origin that the request was sent to. */
  readonly origin: string;
  readonly headers: Headers;
  /** The parts of the path that the pattern leaves open. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON that came; an empty object if none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Notices that were accepted, by id. */
  readonly accepted: Set<string>;
  /** How things are now. */
  state(): ContactCenterState;
  /** A live call, or an error. */
  call(id: string): CallModel;
}

/** Answers a request: nothing is 204, a `Response` is itself, anything else is JSON. */
export type Answer = (exchange: Exchange) => unknown;

/** How far the agent's login must be. */
export type Needs = 'nothing' | 'session' | 'working';

export interface Route {
  readonly method: string;
  /** Segments; one that begins with a colon takes anything, and is handed on by its name. */
  readonly pattern: string;
  readonly needs: Needs;
  readonly answer: Answer;
}

/** Routes that need the same, from a table: `'PUT agents/:agent/station': answer`. */
export const routes = (needs: Needs, table: Record<string, Answer>): Route[] =>
  Object.entries(table).map(([head, answer]) => {
    const [method = '', pattern = ''] = head.split(' ');
    return {method, pattern, needs, answer};
  });

/** A route that fits a path, with what stood in its open parts. */
export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** All that fit the path, whatever their method: the more exact ones first. */
export function matching(table: readonly Route[], path: string): Match[] {
  const segments = path.split('/').map(decoded);
  const openParts = ({pattern}: Route): number => pattern.split(':').length;
  return table
    .flatMap((route) => {
      const params = paramsOf(route.pattern.split('/'), segments);
      return params ? [{route, params}] : [];
    })
    .sort((one, other) => openParts(one.route) - openParts(other.route));
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':') && segment) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
