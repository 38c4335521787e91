import type {ContactCenterEvent} from '../contact-center/events.js';
import type {ContactCenterState} from '../contact-center/state.js';

/** Events of a contact centre, and the state after them. */
export interface Batch {
  /** Id of the server's run: the numbers start again with each run. */
  run: string;
  /** Number of the last event before these. A higher number than expected shows a gap. */
  from: number;
  events: {seq: number; event: ContactCenterEvent}[];
  /** Number of the last event of all. */
  seq: number;
  state: ContactCenterState;
  /** Events of the live interactions, for a page that has just connected. */
  replay: ContactCenterEvent[];
}

/** Event id of the envelope that carries a batch on the agent's WebSocket. Five9's ids are numbers. */
export const BATCH_EVENT_ID = 'simulator';

/** A request or an event of an adapter's page. `own`: the page answers by itself, and only the faults apply. */
export type RemoteRequest =
  {id: number; method: string; params?: unknown; own?: boolean} | {id: number; notice: string; data?: unknown};

/** The reply to the request with that id. `lost`: a fault has lost the answer, so it never comes. */
export type RemoteReply = {id: number; result?: unknown} | {id: number; error: unknown} | {id: number; lost: true};
