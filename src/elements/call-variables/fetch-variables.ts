import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {isRecord} from '../../interaction-api/is-record.js';
import type {CallRef} from '../../interaction-api/types.js';
import {records, text} from '../../shared/parse/records.js';
import type {CallVariable} from './variable.js';

/**
 * Fetches the variables of a call. Some adapters return a list, and others return an object whose `cavs` is the list.
 */
export async function fetchVariables(api: InteractionApi, {interactionId}: CallRef): Promise<CallVariable[]> {
  const answer: unknown = await api.getCav({interactionId});
  const list = isRecord(answer) && 'cavs' in answer ? answer['cavs'] : answer;
  return records(list).map(({id, group, name, value}) => ({
    id: text(id),
    group: text(group),
    name: text(name),
    value: text(value),
  }));
}
