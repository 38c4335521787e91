import type {CrmObject, InteractionType} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';

/** The two records that an interaction has: the person ("Name"), and the subject ("Related To"). */
export type ObjectKind = 'name' | 'related-to';

/** A record to select. A page may change `objectId`. */
export interface ObjectSelectRequest {
  /** Id of the record that will be selected; `null` for 'None'. */
  objectId: string | null;
  readonly kind: ObjectKind;
  readonly interactionId: string;
  readonly interactionType: InteractionType;
  /**
   * The record to select, with the data from the adapter; `undefined` for 'None', and if the adapter has not returned
   * this record.
   */
  readonly crmObject: CrmObject | undefined;
}

/**
 * A record is about to be selected. Cancel the event to keep the old selection, or change `objectId` in `detail` to
 * select another record.
 */
export class BeforeObjectSelectEvent extends Five9Event<ObjectSelectRequest> {
  static readonly type = 'five9-before-object-select';
}

/** The adapter has selected the record. */
export class ObjectSelectEvent extends Five9Event<Readonly<ObjectSelectRequest>> {
  static readonly type = 'five9-object-select';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-before-object-select': BeforeObjectSelectEvent;
    'five9-object-select': ObjectSelectEvent;
  }
}
