import {isRecord} from '../../interaction-api/is-record.js';
import {toJson} from '../../interaction-api/to-json.js';
import type {HookName} from '../../sdk/hook-api/hook-api.types.js';
import {VALUE_FIELDS} from './hook-event.js';

/**
 * Returns the values that a listener has changed in the parameters of a hook, in the form of the answer: `params`,
 * `searchResults` or `newFields`. Returns `undefined` if nothing has changed, or if the hook takes no values.
 */
export function changedValues(hook: HookName, before: unknown, after: unknown): object | undefined {
  const field = VALUE_FIELDS[hook];
  if (!field || !isRecord(after) || toJson(before) === toJson(after)) return undefined;
  if (field === 'params') return {params: after};
  if (field === 'newFields') return {newFields: changedFields(logOf(before), logOf(after))};
  const {searchResults} = after;
  return Array.isArray(searchResults) ? {searchResults} : {searchResults: Object(searchResults)['crmObjects'] ?? []};
}

const logOf = (params: unknown): Record<string, unknown> => {
  const log = isRecord(params) ? params['interactionLogData'] : undefined;
  return isRecord(log) ? log : {};
};

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => toJson(before[name]) !== toJson(value)));
}
