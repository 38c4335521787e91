import {parseTemplate} from 'url-template';
import {textOf} from '../../interaction-api/text-of.js';

/** Values of the variables in a template. */
export type TemplateValues = Readonly<Record<string, unknown>>;

/** An expression of a URI template: an operator, and variables with modifiers. */
const EXPRESSION = /\{[+#./;?&]?((?:[\w.%-]+(?:\*|:\d{1,4})?)(?:,[\w.%-]+(?:\*|:\d{1,4})?)*)\}/g;
/** Matches the start of the query or the fragment of a template. */
const AFTER_PATH = /[?#]|\{[?&#]/;
/** Matches `.` or `..` as a part of a path, also encoded. Browsers remove the part before `..` from an address. */
const DOT_SEGMENT = /(?:^|[/\\])(?:\.|%2e){1,2}(?=[/\\?#]|$)/i;

/**
 * Returns the address that a URI template (RFC 6570) describes. Only texts and numbers are used as values. They are
 * encoded.
 *
 * @returns `undefined` if a variable in the path has no value, or if no variable has a value, because the address would
 *   then be another one
 * @throws `TypeError` if the text is no template, or if a value changes the path
 */
export function expandTemplate(template: string, values: TemplateValues): string | undefined {
  const literal = template.replace(EXPRESSION, '');
  if (/[{}]/.test(literal)) throw new TypeError('a variable is not written as in {number}.');
  const names = variablesIn(template);
  const used = names.flatMap((name) => {
    const text = Object.hasOwn(values, name) ? textOf(values[name])?.trim() : '';
    return text ? [[name, wellFormed(text)] as const] : [];
  });
  const known = new Map(used);
  const [path = ''] = template.split(AFTER_PATH, 1);
  const isComplete = variablesIn(path).every((name) => known.has(name)) && (names.length === 0 || known.size > 0);
  if (!isComplete) return undefined;
  // An object without a prototype has no variables such as `constructor`.
  const context = Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(known));
  const address = parseTemplate(wellFormed(template)).expand(context);
  if (DOT_SEGMENT.test(pathOf(address)) && !DOT_SEGMENT.test(path)) {
    throw new TypeError('the value of a variable changes its path.');
  }
  return address;
}

/** Returns the names of the variables in a template. */
function variablesIn(template: string): string[] {
  return [...template.matchAll(EXPRESSION)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace(/\*$|:\d+$/, '')),
  );
}

const pathOf = (address: string): string => address.split(/[?#]/, 1)[0] ?? '';

/** Replaces half characters (lone surrogates), because they cannot be encoded. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
