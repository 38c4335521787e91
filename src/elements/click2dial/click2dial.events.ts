import type {CrmObject} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';
import type {Interaction} from '../../service/interactions.js';

/** A dial, as a page may see and amend it. */
export interface DialRequest {
  /** What will be dialled. */
  number: string;
  /** Name of the campaign to dial in; without one, the administrator's default or the agent's choice. */
  campaign: string | undefined;
  /** CRM record that the call is about. */
  crmObject: CrmObject | undefined;
}

/** A number is about to be dialled. Cancel it to dial nothing, or change its `detail`. */
export class BeforeDialEvent extends Five9Event<DialRequest> {
  static readonly type = 'five9-before-dial';
}

/** A number was dialled. */
export class DialEvent extends Five9Event<Readonly<DialRequest>> {
  static readonly type = 'five9-dial';

  /** @param call Resolves with the call that starts; rejects when none does. */
  constructor(
    detail: DialRequest,
    readonly call: Promise<Interaction>,
  ) {
    super(detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'five9-before-dial': BeforeDialEvent;
    'five9-dial': DialEvent;
  }
  interface DocumentEventMap {
    'five9-before-dial': BeforeDialEvent;
    'five9-dial': DialEvent;
  }
  interface WindowEventMap {
    'five9-before-dial': BeforeDialEvent;
    'five9-dial': DialEvent;
  }
}
