import {expect} from './command.js';
import {refuse} from './errors.js';
import {emitWs, type CenterContext, type LoginState} from './center-context.js';
import type {StationType} from './options.js';

/** How the agent logs in. */
export interface LogIn {
  /** @default the station of the last login */
  stationType?: StationType;
}

/** WebSocket event of the login state. */
const LOGIN_STATE_CHANGED = '17';
/** The adapter's own event: the agent has logged in, and the metadata is there. */
const AGENT_LOGGED_IN = '22009';

const STATION_TYPES: readonly StationType[] = ['SOFTPHONE', 'STATION', 'PSTN', 'EMPTY'];

export type Agent = ReturnType<typeof createAgent>;

/** The agent's login. */
export function createAgent(context: CenterContext) {
  const {login, tenant} = context;

  function setState(state: LoginState): void {
    login.state = state;
    emitWs(context, LOGIN_STATE_CHANGED, {loginState: state});
  }

  return {
    setState,

    logIn({stationType = login.stationType}: LogIn): void {
      expect(STATION_TYPES.includes(stationType), `there is no station type ${stationType}.`);
      login.stationType = stationType;
      setState('WORKING');
      emitWs(context, AGENT_LOGGED_IN, {agentId: tenant.agent.id, tenantId: tenant.id});
    },

    /** For what needs an agent at work. */
    requireWorking(): void {
      if (login.state !== 'WORKING') refuse(`The login state is ${login.state}, but WORKING is required.`);
    },

    /** For what only the browser's softphone can do. */
    requireSoftphone(what: string): void {
      if (login.stationType !== 'SOFTPHONE') refuse(`${what} is not supported for station type ${login.stationType}.`);
    },
  };
}
