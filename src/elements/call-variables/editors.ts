import {records, text} from '../../shared/parse/records.js';
import {type FieldType, fieldTypeFor} from './field-types.js';
import {joinValues, splitValues} from './multiset.js';
import {NUMBER_WANTED, type NumberSign, PLAIN_NUMBER, type Reading, readAmount} from './number-notation.js';
import {fits} from './pattern.js';
import type {CallVariable, VariableDefinition} from './variable.js';

/** An option of a select. */
export interface EditorOption {
  value: string;
  words: string;
  chosen: boolean;
}

/** A description of the field that edits a variable. */
export interface Editor {
  /** Kind of the field. The field shows the value of the variable as it is. */
  type: FieldType;
  /** Kind of keyboard on a touch screen. */
  inputMode: 'text' | 'decimal' | 'email' | 'url' | 'tel';
  required: boolean;
  /** Returns the options of the select for a value of the variable. Missing if the field is an input. */
  options?(value: string): EditorOption[];
  /** Separator between the values if the agent may choose several values; otherwise `undefined`. */
  separator: string | undefined;
  /** Returns the text for the values that the agent has chosen. Missing if the agent cannot choose several values. */
  join?(chosen: readonly string[], before: string): string;
  /** Returns the value for a text of the agent. A number may be in the agent's own notation. */
  read(typed: string): Reading;
  /** Returns the reason why a value must not be sent; empty if the value is valid. */
  check(value: string): string;
}

/**
 * Kinds of fields for the types of variables, and the value format that each field accepts. A value in another format
 * is edited as text.
 */
const NATIVE = new Map<string, [type: FieldType, form: RegExp]>([
  ['DATE', ['date', /^(\d{4}-\d\d-\d\d)?$/]],
  ['TIME', ['time', /^(\d\d:\d\d(:\d\d)?)?$/]],
  ['DATE_TIME', ['datetime-local', /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)?$/]],
  ['EMAIL', ['email', /^/]],
  ['URL', ['url', /^/]],
  ['PHONE', ['tel', /^/]],
]);

/** Keyboards for the types of variables that are edited as text. */
const KEYBOARDS = new Map<string, Editor['inputMode']>([
  ['NUMBER', 'decimal'],
  ['CURRENCY', 'decimal'],
  ['PERCENT', 'decimal'],
  ['EMAIL', 'email'],
  ['URL', 'url'],
  ['PHONE', 'tel'],
]);

/** The types of numbers, and the sign that the agent may type with each of them. */
const NUMERIC = new Map<string, NumberSign>([
  ['NUMBER', 'none'],
  ['CURRENCY', 'currency'],
  ['PERCENT', 'percent'],
]);

/** Required formats of the types whose format is certain, with the error message for a wrong format. */
const FORMS = new Map<string, [form: RegExp, words: string]>([
  ['NUMBER', [PLAIN_NUMBER, NUMBER_WANTED]],
  ['EMAIL', [/^[^\s@]+@\S+$/, 'Enter an e-mail address.']],
  ['URL', [/^\S+$/, 'Enter a web address without spaces.']],
]);

const YES_OR_NO = new Map([
  ['true', 'Yes'],
  ['false', 'No'],
]);

/**
 * Returns the allowed values of `Set` or `Multiset` rules. Supports one value in each rule, and all values in one rule,
 * because Five9 does not document the format.
 */
function listedValues(rules: readonly string[]): string[] {
  const [first = '', ...others] = rules;
  const values = others.length ? rules : first.split(/[,;\n]/);
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** Returns the text of an option. Shows blanks and line breaks that a list would not show. */
function optionWords(value: string): string {
  if (!/^\s|\s$|\s\s|[^\S ]/.test(value)) return value || '–';
  return `“${value.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '↵').replace(/\s/g, '\u00a0')}”`;
}

/** Returns a description of the field that edits a variable. */
export function editorOf(variable: CallVariable, definition: VariableDefinition): Editor {
  const {restrictions} = definition;
  const type = text(definition.type);
  const rules = records(
    Array.isArray(restrictions) ? restrictions : (Object(restrictions) as {restrictions?: unknown}).restrictions,
  );
  const bounds = (ruleType: string): string[] =>
    rules.filter((rule) => rule['type'] === ruleType).map((rule) => text(rule['value']));
  const required = bounds('Required').length > 0;
  const multiple = listedValues(bounds('Multiset'));
  const isYesOrNo = type === 'BOOLEAN';
  const set = isYesOrNo ? [...YES_OR_NO.keys()] : listedValues(bounds('Set'));
  const separator = multiple.length ? text(definition.separator) || ',' : undefined;
  const split = (value: string): string[] => (separator === undefined ? [value] : splitValues(value, separator));
  const list = multiple.length ? multiple : set;
  const [native = 'text', form] = NATIVE.get(type) ?? [];
  const sign = NUMERIC.get(type);
  const compare = (value: string, bound: string): number => {
    if (sign) return Number(value) - Number(bound);
    return form?.test(value) && form.test(bound) ? value.localeCompare(bound) : 0;
  };
  return {
    required,
    separator,
    type: fieldTypeFor(variable.value, form?.test(variable.value) ? native : 'text'),
    inputMode: KEYBOARDS.get(type) ?? 'text',
    ...(list.length > 0 && {
      options(value: string): EditorOption[] {
        const chosen = split(value);
        // Add the current value and the value before the edit, because the list does not always contain them.
        const before = variable.value ? split(variable.value) : [];
        const all = new Set([...(separator || (required && value) ? [] : ['']), ...list, ...before, ...chosen]);
        return [...all].map((item) => ({
          value: item,
          words: (isYesOrNo && YES_OR_NO.get(item)) || optionWords(item),
          chosen: chosen.includes(item),
        }));
      },
    }),
    ...(separator !== undefined && {
      join: (chosen: readonly string[], before: string): string => joinValues(chosen, separator, before),
    }),
    read: (typed) => (sign && !list.length && typed ? readAmount(typed, sign) : {value: typed, problem: ''}),
    check(value) {
      if (!value) return required ? 'Enter a value.' : '';
      const [format, words = ''] = FORMS.get(sign ? 'NUMBER' : type) ?? [];
      if (format && !format.test(value)) return words;
      if (list.length && !split(value).every((item) => list.includes(item))) return 'Choose from the list.';
      if (bounds('Regexp').some((pattern) => pattern && fits(pattern, value) === false))
        return 'Five9 requires another format.';
      const low = bounds('MinValue').find((bound) => compare(value, bound) < 0);
      if (low !== undefined) return `The smallest value is ${low}.`;
      const high = bounds('MaxValue').find((bound) => compare(value, bound) > 0);
      return high === undefined ? '' : `The largest value is ${high}.`;
    },
  };
}
