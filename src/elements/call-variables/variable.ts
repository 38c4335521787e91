import type {OpenUnion} from '../../interaction-api/types.js';
import {nameList} from '../../shared/parse/name-list.js';

/** A call attached variable and its value. */
export interface CallVariable {
  /** Number as text. The same variable has different ids in different domains. */
  id: string;
  group: string;
  /** Name in the group. It may contain dots. */
  name: string;
  value: string;
}

/** A rule for the values of a variable. Only Five9 checks rules of other types. */
export interface VariableRestriction {
  type: OpenUnion<'Required' | 'Regexp' | 'Set' | 'Multiset' | 'MinValue' | 'MaxValue'>;
  /** For `Set` and `Multiset`: one value, or all values, separated by commas. */
  value?: string;
}

/** Type, rules and label of a call variable, from Five9's REST API or from the page. */
export interface VariableDefinition {
  id?: string;
  /** Missing if `name` is the full name, `Group.Name`. */
  group?: string;
  name?: string;
  type?: OpenUnion<
    | 'STRING'
    | 'NUMBER'
    | 'DATE'
    | 'TIME'
    | 'DATE_TIME'
    | 'CURRENCY'
    | 'BOOLEAN'
    | 'PERCENT'
    | 'EMAIL'
    | 'URL'
    | 'PHONE'
    | 'TIME_PERIOD'
  >;
  restrictions?: readonly VariableRestriction[] | {restrictions?: readonly VariableRestriction[]};
  /** Text to show to the agent instead of the name. */
  label?: string;
  /** Whether the agent cannot edit the variable. */
  readOnly?: boolean;
  /** Separator of the values of a `Multiset`. Five9 does not document the separator. @default ',' */
  separator?: string;
}

/** Name of the form, if the page sets none. */
export const DEFAULT_LABEL = 'Call variables';

/** Returns `Group.Name`. */
export const fullName = ({group, name}: Pick<VariableDefinition, 'group' | 'name'>): string =>
  (group ? `${group}.` : '') + (name ?? '');

/** Returns the definition of a variable. */
export function findDefinition(
  definitions: readonly VariableDefinition[],
  variable: CallVariable,
): VariableDefinition | undefined {
  return definitions.find((definition) => definition.id === variable.id || fullName(definition) === fullName(variable));
}

/**
 * Returns whether a name in an attribute matches a variable: the full name, or the beginning of the full name and `*`.
 */
export function isNamed(name: string, variable: CallVariable): boolean {
  return name.endsWith('*') ? fullName(variable).startsWith(name.slice(0, -1)) : fullName(variable) === name;
}

/** Returns the variables that `names` lists, in the order of the list; all variables if the list is empty. */
export function shownVariables(all: readonly CallVariable[], names: string | null): readonly CallVariable[] {
  const list = nameList(names);
  if (!list.length) return all;
  const shown = list.flatMap((name) => all.filter((variable) => isNamed(name, variable)));
  // Two names of the list may match the same variable.
  return [...new Set(shown)];
}
