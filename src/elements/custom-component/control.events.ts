import type {InteractionData, InteractionType} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';

/** The use of an own control in the adapter. */
export interface ControlUse {
  /** Name of the control. */
  readonly name: string;
  /** Value of an input; an empty text for a button. */
  readonly value: string;
  /** Type of the interaction that the agent works on; `undefined` if there is none. */
  readonly interactionType: InteractionType | undefined;
  /** Data of the interaction that the agent works on; `undefined` if there is none. */
  readonly interactionData: InteractionData | undefined;
}

/** The agent has changed the value of an input in the adapter. */
export class ControlChangeEvent extends Five9Event<ControlUse> {
  static readonly type = 'change';
}

/** The agent has pressed a button in the adapter. */
export class ControlClickEvent extends Five9Event<ControlUse> {
  static readonly type = 'click';
}
