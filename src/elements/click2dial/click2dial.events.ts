import type {CrmObject} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';
import type {Interaction} from '../../service/interactions.js';

/** The details of a dial. The page may change them in `five9-before-dial`. */
export interface DialRequest {
  /**
   * Number to dial, without punctuation: digits, `*` and `#`, possibly with a leading `+`. If the element's number cannot
   * be dialled, its text. The page may set a number in any format, as text or as a whole number. It is then dialled
   * exactly as it is written.
   */
  number: string;
  /**
   * Extension that the agent can send with `five9-dtmf-pad` after the call is answered: digits, `*` and `#`, with a
   * comma for a pause; `undefined` for none. Nothing is sent automatically.
   */
  extension: string | undefined;
  /**
   * Name of the campaign for the call. Default: the campaign that the administrator has chosen. If the administrator
   * has chosen none, the agent chooses a campaign in the adapter.
   */
  campaign: string | undefined;
  /** The CRM record that the call is about; `undefined` for none. */
  crmObject: CrmObject | undefined;
}

/** A number is about to be dialled. The page can cancel the event to stop the dial, or change its `detail`. */
export class BeforeDialEvent extends Five9Event<DialRequest> {
  static readonly type = 'five9-before-dial';
}

/** A number was dialled. */
export class DialEvent extends Five9Event<Readonly<DialRequest>> {
  static readonly type = 'five9-dial';

  /** @param call Resolves with the call that starts. Rejects if no call starts. */
  constructor(
    detail: DialRequest,
    readonly call: Promise<Interaction>,
  ) {
    super(detail);
  }
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-before-dial': BeforeDialEvent;
    'five9-dial': DialEvent;
  }
}
