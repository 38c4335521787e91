import {isRecord} from '../../interaction-api/is-record.js';
import {toJson} from '../../interaction-api/to-json.js';
import type {HookName} from '../../sdk/hook-api/hook-api.types.js';

/** The field of the answer that contains the values of each hook that takes values. */
const VALUE_FIELDS: Partial<Record<HookName, 'params' | 'searchResults' | 'newFields'>> = {
  beforeClickToDial: 'params',
  beforeSuggestedNumbers: 'params',
  beforeObjectVisited: 'params',
  beforeSearch: 'searchResults',
  afterSearch: 'searchResults',
  beforeSaveLog: 'newFields',
};

/** Values for the action of the adapter, in the form of the answer to a hook. */
export type HookValues = Readonly<Record<string, unknown>>;

/** Returns the values in the form of the answer to a hook; `undefined` if the hook takes no values. */
export function valuesOf(hook: HookName, values: unknown): HookValues | undefined {
  const field = VALUE_FIELDS[hook];
  if (!field) return undefined;
  return {[field]: field === 'searchResults' ? recordsIn(values) : values};
}

/**
 * Returns the values that listeners have changed in the parameters of a hook, in the form of the answer. Returns
 * `undefined` if they have changed nothing that the adapter takes.
 */
export function changedValues(hook: HookName, before: unknown, after: unknown): HookValues | undefined {
  if (!isChanged(before, after)) return undefined;
  switch (VALUE_FIELDS[hook]) {
    case 'params':
      return {params: after};
    case 'searchResults': {
      const {searchResults} = fieldsOf(after);
      return searchResults === undefined ? undefined : {searchResults: recordsIn(searchResults)};
    }
    case 'newFields': {
      const newFields = changedFields(logOf(before), logOf(after));
      return Object.keys(newFields).length ? {newFields} : undefined;
    }
    default:
      return undefined;
  }
}

/** Returns whether two values are different, as JSON. A value that JSON cannot contain counts as unchanged. */
export function isChanged(before: unknown, after: unknown): boolean {
  try {
    return toJson(before) !== toJson(after);
  } catch {
    return false;
  }
}

/** Returns the records of a list, of a search result, or one record as a list. */
function recordsIn(values: unknown): unknown {
  if (Array.isArray(values)) return values;
  const {crmObjects} = fieldsOf(values);
  if (Array.isArray(crmObjects)) return crmObjects;
  return isRecord(values) && !('crmObjects' in values) ? [values] : [];
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Record<string, unknown>;

const logOf = (params: unknown): Readonly<Record<string, unknown>> => fieldsOf(fieldsOf(params)['interactionLogData']);

function changedFields(before: HookValues, after: HookValues): HookValues {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => isChanged(before[name], value)));
}
