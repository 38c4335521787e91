import type {CallModel} from '../contact-center/call-model.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import type {ContactCenterState} from '../contact-center/state.js';
import type {Tenant} from '../contact-center/tenant.js';
import type {RestSettings} from './options.js';
import type {Session, Sessions} from './sessions.js';

/** A request, and all objects that a route needs for the answer. */
export interface Exchange {
  readonly center: ContactCenter;
  readonly tenant: Tenant;
  readonly settings: RestSettings;
  readonly sessions: Sessions;
  readonly session: Session | undefined;
  /** The origin to which the request was sent. */
  readonly origin: string;
  readonly headers: Headers;
  /** Values of the parameters in the route's pattern, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON object in the request's body. Empty if there is no body. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Ids of the notices that the agent has accepted. */
  readonly accepted: Set<string>;
  /** Returns the current state of the contact centre. */
  state(): ContactCenterState;
  /** Returns the live call with this id. Throws a `RestError` if there is no such call. */
  call(id: string): CallModel;
}

/**
 * Returns the answer to a request. `undefined` becomes a response with status 204, a `Response` stays unchanged, and
 * any other value becomes JSON.
 */
export type Answer = (exchange: Exchange) => unknown;

/** The login that a route needs: no login, a session, or a session of an agent in the login state WORKING. */
export type Needs = 'nothing' | 'session' | 'working';

export interface Route {
  readonly method: string;
  /** Path with parameters, for example `agents/:agent/station`. */
  readonly pattern: string;
  readonly needs: Needs;
  readonly answer: Answer;
}

/** Returns routes that need the same login, from a table such as `{'PUT agents/:agent/station': answer}`. */
export const routes = (needs: Needs, table: Record<string, Answer>): Route[] =>
  Object.entries(table).map(([head, answer]) => {
    const [method = '', pattern = ''] = head.split(' ');
    return {method, pattern, needs, answer};
  });

/** A route that matches a path, with the values of its parameters. */
export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** Returns the routes that match a path, for all HTTP methods. Routes with fewer parameters come first. */
export function matching(table: readonly Route[], path: string): Match[] {
  const segments = path.split('/').map(decoded);
  const parameterCount = ({pattern}: Route): number => pattern.split(':').length;
  return table
    .flatMap((route) => {
      const params = paramsOf(route.pattern.split('/'), segments);
      return params ? [{route, params}] : [];
    })
    .sort((one, other) => parameterCount(one.route) - parameterCount(other.route));
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  const isMatch = pattern.every((part, index) => {
    const segment = segments[index] ?? '';
    if (!part.startsWith(':') || !segment) return part === segment;
    params[part.slice(1)] = segment;
    return true;
  });
  return isMatch ? params : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
