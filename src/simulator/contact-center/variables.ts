import type {CallData, Cav} from '../../interaction-api/types.js';
import {expect} from './command.js';
import {refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Call} from './interaction.js';
import {isSameLine} from './phone-number.js';
import type {VariableDefinition, VariableRestriction, VariableType} from './tenant.js';

/**
 * Values of variables. In an object, each key is the id or the name (`Group.Name`) of a variable. A list has the form
 * of the answer to `getCav`.
 */
export type CavInput = Record<string, string> | readonly Partial<Cav>[];

const NUMERIC = /^-?\d+(\.\d+)?$/;

/** Patterns of the types whose values have a fixed form. */
const PATTERNS: Partial<Record<VariableType, RegExp>> = {
  NUMBER: NUMERIC,
  CURRENCY: NUMERIC,
  PERCENT: NUMERIC,
  BOOLEAN: /^(true|false)$/,
  DATE: /^\d{4}-\d\d-\d\d$/,
  TIME: /^\d\d:\d\d/,
  DATE_TIME: /^\d{4}-\d\d-\d\d.\d\d:\d\d/,
  EMAIL: /^\S+@\S+$/,
  URL: /^https?:\/\/\S+$/,
  PHONE: /^\+?[\d\s().-]+$/,
};

const fullName = ({group, name}: VariableDefinition): string => `${group}.${name}`;

const isList = (given: CavInput): given is readonly Partial<Cav>[] => Array.isArray(given);

/** Returns whether a variable accepts a value. */
function isAllowed({type, restrictions = []}: VariableDefinition, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (!value) return !restrictions.some((restriction) => restriction.type === 'Required');
  const pattern = PATTERNS[type];
  if (pattern && !pattern.test(value)) return false;
  return restrictions.every((restriction) => isWithin(value, restriction));
}

/** Returns whether a restriction allows a value. */
function isWithin(value: string, {type, value: bound = ''}: VariableRestriction): boolean {
  switch (type) {
    case 'Regexp':
      return new RegExp(`^(?:${bound})$`).test(value);
    case 'Set':
      return bound.split(',').includes(value);
    case 'MinValue':
      return Number(value) >= Number(bound);
    case 'MaxValue':
      return Number(value) <= Number(bound);
    default:
      return true;
  }
}

export type Variables = ReturnType<typeof createVariables>;

/** Creates the object that manages call attached variables (CAVs). */
export function createVariables({options, tenant}: CenterContext) {
  const {variables, contacts, agent} = tenant;

  return {
    /**
     * Returns the values of the variables in a new call. Data of the call, the agent and the customer replace the
     * default values. Values in `given` replace all other values.
     */
    initial(data: CallData, customer: string, given: CavInput = {}): Record<string, string> {
      const contact = contacts.find(({number1}) => isSameLine(number1, customer));
      const groups: Record<string, Record<string, string | null | undefined>> = {
        Call: {
          session_id: data.sessionId,
          ANI: data.ani,
          DNIS: data.dnis,
          number: data.number,
          campaign_name: data.campaignName,
        },
        Agent: {full_name: agent.name},
        Customer: {number1: customer, ...contact},
      };
      const values = Object.fromEntries(
        variables.map(({id, group, name, value}) => [id, groups[group]?.[name] ?? value ?? '']),
      );
      const list: readonly Partial<Cav>[] = isList(given)
        ? given
        : Object.entries(given).map(([name, value]) => ({name, value}));
      for (const {id, group, name, value} of list) {
        const wanted = id ?? (group ? `${group}.${name}` : name);
        const definition = variables.find((it) => it.id === wanted || fullName(it) === wanted);
        expect(definition, `there is no variable ${wanted}.`);
        const text: unknown = value ?? '';
        expect(typeof text === 'string', `${wanted} must be a text.`);
        values[definition.id] = text;
      }
      return values;
    },

    /** Returns the variables of a call in the form of the answer to `getCav`. */
    list: (call: Call): Cav[] =>
      variables.map(({id, group, name}) => ({id, group, name, value: call.variables[id] ?? ''})),

    /** Sets all values. If one value is refused, throws and sets no value. Returns whether a value was set. */
    set(call: Call, cavList: unknown): boolean {
      if (!Array.isArray(cavList)) return refuse('cavList must be a list of {id, value}.');
      const changes: Record<string, string> = {};
      for (const cav of cavList as (Partial<Cav> | null)[]) {
        const definition = variables.find(({id}) => id === cav?.id) ?? refuse(`There is no variable ${cav?.id}.`);
        const value = cav?.value ?? '';
        if (!definition.onLayout) {
          if (options.offLayoutCav === 'reject') refuse(`${fullName(definition)} is not on the layout.`);
        } else if (options.checkCavValues && !isAllowed(definition, value)) {
          const {type, restrictions = []} = definition;
          const rules = [type, ...restrictions.map((it) => `${it.type} ${it.value ?? ''}`)].join(', ');
          refuse(`${fullName(definition)} cannot be "${value}": ${rules}.`);
        } else {
          changes[definition.id] = value;
        }
      }
      Object.assign(call.variables, changes);
      return Object.keys(changes).length > 0;
    },
  };
}
