import type {CallVariable} from './variable.js';

/** Variables to set, as a page may see and amend them. */
export interface VariablesRequest {
  /** What will be set. Found by `id`, and where that is missing, by `group` and `name`. */
  variables: CallVariable[];
  readonly interactionId: string;
}

/** What became of variables. */
export interface VariablesSet {
  /** Those that the adapter has set, with the values that were read back. */
  readonly variables: readonly CallVariable[];
  /** Those that it left as they were, without a word: they are not on the layout of the campaign profile. */
  readonly ignored: readonly CallVariable[];
  readonly interactionId: string;
}

/** Variables are about to be set. Cancel it to set nothing, or change its `detail`. */
export class BeforeVariablesEvent extends CustomEvent<VariablesRequest> {
  static readonly type = 'five9-before-variables';

  constructor(detail: VariablesRequest) {
    super(BeforeVariablesEvent.type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** The adapter has answered, and the variables were read back. */
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
