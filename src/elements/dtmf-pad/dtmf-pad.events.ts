/** Digits to send, as a page may see and amend them. */
export interface DtmfRequest {
  /** Digits out of `0-9 * # A-D`. */
  digits: string;
}

/** Digits that were sent. */
export interface DtmfSent {
  /** The digits; a • for each on a pad that is `masked`. */
  readonly digits: string;
  /** The call that they went to. */
  readonly interactionId: string;
}

/** Digits are about to be sent. Cancel it to send nothing, or change its `detail`. */
export class BeforeDtmfEvent extends CustomEvent<DtmfRequest> {
  static readonly type = 'five9-before-dtmf';

  constructor(detail: DtmfRequest) {
    super(BeforeDtmfEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The adapter has taken the digits. */
export class DtmfEvent extends CustomEvent<DtmfSent> {
  static readonly type = 'five9-dtmf';

  constructor(detail: DtmfSent) {
    super(DtmfEvent.type, {detail, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'five9-before-dtmf': BeforeDtmfEvent;
    'five9-dtmf': DtmfEvent;
  }
  interface DocumentEventMap {
    'five9-before-dtmf': BeforeDtmfEvent;
    'five9-dtmf': DtmfEvent;
  }
  interface WindowEventMap {
    'five9-before-dtmf': BeforeDtmfEvent;
    'five9-dtmf': DtmfEvent;
  }
}
