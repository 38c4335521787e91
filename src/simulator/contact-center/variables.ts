import type {CallData, Cav} from '../../interaction-api/types.js';
import {expect} from './command.js';
import {refuse} from './errors.js';
import type {CenterContext} from './center-context.js';
import type {Call} from './interaction.js';
import {isSameLine} from './phone-number.js';
import type {VariableDefinition, VariableType} from './tenant.js';

/** Values by `Group.Name` or id, or as `getCav` returns them. */
export type CavInput = Record<string, string> | readonly Partial<Cav>[];

const NUMERIC = /^-?\d+(\.\d+)?$/;

/** Forms of the types that have one. */
const FORMS: Partial<Record<VariableType, RegExp>> = {
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

/** Whether `value` may stand there. */
function isAllowed({type, restrictions = []}: VariableDefinition, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (!value) return !restrictions.some((restriction) => restriction.type === 'Required');
  const keeps = {
    Regexp: (bound: string) => new RegExp(`^(?:${bound})$`).test(value),
    Set: (bound: string) => bound.split(',').includes(value),
    MinValue: (bound: string) => +value >= +bound,
    MaxValue: (bound: string) => +value <= +bound,
  } as Partial<Record<string, (bound: string) => boolean>>;
  return FORMS[type]?.test(value) !== false && restrictions.every((it) => keeps[it.type]?.(it.value ?? '') !== false);
}

export type Variables = ReturnType<typeof createVariables>;

/** Call attached variables (CAVs). */
export function createVariables({options, tenant}: CenterContext) {
  const {variables, contacts, agent} = tenant;

  return {
    /** Values of a new call: the definitions' own, what is known of call, agent and customer, and `given`. */
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

    /** As `getCav` has them. */
    list: (call: Call): Cav[] =>
      variables.map(({id, group, name}) => ({id, group, name, value: call.variables[id] ?? ''})),

    /** Sets all of them, or none if one is refused. Returns whether anything was set. */
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
