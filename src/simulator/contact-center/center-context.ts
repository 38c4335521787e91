import type {WsEventContext} from '../../interaction-api/types.js';
import {type Clock, systemClock} from './clock.js';
import type {EventStream} from './events.js';
import {type ContactCenterInit, type ContactCenterOptions, defaultOptions, type StationType} from './options.js';
import {cryptoRandom, type Random} from './random.js';
import {seedTenant} from './seed.js';
import type {Tenant} from './tenant.js';

/** State of the agent's login. The full list is not public, so this type contains only the observed states. */
export type LoginState = (typeof LOGIN_STATES)[number];

export const LOGIN_STATES = [
  'LOGOUT',
  'SELECT_STATION',
  'SELECT_SKILLS',
  'ACCEPT_NOTICE',
  'WORKING',
  'RELOGIN',
] as const;

/** Objects that all modules of a contact centre share, for example the clock and the options. */
export interface CenterContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly tenant: Tenant;
  readonly options: ContactCenterOptions;
  readonly stream: EventStream;
  readonly login: {state: LoginState; stationType: StationType};
}

/**
 * Creates the shared objects of a new contact centre, and a function that restores the initial login, options and
 * contacts.
 */
export function createContext(
  init: ContactCenterInit,
  stream: EventStream,
): {context: CenterContext; restore: () => void} {
  const {
    clock = systemClock,
    random = cryptoRandom,
    tenant = seedTenant(),
    loggedIn = true,
    stationType = 'SOFTPHONE',
    ...changes
  } = init;
  const login = {state: loggedIn ? 'WORKING' : 'LOGOUT', stationType} as const;
  const options = {...defaultOptions, ...changes};
  const contacts = structuredClone(tenant.contacts);
  const context = {clock, random, tenant, stream, login: {...login}, options: {...options}};
  const restore = (): void => {
    tenant.contacts.splice(0, tenant.contacts.length, ...structuredClone(contacts));
    Object.assign(context.login, login);
    Object.assign(context.options, options);
  };
  return {context, restore};
}

/**
 * Emits a WebSocket event with the context fields that Five9 usually sends. The fields of `context` replace these
 * fields.
 */
export function emitWs(
  {clock, stream, tenant}: CenterContext,
  id: string,
  payload: unknown,
  context: WsEventContext = {},
): void {
  const envelope = {
    eventId: id,
    eventReason: 'UPDATED',
    userId: tenant.agent.id,
    userName: tenant.agent.login,
    tenantId: tenant.id,
    timeStamp: clock.now(),
    broadCast: false,
    ...context,
  };
  stream.emit(structuredClone({kind: 'ws', id, payload, context: envelope}));
}
