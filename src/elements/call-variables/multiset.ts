/** Returns the values in the text of a variable with several values, without the blanks around them. */
export const splitValues = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((value) => value.trim())
    .filter((value) => value !== '');

/**
 * Returns the text of a variable with several values. Keeps the text before the edit if it has the same values.
 * Otherwise keeps the order of its values, and the blanks between them if they are the same everywhere.
 */
export function joinValues(chosen: readonly string[], separator: string, before: string): string {
  const valuesBefore = splitValues(before, separator);
  const kept = valuesBefore.filter((value) => chosen.includes(value));
  const added = chosen.filter((value) => !valuesBefore.includes(value));
  if (!added.length && kept.length === valuesBefore.length) return before;
  return [...kept, ...added].join(separatorWithBlanks(before, separator));
}

/** Returns the separator with the blanks that a text has around it; without blanks if they are not always the same. */
function separatorWithBlanks(text: string, separator: string): string {
  const parts = text.split(separator);
  const blanks = new Set(
    parts.slice(1).map((part, index) => {
      const blanksBefore = /\s*$/.exec(parts[index] ?? '')?.[0] ?? '';
      const blanksAfter = /^\s*/.exec(part)?.[0] ?? '';
      return blanksBefore + separator + blanksAfter;
    }),
  );
  const [only = separator] = blanks;
  return blanks.size === 1 ? only : separator;
}
