import type {Cav} from '../../interaction-api/types.js';
import {CommandError, refuse} from './errors.js';
import type {Floor} from './floor.js';
import type {Call} from './interaction.js';
import {isSameLine} from './phone-number.js';
import type {VariableDefinition, VariableType} from './tenant.js';

/** Values by `Group.Name` or id, or as `getCav` returns them. */
export type CavInput = Record<string, string> | readonly Partial<Cav>[];

/** Forms of the types that have one. */
const forms: Partial<Record<VariableType, RegExp>> = {
  NUMBER: /^-?\d+(\.\d+)?$/,
  CURRENCY: /^-?\d+(\.\d+)?$/,
  PERCENT: /^-?\d+(\.\d+)?$/,
  BOOLEAN: /^(true|false)$/i,
  DATE: /^\d{4}-\d\d-\d\d$/,
  TIME: /^\d\d:\d\d(:\d\d)?$/,
  DATE_TIME: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  EMAIL: /^\S+@\S+$/,
  URL: /^https?:\/\/\S+$/i,
  PHONE: /^\+?[\d\s().-]+$/,
  TIME_PERIOD: /^\d+$/,
};

const fullName = ({group, name}: VariableDefinition): string => `${group}.${name}`;

/** What is wrong with `value`, if anything. */
function fault(definition: VariableDefinition, value: string): string | undefined {
  const {type, restrictions = []} = definition;
  if (value && forms[type] && !forms[type].test(value)) return `is not a ${type}`;
  for (const {type: rule, value: bound = ''} of restrictions) {
    if (rule === 'Required' && !value) return 'is required';
    if (!value) continue;
    if (rule === 'Regexp' && !new RegExp(`^(?:${bound})$`).test(value)) return `does not match ${bound}`;
    if (rule === 'Set' && !bound.split(',').includes(value)) return `is none of ${bound}`;
    if (rule === 'MinValue' && Number(value) < Number(bound)) return `is less than ${bound}`;
    if (rule === 'MaxValue' && Number(value) > Number(bound)) return `is more than ${bound}`;
  }
  return;
}

/** Call attached variables. */
export class Variables {
  readonly #floor: Floor;

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  /** Values of a new call: the definitions' own, what is known of call, agent and customer, and `given`. */
  initial(data: Call['data'], customer: string, given: CavInput = {}): Record<string, string> {
    const {variables, agent, contacts} = this.#floor.tenant;
    const known: Record<string, string | null | undefined> = {
      'Call.session_id': data.sessionId,
      'Call.ANI': data.ani,
      'Call.DNIS': data.dnis,
      'Call.number': data.number,
      'Call.type_name': data.callType,
      'Call.campaign_id': data.campaignId,
      'Call.campaign_name': data.campaignName,
      'Call.skill_name': data.skillName,
      'Agent.user_name': agent.login,
      'Agent.full_name': agent.name,
      'Customer.number1': customer,
    };
    const contact = contacts.find(({number1}) => isSameLine(number1, customer));
    for (const [field, value] of Object.entries(contact ?? {})) known[`Customer.${field}`] = value;
    for (const {id, group, name, value} of this.#asList(given)) {
      const definition = variables.find((it) => it.id === id || (it.group === group && it.name === name));
      if (!definition) throw new CommandError(`There is no variable ${id ?? `${group}.${name}`}.`);
      known[fullName(definition)] = String(value ?? '');
    }
    return Object.fromEntries(variables.map((it) => [it.id, known[fullName(it)] ?? it.value ?? '']));
  }

  /** As `getCav` has them. */
  list(call: Call): Cav[] {
    return this.#floor.tenant.variables.map(({id, group, name}) => ({
      id,
      group,
      name,
      value: call.variables[id] ?? '',
    }));
  }

  /** Sets all of them, or none if one is refused. Tells whether anything was set. */
  set(call: Call, cavList: unknown): boolean {
    if (!Array.isArray(cavList) || !cavList.length) refuse('cavList must be a list of {id, value}.');
    const {options, tenant} = this.#floor;
    const changes: [id: string, value: string][] = [];
    for (const {id, value} of cavList as {id?: unknown; value?: unknown}[]) {
      const definition =
        tenant.variables.find((it) => it.id === id) ?? refuse(`There is no variable with id ${String(id)}.`);
      const text = String(value ?? '');
      if (!definition.onLayout) {
        if (options.offLayoutCav === 'reject') refuse(`${fullName(definition)} is not on the layout.`);
        continue;
      }
      const wrong = options.checkCavValues && fault(definition, text);
      if (wrong) refuse(`${fullName(definition)}: ${JSON.stringify(text)} ${wrong}.`);
      changes.push([definition.id, text]);
    }
    Object.assign(call.variables, Object.fromEntries(changes));
    return changes.length > 0;
  }

  #asList(given: CavInput): readonly Partial<Cav>[] {
    if (Array.isArray(given)) return given as readonly Partial<Cav>[];
    return Object.entries(given as Record<string, string>).map(([key, value]) => {
      // The name may have dots of its own; the group has none.
      const [group, ...name] = key.split('.');
      return name.length ? {group: group!, name: name.join('.'), value} : {id: key, value};
    });
  }
}
