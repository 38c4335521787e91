import {isRecord} from '../../../transport/envelope.js';
import {textIn} from '../body.js';
import {metadata} from '../metadata.js';
import {badRequest, RestError} from '../rest-error.js';
import {type Exchange, routes} from '../router.js';
import {newSession, sessionCookie} from '../sessions.js';

const POLICIES = ['AttachExisting', 'ForceIn'];

/** Routes of login and logout. */
export const authRoutes = [
  ...routes('nothing', {'POST auth/login': logIn, 'POST auth/anon': anonymous}),
  ...routes('session', {'GET auth/metadata': (exchange) => metadata(exchange, exchange.session ?? newSession())}),
  ...routes('session', {'POST auth/logout': logOut}),
];

function logIn(exchange: Exchange): Response {
  const {body, center, sessions, settings, state, tenant} = exchange;
  const {passwordCredentials, policy = 'AttachExisting'} = body;
  if (!isRecord(passwordCredentials)) throw badRequest('passwordCredentials must be {username, password}.');
  const username = textIn(passwordCredentials, 'username');
  const password = textIn(passwordCredentials, 'password');
  if (!POLICIES.includes(String(policy))) throw badRequest(`policy must be ${POLICIES.join(' or ')}.`);
  const isRight = settings.password === undefined || password === settings.password;
  if (username !== tenant.agent.login || !isRight) {
    const {loginFailedStatus, otherErrorCode} = settings;
    throw new RestError(loginFailedStatus, otherErrorCode, 'LOGIN', 'The user name or the password is wrong.');
  }
  if (policy === 'ForceIn') sessions.replace();
  const session = sessions.of({headers: exchange.headers}) ?? sessions.open();
  // After a logout, the agent must choose a station before work can start, so set the login state to `SELECT_STATION`.
  if (['LOGOUT', 'RELOGIN'].includes(state().agent.loginState)) center.inject({fault: 'not-in-working-state'});
  return Response.json(metadata(exchange, session), {headers: {'set-cookie': sessionCookie(session)}});
}

function logOut({center, sessions}: Exchange): Response {
  // Log out before the session is closed, because `logOut` throws while an interaction is live, and then the session
  // must stay open.
  center.logOut();
  sessions.clear();
  return new Response(null, {status: 204, headers: {'set-cookie': sessionCookie()}});
}

/** Returns the answer to an anonymous login for a visitor's chat. The token gives no access to the agent's paths. */
function anonymous(exchange: Exchange): unknown {
  textIn(exchange.body, 'tenantName');
  return metadata(exchange, newSession());
}
