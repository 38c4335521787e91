import {InteractionApiError} from '../../interaction-api/errors.js';

/**
 * The reason why a value is not a phone number.
 * - `empty`: There is no number.
 * - `type`: The value is neither a text nor a whole number.
 * - `no-digits`: The text contains no digit.
 * - `several`: The text contains more than one number.
 * - `too-long`: The number has more than 15 digits.
 * - `masked`: Some digits are hidden, for example in `(925) ***-0111`.
 * - `letters`: The text contains letters, for example `1-800-FLOWERS`.
 * - `agent`: The text is the login of an agent, for example `agent:jill`.
 * - `decimal`: The text is a number with decimals, for example `9250000111.0` from a spreadsheet.
 * - `characters`: The text contains other characters that no phone number contains.
 */
export type NumberProblem =
  'empty' | 'type' | 'no-digits' | 'several' | 'too-long' | 'masked' | 'letters' | 'agent' | 'decimal' | 'characters';

/** What each problem means, and what to do. */
const REASONS: Record<NumberProblem, string> = {
  empty: 'An empty text is not a number that can be dialled. Set the number.',
  type: 'The value is not a number that can be dialled. Set a text, for example “+1 925 555 0100”, or a whole number.',
  'no-digits': 'It contains no digits. Set a number with digits.',
  several: 'It contains more than one number. Dial one number at a time.',
  'too-long': 'A phone number has at most 15 digits. Check the number.',
  masked: 'Some of its digits are hidden. Use the complete number.',
  letters: 'It contains letters. Write the number only with digits.',
  agent: 'The login of an agent is not a number that can be dialled. Dial a phone number.',
  decimal: 'It has decimals. Remove the decimal point and the digits after it.',
  characters: 'It contains characters that do not belong to a number. Write the number only with digits.',
};

/** Problems whose words do not show the value: there is none, or it is the login of an agent. */
const WITHOUT_TEXT: readonly NumberProblem[] = ['empty', 'type', 'agent'];
/** Maximum length of a value in a message. */
const SHOWN_LENGTH = 60;

/**
 * Returns a sentence for the user: why a value cannot be dialled, and what to do.
 *
 * @param input The value that is not a phone number.
 */
export function problemWords(problem: NumberProblem, input: unknown): string {
  const reason = REASONS[problem];
  if (WITHOUT_TEXT.includes(problem)) return reason;
  const text = String(input).trim().replace(/\s+/g, ' ');
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  return `“${shown}” is not a number that can be dialled. ${reason}`;
}

/** Creates the error with which a dial is refused. */
export const dialRefusal = (problem: NumberProblem, input: unknown): InteractionApiError =>
  new InteractionApiError('Generic', problemWords(problem, input), 'click2dial');
