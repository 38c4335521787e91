import {Five9Event} from '../../service/events.js';

/** Digits to send. A page may change them. */
export interface DtmfRequest {
  /** Digits out of `0-9 * # A-D`. */
  digits: string;
}

/** Digits that were sent. */
export interface DtmfSent {
  /** The digits. If the keypad is `masked`, each digit is a •. */
  readonly digits: string;
  /** Id of the call. */
  readonly interactionId: string;
}

/** Digits are about to be sent. Cancel the event to send nothing, or change its `detail`. */
export class BeforeDtmfEvent extends Five9Event<DtmfRequest> {
  static readonly type = 'five9-before-dtmf';
}

/** The adapter has accepted the digits. */
export class DtmfEvent extends Five9Event<DtmfSent> {
  static readonly type = 'five9-dtmf';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-before-dtmf': BeforeDtmfEvent;
    'five9-dtmf': DtmfEvent;
  }
}
