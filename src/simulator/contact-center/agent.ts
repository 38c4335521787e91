import {CommandError, refuse} from './errors.js';
import {emitWs, type Floor, type LoginState} from './floor.js';
import type {StationType} from './options.js';

/** How the agent logs in. */
export interface LogIn {
  /** @default the station of the last login */
  stationType?: StationType;
  /** How far the login gets. @default 'WORKING' */
  loginState?: LoginState;
}

const LOGIN_STATES: readonly LoginState[] = ['SELECT_STATION', 'ACCEPT_NOTICE', 'WORKING', 'RELOGIN'];
const STATION_TYPES: readonly StationType[] = ['SOFTPHONE', 'STATION', 'PSTN', 'EMPTY'];

/** WebSocket event of the login state. */
const LOGIN_STATE_CHANGED = '17';
/** The adapter's own event: the agent has logged in, and the metadata is there. */
const AGENT_LOGGED_IN = '22009';

/** The agent's login. */
export class Agent {
  readonly #floor: Floor;

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  logIn({stationType = this.#floor.agent.stationType, loginState = 'WORKING'}: LogIn): void {
    if (!STATION_TYPES.includes(stationType))
      throw new CommandError(`logIn: stationType is one of ${STATION_TYPES.join(', ')}.`);
    if (!LOGIN_STATES.includes(loginState))
      throw new CommandError(`logIn: loginState is one of ${LOGIN_STATES.join(', ')}.`);
    this.#floor.agent.stationType = stationType;
    this.setLoginState(loginState);
    if (loginState !== 'WORKING') return;
    const {agent, id} = this.#floor.tenant;
    emitWs(this.#floor, AGENT_LOGGED_IN, {agentId: agent.id, tenantId: id});
  }

  logOut(liveInteractions: number): void {
    if (liveInteractions) throw new CommandError('logOut: finish the live interactions first.');
    this.setLoginState('LOGOUT');
  }

  setLoginState(loginState: LoginState): void {
    this.#floor.agent.loginState = loginState;
    emitWs(this.#floor, LOGIN_STATE_CHANGED, {loginState});
  }

  /** For requests that need an agent at work. */
  requireWorking(): void {
    const {loginState} = this.#floor.agent;
    if (loginState !== 'WORKING') refuse(`The login state is ${loginState}, but WORKING is required.`);
  }

  /** For what only the browser's softphone can do. */
  requireSoftphone(what: string): void {
    const {stationType} = this.#floor.agent;
    if (stationType !== 'SOFTPHONE') refuse(`${what} is not supported for station type ${stationType}.`);
  }
}
