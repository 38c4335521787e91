import {records, text} from '../../shared/parse/records.js';
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
  /** Type of the input. */
  type: 'text' | 'date' | 'time' | 'datetime-local' | 'email' | 'url' | 'tel';
  /** Kind of keyboard on a touch screen. */
  inputMode: 'text' | 'decimal';
  required: boolean;
  /** Returns the options of the select for a value of the variable. Missing if the field is an input. */
  options?(value: string): EditorOption[];
  /** Separator between the values if the agent may choose several values; otherwise `undefined`. */
  separator: string | undefined;
  /** Returns the reason why a value must not be sent; empty if the value is valid. */
  check(value: string): string;
}

/**
 * Input types for the types of variables, and the value format that each input accepts. A value in another format is
 * edited as text.
 */
const NATIVE = new Map<string, [type: Editor['type'], form: RegExp]>([
  ['DATE', ['date', /^(\d{4}-\d\d-\d\d)?$/]],
  ['TIME', ['time', /^(\d\d:\d\d(:\d\d)?)?$/]],
  ['DATE_TIME', ['datetime-local', /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)?$/]],
  ['EMAIL', ['email', /^/]],
  ['URL', ['url', /^/]],
  ['PHONE', ['tel', /^/]],
]);

const NUMERIC = /^(NUMBER|CURRENCY|PERCENT)$/;

/** Required formats of the types whose format is certain, with the error message for a wrong format. */
const FORMS = new Map<string, [form: RegExp, words: string]>([
  ['NUMBER', [/^[+-]?(\d+(\.\d*)?|\.\d+)$/, 'Enter a number, like 12.5.']],
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

/** Returns a description of the field that edits a variable. */
export function editorOf(variable: CallVariable, definition: VariableDefinition): Editor {
  const {restrictions, separator} = definition;
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
  const valueSeparator = multiple.length ? text(separator) || ',' : undefined;
  const split = (value: string): string[] =>
    valueSeparator === undefined
      ? [value]
      : value
          .split(valueSeparator)
          .map((item) => item.trim())
          .filter(Boolean);
  const list = multiple.length ? multiple : set;
  const [native, form] = NATIVE.get(type) ?? [];
  const compare = (value: string, bound: string): number => {
    if (NUMERIC.test(type)) return Number(value) - Number(bound);
    return form?.test(value) && form.test(bound) ? value.localeCompare(bound) : 0;
  };
  return {
    required,
    separator: valueSeparator,
    type: (form?.test(variable.value) && native) || 'text',
    inputMode: NUMERIC.test(type) ? 'decimal' : 'text',
    ...(list.length > 0 && {
      options(value: string): EditorOption[] {
        const chosen = split(value);
        // Add the current value, because the list does not always contain it.
        const all = new Set([...(valueSeparator || (required && value) ? [] : ['']), ...list, ...chosen]);
        return [...all].map((item) => ({
          value: item,
          words: (isYesOrNo && YES_OR_NO.get(item)) || item || '–',
          chosen: chosen.includes(item),
        }));
      },
    }),
    check(value) {
      if (!value) return required ? 'Enter a value.' : '';
      const [format, words = ''] = FORMS.get(NUMERIC.test(type) ? 'NUMBER' : type) ?? [];
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
