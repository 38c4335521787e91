import type {ContactCenterEvent} from '../contact-center/events.js';
import type {ContactCenterState} from '../contact-center/state.js';

/** Numbered events of a contact centre, and the state after these events. */
export interface Batch {
  /** Id of this run of the server. The numbers of events start again with each run. */
  run: string;
  /**
   * Number of the last event before `events`. If it is higher than the last number that the receiver knows, the
   * receiver has missed events.
   */
  from: number;
  events: {seq: number; event: ContactCenterEvent}[];
  /** Number of the contact centre's latest event, also if `events` is empty. */
  seq: number;
  state: ContactCenterState;
  /** Events of the live interactions, for a page that has just connected. */
  replay: ContactCenterEvent[];
}

/**
 * Event id of a WebSocket message that carries a batch. It is not a number, so it differs from every event id of Five9.
 */
export const BATCH_EVENT_ID = 'simulator';

/**
 * A request (`method`) or an event (`notice`) of an adapter's page. If `own` is true, the page answers the request
 * itself, and the contact centre only applies the injected faults to the request.
 */
export type RemoteRequest =
  {id: number; method: string; params?: unknown; own?: boolean} | {id: number; notice: string; data?: unknown};

/**
 * The reply to the request with this id. `lost` means that an injected fault has suppressed the answer, so the page
 * never gets an answer.
 */
export type RemoteReply = {id: number; result?: unknown} | {id: number; error: unknown} | {id: number; lost: true};
