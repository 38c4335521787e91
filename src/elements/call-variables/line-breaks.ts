/** A character that ends a line. An input removes some of these characters, and shows none of them as the end of a line. */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
/** A line break whose form a textarea does not keep. */
const CHANGED_BREAK = /\r\n|[\r\n]/g;

/** Returns whether a text has several lines. */
export const hasLineBreak = (text: string): boolean => LINE_BREAK.test(text);

/** Returns the `value` of a textarea that shows a text. All line breaks are `\n`. */
export const asInTextarea = (text: string): string => text.replace(CHANGED_BREAK, '\n');

/**
 * Returns the text of a textarea with the line breaks that it had before an edit. The text before and after the edited
 * part stays the same, character for character. A new line break has the form of the line break before it, or of the
 * one after it.
 *
 * @param edited The `value` of the textarea.
 * @param before The text before the edit.
 * @param original A text whose line breaks are an example if `before` has none.
 */
export function keepLineBreaks(edited: string, before: string, original: string): string {
  // Each entry is one character in the textarea.
  const characters = before.match(/\r\n|[^]/g) ?? [];
  const shown = asInTextarea(before);
  const longest = Math.min(shown.length, edited.length);
  let start = 0;
  while (start < longest && shown[start] === edited[start]) start++;
  let end = 0;
  while (end < longest - start && shown.at(-1 - end) === edited.at(-1 - end)) end++;
  const startText = characters.slice(0, start).join('');
  const endText = characters.slice(characters.length - end).join('');
  const form =
    breaksOf(startText).at(-1) ?? breaksOf(endText)[0] ?? breaksOf(before)[0] ?? breaksOf(original)[0] ?? '\n';
  const changed = edited.slice(start, edited.length - end);
  return joined(joined(startText, changed.replaceAll('\n', form)), endText);
}

/** Joins two texts. A `\r` before a `\n` would become one line break, so the second one becomes a `\r` too. */
const joined = (start: string, end: string): string =>
  start.endsWith('\r') && end.startsWith('\n') ? `${start}\r${end.slice(1)}` : start + end;

const breaksOf = (text: string): string[] => text.match(CHANGED_BREAK) ?? [];
