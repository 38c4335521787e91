import type {CallVariable} from './variable.js';

/** A request to set variables. The page may change `variables`. */
export interface VariablesRequest {
  /**
   * The variables with their new values. A variable is identified by its `id`. A variable without an `id` is identified
   * by its `group` and `name`.
   */
  variables: CallVariable[];
  readonly interactionId: string;
}

/** Result of a request to set variables. */
export interface VariablesSet {
  /** The variables that were set, with the values that the adapter returned after the request. */
  readonly variables: readonly CallVariable[];
  /** The variables that Five9 ignored without an error, because they are not on the layout of the campaign profile. */
  readonly ignored: readonly CallVariable[];
  readonly interactionId: string;
}

/** Variables are about to be set. The page can cancel the event to set nothing, or change its `detail`. */
export class BeforeVariablesEvent extends CustomEvent<VariablesRequest> {
  static readonly type = 'five9-before-variables';

  constructor(detail: VariablesRequest) {
    super(BeforeVariablesEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The adapter has answered the request, and the variables of the call were fetched again. */
export class VariablesSetEvent extends CustomEvent<VariablesSet> {
  static readonly type = 'five9-variables-set';

  constructor(detail: VariablesSet) {
    super(VariablesSetEvent.type, {detail, bubbles: true, composed: true});
  }
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-before-variables': BeforeVariablesEvent;
    'five9-variables-set': VariablesSetEvent;
  }
}
