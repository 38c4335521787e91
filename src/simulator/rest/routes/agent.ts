import type {StationType} from '../../contact-center/options.js';
import {optionalTextIn} from '../body.js';
import {badRequest, RestError} from '../rest-error.js';
import {type Exchange, routes} from '../router.js';

const STATION_TYPES = ['EMPTY', 'SOFTPHONE', 'STATION', 'PSTN'];

/** Accepts a request that changes nothing in the simulator. */
function accept(): void {}

function stationTypeIn({body}: Exchange): StationType | undefined {
  const type = optionalTextIn(body, 'stationType');
  if (type && !STATION_TYPES.includes(type))
    throw badRequest(`stationType must be one of ${STATION_TYPES.join(', ')}.`);
  return type as StationType | undefined;
}

function startSession(exchange: Exchange): void {
  const stationType = stationTypeIn(exchange);
  exchange.center.logIn(stationType ? {stationType} : {});
}

const station = ({state, tenant}: Exchange) => ({stationId: tenant.agent.id, stationType: state().agent.stationType});

/** Sets the station, and logs the agent in. */
function setStation(exchange: Exchange): unknown {
  startSession(exchange);
  return station(exchange);
}

const notices = ({accepted, settings}: Exchange) =>
  settings.notices.map((notice) => ({...notice, accepted: notice.accepted || accepted.has(notice.id)}));

function acceptNotice(exchange: Exchange): void {
  const {accepted, center, params, state} = exchange;
  const id = params['notice'] ?? '';
  if (!notices(exchange).some((notice) => notice.id === id)) {
    throw new RestError(404, 0, 'NOT_FOUND', `There is no notice ${id}.`, id);
  }
  accepted.add(id);
  if (state().agent.loginState === 'ACCEPT_NOTICE' && notices(exchange).every((notice) => notice.accepted))
    center.logIn();
}

/** Routes of the agent's login, station and notices. */
export const agentRoutes = [
  ...routes('session', {
    'GET agents/:agent/login_state': ({state}) => state().agent.loginState,
    'PUT agents/:agent/session_start': startSession,
    'PUT agents/:agent/session_restart': startSession,
    'GET agents/:agent/station': station,
    'PUT agents/:agent/station': setStation,
    'PUT agents/:agent/station/restart': accept,
    'GET agents/:agent/maintenance_notices': notices,
    'PUT agents/:agent/maintenance_notices/:notice/accept': acceptNotice,
    'PUT agents/:agent/password': accept,
  }),
  ...routes('working', {
    'PUT agents/:agent/active_skills': accept,
    'GET agents/:agent/prompts': ({settings}) => settings.prompts,
  }),
];
