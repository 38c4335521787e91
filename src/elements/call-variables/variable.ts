import type {OpenUnion} from '../../interaction-api/types.js';
import {nameList} from '../../shared/parse/name-list.js';

/** A call attached variable and its value. */
export interface CallVariable {
  /** Numeric string. The same variable has another id in another domain. */
  id: string;
  group: string;
  /** Name in the group; it may hold dots. */
  name: string;
  value: string;
}

/** A rule for the values of a variable. Rules of another type are checked by Five9 only. */
export interface VariableRestriction {
  type: OpenUnion<'Required' | 'Regexp' | 'Set' | 'Multiset' | 'MinValue' | 'MaxValue'>;
  /** With `Set` and `Multiset`: one value, or all of them separated by commas. */
  value?: string;
}

/** Type, rules and label of a call variable: from Five9's REST, or from the page. */
export interface VariableDefinition {
  id?: string;
  /** Left out if `name` is the full name, `Group.Name`. */
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
  /** Text that the agent reads in place of the name. */
  label?: string;
  /** Whether the agent cannot edit the variable. */
  readOnly?: boolean;
  /** Separator of the values of a `Multiset`, which Five9 does not document. @default ',' */
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

/** Returns whether a name in an attribute means a variable: it is its full name, or, before a `*`, the beginning of it. */
export function isNamed(name: string, variable: CallVariable): boolean {
  return name.endsWith('*') ? fullName(variable).startsWith(name.slice(0, -1)) : fullName(variable) === name;
}

/** Returns the variables that `names` lists, in the order of the list; all variables if it lists none. */
export function shownVariables(all: readonly CallVariable[], names: string | null): readonly CallVariable[] {
  const list = nameList(names);
  if (!list.length) return all;
  const shown = list.flatMap((name) => all.filter((variable) => isNamed(name, variable)));
  // Two names of the list may mean the same variable.
  return [...new Set(shown)];
}
