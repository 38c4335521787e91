import type {OpenUnion} from '../../interaction-api/types.js';
import {nameList} from '../../shared/parse/name-list.js';

/** A call attached variable and its value. */
export interface CallVariable {
  /** Id of the variable: a number as text. The same variable has different ids in different tenants. */
  id: string;
  group: string;
  /** Name of the variable in its group. The name may contain dots. */
  name: string;
  value: string;
}

/**
 * A rule for the values of a variable. The elements check only rules of the types below; Five9 also checks rules of
 * other types.
 */
export interface VariableRestriction {
  type: OpenUnion<'Required' | 'Regexp' | 'Set' | 'Multiset' | 'MinValue' | 'MaxValue'>;
  /** For `Set` and `Multiset`: one value, or all values with commas between them. */
  value?: string;
}

/** Type, rules and label of a call variable, from Five9's REST API or from the page. */
export interface VariableDefinition {
  id?: string;
  /** Group of the variable; missing if `name` is the full name, `Group.Name`. */
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
  /** Text that the agent sees instead of the name. */
  label?: string;
  /**
   * Whether the variable is read-only. If missing, this depends on the group of the variable and on `readOnly` of the
   * element.
   */
  readOnly?: boolean;
  /** Separator between the values of a `Multiset`. Five9 does not document the separator. @default ',' */
  separator?: string;
}

/** Default name of the form, for screen readers. */
export const DEFAULT_LABEL = 'Call variables';

/** Returns the full name of a variable: `Group.Name`. */
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
 * Returns whether a name in an attribute matches a variable. The name is a full name, or the beginning of full names
 * followed by `*`.
 */
export function isNamed(name: string, variable: CallVariable): boolean {
  return name.endsWith('*') ? fullName(variable).startsWith(name.slice(0, -1)) : fullName(variable) === name;
}

/** Returns the variables that `names` lists, in the order of the list. Returns all variables if the list is empty. */
export function shownVariables(all: readonly CallVariable[], names: string | null): readonly CallVariable[] {
  const list = nameList(names);
  if (!list.length) return all;
  const shown = list.flatMap((name) => all.filter((variable) => isNamed(name, variable)));
  // Remove duplicates, because two names in the list may match the same variable.
  return [...new Set(shown)];
}
