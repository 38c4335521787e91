import type {WsEventContext} from '../../interaction-api/types.js';
import type {Clock} from './clock.js';
import type {EventStream} from './events.js';
import type {ContactCenterOptions, StationType} from './options.js';
import type {Random} from './random.js';
import type {Tenant} from './tenant.js';

/** How far the agent's login is. The list of states is not public in full; these were seen. */
export type LoginState = 'LOGOUT' | 'SELECT_STATION' | 'ACCEPT_NOTICE' | 'WORKING' | 'RELOGIN';

/** What the departments of a contact centre share. */
export interface Floor {
  readonly clock: Clock;
  readonly random: Random;
  readonly tenant: Tenant;
  readonly options: ContactCenterOptions;
  readonly stream: EventStream;
  readonly agent: {loginState: LoginState; stationType: StationType};
}

/** Emits a WebSocket event with the envelope that Five9 gives it. */
export function emitWs(floor: Floor, id: string, payload: unknown, context: WsEventContext = {}): void {
  const {agent, id: tenantId} = floor.tenant;
  floor.stream.emit({
    kind: 'ws',
    id,
    payload: structuredClone(payload),
    context: {
      eventId: id,
      eventReason: 'UPDATED',
      userId: agent.id,
      userName: agent.login,
      tenantId,
      timeStamp: floor.clock.now(),
      broadCast: false,
      ...structuredClone(context),
    },
  });
}
