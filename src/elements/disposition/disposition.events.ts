import type {Disposition, InteractionType} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';

/** A disposition that an element is about to set. The page may change `dispositionId` and `timeout`. */
export interface DispositionRequest {
  /** Id of the disposition to set. */
  dispositionId: string;
  /**
   * Time until the redial or the reactivation, if the disposition allows such a time; otherwise `undefined`. The
   * adapter receives the text unchanged.
   */
  timeout: string | undefined;
  readonly interactionId: string;
  readonly interactionType: InteractionType;
  /** The chosen disposition, as the adapter describes it; `undefined` if no disposition is chosen. */
  readonly disposition: Disposition | undefined;
}

/**
 * A disposition is about to be set. The page can cancel the event to set nothing, or change `dispositionId` and
 * `timeout` of its `detail`.
 */
export class BeforeDispositionEvent extends Five9Event<DispositionRequest> {
  static readonly type = 'five9-before-disposition';
}

/** The adapter has set the disposition. */
export class DispositionSetEvent extends Five9Event<Readonly<DispositionRequest>> {
  static readonly type = 'five9-disposition-set';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-before-disposition': BeforeDispositionEvent;
    'five9-disposition-set': DispositionSetEvent;
  }
}
