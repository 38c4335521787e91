import {callModel} from '../contact-center/call-model.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import {toJson} from '../json.js';
import {readBody} from './body.js';
import {preflight, withCors} from './cors.js';
import {metadata} from './metadata.js';
import {type RestOptions, type RestSettings, withDefaults} from './options.js';
import {APPLICATION_ERROR, errorResponse, MethodError, NOT_WORKING, RestError, toRestError} from './rest-error.js';
import {type Exchange, type Match, matching, type Needs} from './router.js';
import {agentRoutes} from './routes/agent.js';
import {authRoutes} from './routes/auth.js';
import {callRoutes} from './routes/calls.js';
import {interactionRoutes} from './routes/interactions.js';
import {clickToDialRoutes, organisationRoutes} from './routes/organisation.js';
import {unverifiedRoutes} from './routes/unverified.js';
import {newSession, Sessions} from './sessions.js';

/** Path of the REST interface. */
export const REST_PATH = '/appsvcs/rs/svc/';

const ROUTES = [
  ...authRoutes,
  ...agentRoutes,
  ...interactionRoutes,
  ...callRoutes,
  ...organisationRoutes,
  ...clickToDialRoutes,
];

/** Id of the WebSocket event that reports a new login state. */
const LOGIN_STATE_CHANGED = '17';
const LOGGED_OUT = ['LOGOUT', 'RELOGIN'];

/** The sender of a request. */
export interface Sender {
  /**
   * Whether the sender is the adapter in the same page. The adapter needs no session token. The injected faults were
   * already applied to its requests, so the handler does not apply them again.
   */
  isAdapter?: boolean;
}

/**
 * The REST interface of a contact centre. It uses the `Request` and `Response` of the Fetch API, so it runs in a page
 * and on a server.
 */
export class RestHandler {
  readonly sessions = new Sessions();
  readonly settings: RestSettings;
  readonly #center: ContactCenter;
  readonly #accepted = new Set<string>();

  constructor(center: ContactCenter, options: RestOptions = {}) {
    this.#center = center;
    this.settings = withDefaults(options);
    center.subscribe((event) => {
      if (event.kind === 'ws' && event.id === LOGIN_STATE_CHANGED && this.#isLoggedOut()) this.sessions.clear();
    });
  }

  /** Returns the answer to a login at `origin`, with a new session. */
  metadata(origin: string): unknown {
    return metadata({origin, tenant: this.#center.tenant}, newSession());
  }

  /** Clears the list of notices that the agent has accepted. */
  reset(): void {
    this.#accepted.clear();
  }

  /** Answers any request. The promise never rejects. It never settles if an injected fault suppresses the answer. */
  async handle(request: Request, {isAdapter = false}: Sender = {}): Promise<Response> {
    const origin = request.headers.get('origin');
    if (origin && !this.settings.allowsOrigin(origin)) {
      return this.#refuse(new RestError(403, 0, 'ORIGIN', `Pages of ${origin} are not allowed.`));
    }
    if (request.method === 'OPTIONS' && origin) return preflight(request, origin);
    return withCors(await this.#answer(request, isAdapter), origin);
  }

  async #answer(request: Request, isAdapter: boolean): Promise<Response> {
    let id: string | undefined;
    try {
      const {route, params} = this.#routeOf(request);
      id = params['id'];
      const session = this.sessions.of(request);
      if (route.needs !== 'nothing' && this.sessions.isReplaced(request)) {
        const {duplicateLoginStatus: status, otherErrorCode} = this.settings;
        throw new RestError(status, otherErrorCode, 'DUPLICATE_LOGIN', 'The agent has logged in elsewhere.');
      }
      this.#check(route.needs, isAdapter ? !this.#isLoggedOut() : !!session);
      const exchange: Exchange = {
        ...this.#sharedParts(request),
        session,
        params,
        body: await readBody(request),
      };
      const carryOut = (): unknown => {
        // Check again, because the login state may have changed during an injected delay.
        if (route.needs === 'working') this.#check('working', true);
        return route.answer(exchange);
      };
      // Apply no injected faults to a login, because otherwise a fault for a request of the page could apply to the
      // login of the adapter.
      const skipsFaults = isAdapter || route.pattern.startsWith('auth/');
      return respond(await (skipsFaults ? carryOut() : this.#center.request('executeRestApi', undefined, carryOut)));
    } catch (error) {
      const refusal = this.#refuse(toRestError(error, this.settings, id));
      if (error instanceof MethodError) refusal.headers.set('allow', error.allow);
      return refusal;
    }
  }

  #routeOf({method, url}: Request): Match {
    const {pathname} = new URL(url);
    const routes = this.settings.unverifiedPaths ? [...ROUTES, ...unverifiedRoutes] : ROUTES;
    const candidates = pathname.startsWith(REST_PATH)
      ? matching(routes, pathname.slice(REST_PATH.length)).filter(({params}) => this.#isOwnPath(params))
      : [];
    if (!candidates.length) throw new RestError(404, 0, 'NOT_FOUND', `There is no ${pathname}.`);
    // Handle HEAD like GET.
    const found = candidates.find(({route}) => route.method === (method === 'HEAD' ? 'GET' : method));
    if (found) return found;
    const methods = [...new Set(candidates.map(({route}) => route.method))].join(', ');
    throw new MethodError(methods, `${pathname} takes ${methods}.`);
  }

  /** Returns whether the path belongs to this agent and this organisation. */
  #isOwnPath({agent, org}: Record<string, string>): boolean {
    const {tenant} = this.#center;
    return (!agent || agent === tenant.agent.id) && (!org || org === tenant.id || this.settings.anyOrganisation);
  }

  /** Throws a `RestError` if the login is not sufficient for the route. */
  #check(needs: Needs, hasSession: boolean): void {
    if (needs === 'nothing') return;
    if (!hasSession) throw new RestError(401, 0, 'NO_SESSION', 'Log in first.');
    const {loginState} = this.#center.state().agent;
    if (needs === 'session' || loginState === 'WORKING') return;
    const message = `The login state is ${loginState}, but WORKING is required.`;
    throw new RestError(APPLICATION_ERROR, NOT_WORKING, 'LOGIN', message);
  }

  #isLoggedOut(): boolean {
    return LOGGED_OUT.includes(this.#center.state().agent.loginState);
  }

  #sharedParts({headers, url}: Request): Omit<Exchange, 'body' | 'params' | 'session'> {
    const center = this.#center;
    const {settings, sessions} = this;
    const {origin, searchParams: query} = new URL(url);
    const state = center.state.bind(center);
    const call = (id: string) => {
      const {interactions, now} = state();
      const found = interactions.find((it) => it.id === id);
      if (found?.type !== 'Call' || found.state === 'FINISHED') {
        throw new RestError(APPLICATION_ERROR, settings.otherErrorCode, 'CALL_NOT_FOUND', 'The call is gone.', id);
      }
      return callModel(found, Object.fromEntries(found.cavs.map((cav) => [cav.id, cav.value ?? ''])), now);
    };
    const {tenant} = center;
    return {center, tenant, settings, sessions, origin, headers, query, accepted: this.#accepted, state, call};
  }

  #refuse(error: RestError): Response {
    return errorResponse(error, this.#center.state().now);
  }
}

function respond(answer: unknown): Response {
  if (answer instanceof Response) return answer;
  return answer === undefined ? new Response(null, {status: 204}) : jsonResponse(answer);
}

function jsonResponse(content: unknown): Response {
  return new Response(toJson(content), {headers: {'content-type': 'application/json'}});
}
