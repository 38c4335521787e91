import {parseTemplate} from 'url-template';
import {textOf} from '../../interaction-api/text-of.js';

/** Values of the variables in a template. */
export type TemplateValues = Readonly<Record<string, unknown>>;

/** Returns the names of the variables in a URI template (RFC 6570). */
export function variablesIn(template: string): string[] {
  return [...template.matchAll(/\{[+#./;?&]?([^{}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace(/(?:\*|:\d+)$/, '')),
  );
}

/**
 * Returns the address that a URI template (RFC 6570) describes. Values are encoded. Only texts and numbers are used.
 *
 * @returns `undefined` if the template has variables and none of them has a value
 */
export function expandTemplate(template: string, values: TemplateValues): string | undefined {
  const names = variablesIn(template);
  const used = names.flatMap((name) => {
    const text = Object.hasOwn(values, name) ? textOf(values[name])?.trim() : '';
    return text ? [[name, text] as const] : [];
  });
  if (names.length > 0 && used.length === 0) return undefined;
  return parseTemplate(template).expand(Object.fromEntries(used));
}
