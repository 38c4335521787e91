import type {CrmObject, InteractionType} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';

/** A request to open a record. The page may change `crmObject`. */
export interface ObjectOpenRequest {
  /**
   * The record, as the adapter describes it. If its `metadata` contains an address, check the address before you
   * navigate to it, because the data does not come from your page.
   */
  crmObject: CrmObject;
  readonly interactionId: string;
  readonly interactionType: InteractionType;
}

/**
 * A record is about to be opened. The page can cancel the event to open nothing, or change `crmObject` of its `detail`.
 */
export class BeforeObjectOpenEvent extends Five9Event<ObjectOpenRequest> {
  static readonly type = 'five9-before-object-open';
}

/** The agent opens a record. The page can now show this record. */
export class ObjectOpenEvent extends Five9Event<Readonly<ObjectOpenRequest>> {
  static readonly type = 'five9-object-open';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-before-object-open': BeforeObjectOpenEvent;
    'five9-object-open': ObjectOpenEvent;
  }
}
