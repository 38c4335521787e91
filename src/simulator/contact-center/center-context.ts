import type {WsEventContext} from '../../interaction-api/types.js';
import type {Clock} from './clock.js';
import type {EventStream} from './events.js';
import type {ContactCenterOptions, StationType} from './options.js';
import type {Random} from './random.js';
import type {Tenant} from './tenant.js';

/** How far the agent's login is. The list of states is not public in full; these were seen. */
export type LoginState = 'LOGOUT' | 'SELECT_STATION' | 'ACCEPT_NOTICE' | 'WORKING' | 'RELOGIN';

/** What the parts of a contact centre share. */
export interface CenterContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly tenant: Tenant;
  readonly options: ContactCenterOptions;
  readonly stream: EventStream;
  readonly login: {state: LoginState; stationType: StationType};
}

/** Emits a WebSocket event in the envelope that Five9 gives it. */
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
