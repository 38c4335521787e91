import {textOf} from '../../interaction-api/text-of.js';
import type {InteractionParams} from '../../sdk/crm-api/crm-api.types.js';

/** Returns the number of the customer in the data of an interaction; empty if the interaction has none. */
export function customerNumber({interactionData}: InteractionParams): string {
  const {number, callType, ani, dnis} = Object(interactionData) as Readonly<Record<string, unknown>>;
  const isOutbound = textOf(callType) !== undefined && textOf(callType) !== 'INBOUND';
  const candidates = [number, isOutbound ? dnis : ani, isOutbound ? ani : dnis].map((it) => textOf(it)?.trim());
  // Skip another agent, because `agent:` and a login are no number.
  return candidates.find((it) => it && !it.startsWith('agent:')) ?? '';
}

/** Returns the values that the interaction gives to the variables of a template. */
export function interactionValues(params: InteractionParams): Record<string, unknown> {
  const {interactionType, interactionData} = params;
  return {...Object(interactionData), interactionType, number: customerNumber(params)};
}
