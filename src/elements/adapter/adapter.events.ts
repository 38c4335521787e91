import {Five9Event} from '../../service/events.js';

/**
 * Why the adapter did not come up:
 * `not-loaded` nothing has loaded in the frame; `no-answer` something has, and nobody in it answers; `origin-refused` somebody answered from an address
 * that is not allowed; `disconnected` it was connected, and has not come back.
 */
export type UnreachableReason = 'not-loaded' | 'no-answer' | 'origin-refused' | 'disconnected';

/** What is known of an adapter that did not come up. */
export interface Unreachable {
  readonly reason: UnreachableReason;
  /** Address of the frame; empty with the simulator. */
  readonly url: string;
  /** With `origin-refused`, whose answer was refused. */
  readonly origin?: string;
}

/** The adapter has not connected in time, or the reason is another one now. It may still come up. */
export class AdapterUnreachableEvent extends Five9Event<Unreachable> {
  static readonly type = 'five9-adapter-unreachable';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-adapter-unreachable': AdapterUnreachableEvent;
  }
}
