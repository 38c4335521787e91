import type {OpenUnion} from '../../interaction-api/types.js';

/** A call attached variable and its value. */
export interface CallVariable {
  /** Numeric string that differs from domain to domain. */
  id: string;
  group: string;
  /** Name in the group; it may hold dots. */
  name: string;
  value: string;
}

/** A rule for the values of a variable. Rules that are not known here are left to Five9. */
export interface VariableRestriction {
  type: OpenUnion<'Required' | 'Regexp' | 'Set' | 'Multiset' | 'MinValue' | 'MaxValue'>;
  /** `Set`, `Multiset`: one value, or all of them between commas. */
  value?: string;
}

/** What is known of a call variable beside its value: as Five9's REST has it, and what a page adds. */
export interface VariableDefinition {
  id?: string;
  /** Left out where `name` is the full name, `Group.Name`. */
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
  /** What the agent reads in place of the name. */
  label?: string;
  /** Whether the agent may only see it. */
  readOnly?: boolean;
  /** What stands between the values of a `Multiset`: public material does not tell. @default ',' */
  separator?: string;
}

/** `Group.Name`. */
export const fullName = ({group, name}: Pick<VariableDefinition, 'group' | 'name'>): string =>
  (group ? `${group}.` : '') + (name ?? '');

/** Whether a definition is that of a variable. */
export const isFor =
  (variable: CallVariable) =>
  (definition: VariableDefinition): boolean =>
    definition.id === variable.id || fullName(definition) === fullName(variable);

/** Whether a name of an attribute means a variable: its full name, or the beginning of one before a star. */
export const isNamed =
  (name: string) =>
  (variable: CallVariable): boolean =>
    name.endsWith('*') ? fullName(variable).startsWith(name.slice(0, -1)) : fullName(variable) === name;
