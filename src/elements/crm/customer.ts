import {textOf} from '../../interaction-api/text-of.js';
import type {InteractionParams} from '../../sdk/crm-api/crm-api.types.js';
import {records} from '../../shared/parse/records.js';

type Fields = Readonly<Record<string, unknown>>;

/** Returns the fields of a value of the adapter; no fields if it is no object. */
const fieldsOf = (value: unknown): Fields => Object(value) as Fields;

/** Returns the id of the interaction that a question is about; `undefined` if the adapter sent none. */
export function interactionIdOf(params: InteractionParams): string | undefined {
  return textOf(fieldsOf(fieldsOf(params)['interactionData'])['interactionId']);
}

/**
 * Returns the number of the customer; empty if the interaction has none. Without the field `number`, this is the calling
 * number of an inbound call, and the called number of any other call.
 */
export function customerNumber(params: InteractionParams): string {
  const {interactionData, interactionSearchData} = fieldsOf(params);
  for (const data of [fieldsOf(interactionData), fieldsOf(interactionSearchData)]) {
    const {number, callType, ani, dnis} = data;
    const isOutbound = textOf(callType) !== undefined && textOf(callType) !== 'INBOUND';
    const candidates = [number, isOutbound ? dnis : ani].map((candidate) => textOf(candidate)?.trim());
    // Skip another agent, because `agent:` and a login are no number.
    const found = candidates.find((candidate) => candidate && !candidate.startsWith('agent:'));
    if (found) return found;
  }
  return '';
}

/**
 * Returns the values that an interaction gives to the variables of a template: the fields of its data, `number`,
 * `interactionType`, the custom fields of a chat by their keys, and the data for the search.
 */
export function interactionValues(params: InteractionParams): Record<string, unknown> {
  const {interactionType, interactionData, interactionSearchData} = fieldsOf(params);
  const customFields = records(fieldsOf(interactionData)['customFields']).map(
    ({key, value}) => [textOf(key) ?? '', value] as const,
  );
  return {
    ...fieldsOf(interactionSearchData),
    ...Object.fromEntries(customFields),
    ...fieldsOf(interactionData),
    interactionType,
    number: customerNumber(params),
  };
}
