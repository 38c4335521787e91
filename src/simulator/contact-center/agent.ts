import {expect} from './command.js';
import {refuse} from './errors.js';
import {emitWs, type CenterContext, type LoginState} from './center-context.js';
import type {StationType} from './options.js';

/** Options of a login. */
export interface LogIn {
  /** Type of the agent's station. @default the station type of the last login */
  stationType?: StationType;
}

/** Id of the WebSocket event that reports a new login state. */
const LOGIN_STATE_CHANGED = '17';
/**
 * Id of the WebSocket event that reports that the agent has logged in and that the metadata is known. The adapter
 * itself sends this event.
 */
const AGENT_LOGGED_IN = '22009';

const STATION_TYPES: readonly StationType[] = ['SOFTPHONE', 'STATION', 'PSTN', 'EMPTY'];

export type Agent = ReturnType<typeof createAgent>;

/** Creates the object that manages the agent's login. */
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

    /** Refuses a request if the agent's login state is not WORKING. */
    requireWorking(): void {
      if (login.state !== 'WORKING') refuse(`The login state is ${login.state}, but WORKING is required.`);
    },

    /** Refuses a request if the agent's station is not the browser's softphone. */
    requireSoftphone(feature: string): void {
      if (login.stationType !== 'SOFTPHONE')
        refuse(`${feature} is not supported for station type ${login.stationType}.`);
    },
  };
}
