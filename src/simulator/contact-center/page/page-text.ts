import {textOf} from '../../../interaction-api/text-of.js';

/** Maximum number of characters of a text of a page that the adapter shows. */
const MAX_LENGTH = 1000;

/** Returns a value of a page as a text that the adapter can show; `undefined` if the value is no text and no number. */
export function shownText(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined || text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}

/** Returns an error of a page as text. */
export function textOfError(error: unknown): string {
  const {message, errorMessage} = Object(error) as Partial<Record<string, unknown>>;
  return (
    shownText(error) ??
    shownText(errorMessage) ??
    shownText(message) ??
    'The page answered with an error without a text.'
  );
}
