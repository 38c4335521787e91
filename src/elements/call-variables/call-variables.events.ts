import type {CallVariable} from './variable.js';

/** Variables to set. A page may change them. */
export interface VariablesRequest {
  /**
   * The variables with their new values. A variable is found by its `id`. If the `id` is missing, it is found by
   * `group` and `name`.
   */
  variables: CallVariable[];
  readonly interactionId: string;
}

/** Result of a request to set variables. */
export interface VariablesSet {
  /** The variables that were set, with the values that were read back. */
  readonly variables: readonly CallVariable[];
  /** The variables that Five9 ignored without an error: they are not on the layout of the campaign profile. */
  readonly ignored: readonly CallVariable[];
  readonly interactionId: string;
}

/** Variables are about to be set. Cancel the event to set nothing, or change its `detail`. */
export class BeforeVariablesEvent extends CustomEvent<VariablesRequest> {
  static readonly type = 'five9-before-variables';

  constructor(detail: VariablesRequest) {
    super(BeforeVariablesEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The adapter has answered, and the variables were read back from the call. */
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
