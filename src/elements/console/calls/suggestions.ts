import type {InteractionService} from '../../../service/interaction-service.js';
import {callUnobserved} from '../observe-calls.js';
import type {SuggestionMethod} from './field.js';

/** A suggested value for a form field. */
export interface Suggestion {
  readonly value: string;
  /** Text that describes the value. */
  readonly label: string;
}

/** Requests the suggestions for a field with an API call of `method`. */
export async function loadSuggestions(
  service: InteractionService,
  method: SuggestionMethod,
  interactionId: string,
): Promise<readonly Suggestion[]> {
  const interactionType = service.interaction(interactionId)?.type;
  const params = {interactionId, ...(interactionType && {interactionType})};
  const answer = await callUnobserved(service.api, method, params);
  return Array.isArray(answer) ? answer.map(toSuggestion) : [];
}

function toSuggestion(item: unknown): Suggestion {
  const {id, group, name, value, label} = Object(item) as Record<string, unknown>;
  return {value: String(id), label: [group, name, value ?? label].filter(Boolean).join(' · ')};
}
