/**
 * Returns the names or ids in a list, or in a text with spaces or commas.
 *
 * @throws `Error` if there is no name or id
 */
export function namesIn(value: unknown): string[] {
  const texts = [value].flat().filter((item) => typeof item === 'string' || typeof item === 'number');
  const list = texts
    .join(' ')
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!list.length) throw new Error('Enter at least one name or id.');
  return list;
}
