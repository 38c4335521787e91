import {textOf} from '../../interaction-api/text-of.js';

/**
 * Returns the names in an attribute. If the attribute contains a comma, commas separate the names, and a name may
 * contain spaces. Otherwise spaces separate the names. An attribute that was removed (`null`) has no names.
 */
export function nameList(attribute: string | null | undefined): string[] {
  const list = textOf(attribute) ?? '';
  const separator = list.includes(',') ? ',' : /\s/;
  return list
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
