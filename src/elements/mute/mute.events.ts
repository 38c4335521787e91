import {Five9Event} from '../../service/events.js';

/** The new mute state of the softphone. */
export interface MuteChange {
  readonly muted: boolean;
  /** Id of the call. */
  readonly interactionId: string;
}

/** The adapter has muted or unmuted the softphone. */
export class MuteChangeEvent extends Five9Event<MuteChange> {
  static readonly type = 'five9-mute-change';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-mute-change': MuteChangeEvent;
  }
}
