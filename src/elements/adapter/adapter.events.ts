import {Five9Event} from '../../service/events.js';

/**
 * The reason why the adapter is not connected.
 * - `not-loaded`: No page has loaded in the frame.
 * - `no-answer`: A page has loaded, but no adapter answers.
 * - `origin-refused`: An adapter has answered from an origin that is not allowed.
 * - `disconnected`: The connection was lost and has not been restored.
 */
export type UnreachableReason = 'not-loaded' | 'no-answer' | 'origin-refused' | 'disconnected';

/** Facts about an adapter that is not connected. */
export interface Unreachable {
  readonly reason: UnreachableReason;
  /** Address of the frame; empty for the simulator. */
  readonly url: string;
  /** The refused origin; missing if the reason is not `origin-refused`. */
  readonly origin?: string;
}

/**
 * The adapter has not connected in time, or the reason for this has changed since the last event. The adapter may still
 * connect later.
 */
export class AdapterUnreachableEvent extends Five9Event<Unreachable> {
  static readonly type = 'five9-adapter-unreachable';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-adapter-unreachable': AdapterUnreachableEvent;
  }
}
