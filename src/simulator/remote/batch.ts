import type {ContactCenterEvent} from '../contact-center/events.js';
import type {ContactCenterState} from '../contact-center/state.js';

/** What happened, and how things are since. */
export interface Batch {
  /** Which life of the server: its numbers begin anew with each. */
  run: string;
  /** The number of the last event before these: a gap shows. */
  from: number;
  events: {seq: number; event: ContactCenterEvent}[];
  /** The number of the last event of all. */
  seq: number;
  state: ContactCenterState;
  /** What a page must be told that was not there. */
  replay: ContactCenterEvent[];
}

/** Event id of the envelope that batches travel in on the agent's socket. No number: Five9 has none of that kind. */
export const BATCH_EVENT_ID = 'simulator';

/** One thing that an adapter's page wants of its contact centre. `own`: the page answers, only the faults are of interest. */
export type RemoteRequest =
  {id: number; method: string; params?: unknown; own?: boolean} | {id: number; notice: string; data?: unknown};

/** The answer to the request of that id. */
export type RemoteReply =
  {id: number; result?: unknown} | {id: number; error: unknown} | {id: number; /** It never comes. */ lost: true};
