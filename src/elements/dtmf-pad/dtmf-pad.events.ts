import {Five9Event} from '../../service/events.js';

/** A request to send digits. The page may change the digits. */
export interface DtmfRequest {
  /** The digits: `0` to `9`, `*`, `#`, and `A` to `D`. */
  digits: string;
}

/** Digits that were sent. */
export interface DtmfSent {
  /** The digits. If the keypad is `masked`, each digit is replaced by •. */
  readonly digits: string;
  /** Id of the call. */
  readonly interactionId: string;
}

/** Digits are about to be sent. The page can cancel the event to send nothing, or change its `detail`. */
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
