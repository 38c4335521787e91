import {records, text} from '../../shared/parse/records.js';
import {fits} from './pattern.js';
import type {CallVariable, VariableDefinition} from './variable.js';

/** An entry of a list to choose from. */
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
  /** Choices, for a select. */
  options?(value: string): EditorOption[];
  /** What stands between the values, where several may be chosen. */
  separator: string | undefined;
  /** What is wrong with a value, in words; nothing if it may be sent. */
  check(value: string): string;
}

/** Forms in which the browser's own fields take a value. Another form is edited as a text. */
const NATIVE = new Map<string, [type: Editor['type'], form: RegExp]>([
  ['DATE', ['date', /^(\d{4}-\d\d-\d\d)?$/]],
  ['TIME', ['time', /^(\d\d:\d\d(:\d\d)?)?$/]],
  ['DATE_TIME', ['datetime-local', /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)?$/]],
  ['EMAIL', ['email', /^/]],
  ['URL', ['url', /^/]],
  ['PHONE', ['tel', /^/]],
]);

const NUMERIC = /^(NUMBER|CURRENCY|PERCENT)$/;

/** What a value of a type looks like, where that is beyond doubt. */
const FORMS = new Map<string, [form: RegExp, words: string]>([
  ['NUMBER', [/^[+-]?(\d+(\.\d*)?|\.\d+)$/, 'Enter a number, like 12.5.']],
  ['EMAIL', [/^[^\s@]+@\S+$/, 'Enter an e-mail address.']],
  ['URL', [/^\S+$/, 'Enter an address without spaces.']],
]);

const YES_OR_NO = new Map([
  ['true', 'Yes'],
  ['false', 'No'],
]);

/** The choices of a list: one in each rule, or all of them in one. Which it is, public material does not tell. */
const choices = (values: readonly string[]): string[] =>
  (values.length === 1 ? (values[0] ?? '').split(/[,;\n]/) : values).map((one) => one.trim()).filter(Boolean);

/** How a variable is edited. */
export function editorOf(variable: CallVariable, definition: VariableDefinition): Editor {
  const {restrictions, separator} = definition;
  const type = text(definition.type);
  const rules = records(
    Array.isArray(restrictions) ? restrictions : (Object(restrictions) as {restrictions?: unknown}).restrictions,
  );
  const bounds = (rule: string): string[] =>
    rules.filter((one) => one['type'] === rule).map((one) => text(one['value']));
  const required = bounds('Required').length > 0;
  const several = choices(bounds('Multiset'));
  const isYesOrNo = type === 'BOOLEAN';
  const set = isYesOrNo ? [...YES_OR_NO.keys()] : choices(bounds('Set'));
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
        // What stands there need not be in the list.
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
      const high = bounds('MaxValue').find((bound) => compare(value, bound) > 0);
      return low !== undefined ? `At least ${low}.` : high !== undefined ? `At most ${high}.` : '';
    },
  };
}
