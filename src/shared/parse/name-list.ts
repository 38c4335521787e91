/**
 * Returns the names in an attribute. If it has a comma, names stand between commas and may hold spaces; else they stand
 * between spaces. An attribute that was removed (`null`) has none.
 */
export function nameList(attribute: string | null | undefined): string[] {
  const list = attribute ?? '';
  const separator = list.includes(',') ? ',' : /\s/;
  return list
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
