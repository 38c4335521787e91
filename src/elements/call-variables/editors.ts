import {records, text} from '../../shared/parse/records.js';
import {fits} from './pattern.js';
import type {CallVariable, VariableDefinition} from './variable.js';

/** An option of a select. */
export interface EditorOption {
  value: string;
  words: string;
  chosen: boolean;
}

/** How a variable is edited. */
export interface Editor {
  /** Type of the input. */
  type: 'text' | 'date' | 'time' | 'datetime-local' | 'email' | 'url' | 'tel';
  /** Keyboard of a touch screen. */
  inputMode: 'text' | 'decimal';
  required: boolean;
  /** Returns the options of a select for a value. Missing if the variable is edited in an input. */
  options?(value: string): EditorOption[];
  /** Separator of the values, if several may be chosen. */
  separator: string | undefined;
  /** Returns why a value may not be sent, in words; empty if it may. */
  check(value: string): string;
}

/** Values that the browser's own fields can edit. A value of another form is edited as text. */
const NATIVE = new Map<string, [type: Editor['type'], form: RegExp]>([
  ['DATE', ['date', /^(\d{4}-\d\d-\d\d)?$/]],
  ['TIME', ['time', /^(\d\d:\d\d(:\d\d)?)?$/]],
  ['DATE_TIME', ['datetime-local', /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)?$/]],
  ['EMAIL', ['email', /^/]],
  ['URL', ['url', /^/]],
  ['PHONE', ['tel', /^/]],
]);

const NUMERIC = /^(NUMBER|CURRENCY|PERCENT)$/;

/** Form of the values of a type, if it is certain. */
const FORMS = new Map<string, [form: RegExp, words: string]>([
  ['NUMBER', [/^[+-]?(\d+(\.\d*)?|\.\d+)$/, 'Enter a number, like 12.5.']],
  ['EMAIL', [/^[^\s@]+@\S+$/, 'Enter an e-mail address.']],
  ['URL', [/^\S+$/, 'Enter an address without spaces.']],
]);

const YES_OR_NO = new Map([
  ['true', 'Yes'],
  ['false', 'No'],
]);

/** Returns the values of `Set` or `Multiset` rules: one in each rule, or all of them in one rule. Five9 does not document which. */
function listedValues(rules: readonly string[]): string[] {
  const [first = '', ...others] = rules;
  const values = others.length ? rules : first.split(/[,;\n]/);
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** Returns how a variable is edited. */
export function editorOf(variable: CallVariable, definition: VariableDefinition): Editor {
  const {restrictions, separator} = definition;
  const type = text(definition.type);
  const rules = records(
    Array.isArray(restrictions) ? restrictions : (Object(restrictions) as {restrictions?: unknown}).restrictions,
  );
  const bounds = (rule: string): string[] =>
    rules.filter((one) => one['type'] === rule).map((one) => text(one['value']));
  const required = bounds('Required').length > 0;
  const several = listedValues(bounds('Multiset'));
  const isYesOrNo = type === 'BOOLEAN';
  const set = isYesOrNo ? [...YES_OR_NO.keys()] : listedValues(bounds('Set'));
  const between = several.length ? text(separator) || ',' : undefined;
  const split = (value: string): string[] =>
    between === undefined
      ? [value]
      : value
          .split(between)
          .map((one) => one.trim())
          .filter(Boolean);
  const list = several.length ? several : set;
  const [native, form] = NATIVE.get(type) ?? [];
  const compare = (value: string, bound: string): number => {
    if (NUMERIC.test(type)) return Number(value) - Number(bound);
    return form?.test(value) && form.test(bound) ? value.localeCompare(bound) : 0;
  };
  return {
    required,
    separator: between,
    type: (form?.test(variable.value) && native) || 'text',
    inputMode: NUMERIC.test(type) ? 'decimal' : 'text',
    ...(list.length > 0 && {
      options(value: string): EditorOption[] {
        const chosen = split(value);
        // The value of the variable need not be in the list.
        const all = new Set([...(between || (required && value) ? [] : ['']), ...list, ...chosen]);
        return [...all].map((one) => ({
          value: one,
          words: (isYesOrNo && YES_OR_NO.get(one)) || one || '–',
          chosen: chosen.includes(one),
        }));
      },
    }),
    check(value) {
      if (!value) return required ? 'Enter a value.' : '';
      const [looks, words = ''] = FORMS.get(NUMERIC.test(type) ? 'NUMBER' : type) ?? [];
      if (looks && !looks.test(value)) return words;
      if (list.length && !split(value).every((one) => list.includes(one))) return 'Choose from the list.';
      if (bounds('Regexp').some((pattern) => pattern && fits(pattern, value) === false))
        return 'This has not the form that Five9 wants.';
      const low = bounds('MinValue').find((bound) => compare(value, bound) < 0);
      if (low !== undefined) return `At least ${low}.`;
      const high = bounds('MaxValue').find((bound) => compare(value, bound) > 0);
      return high === undefined ? '' : `At most ${high}.`;
    },
  };
}
