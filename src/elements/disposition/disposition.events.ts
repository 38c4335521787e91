import type {Disposition, InteractionType} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';

/** A disposition to set, as a page may see and amend it. */
export interface DispositionRequest {
  /** What will be set. */
  dispositionId: string;
  /** Redial or reactivation time, for dispositions that allow one; passed on unchanged. */
  timeout: string | undefined;
  readonly interactionId: string;
  readonly interactionType: InteractionType;
  /** The disposition that was chosen, as the adapter describes it. */
  readonly disposition: Disposition | undefined;
}

/** A disposition is about to be set. Cancel it to set nothing, or change `dispositionId` and `timeout` of its `detail`. */
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
