import {InteractionApiError} from '../interaction-api/errors.js';
import {readExtension} from './phone-number/extension.js';
import {dialRefusal} from './phone-number/problems.js';
import {readNumber} from './phone-number/read-number.js';

/** Options of a dial that concern its number. */
export interface NumberOptions {
  readonly extension?: unknown;
  readonly asWritten?: boolean;
}

/** The number that is sent to the adapter, and the extension that the agent can send later. */
export interface ReadDial {
  readonly number: string;
  readonly extension: string | undefined;
}

/**
 * Returns the number to dial.
 *
 * @param options If `extension` is missing, the extension in the number is used.
 * @throws `InteractionApiError` if the number or the extension cannot be used. The message says why.
 */
export function readDial(input: unknown, options: NumberOptions): ReadDial {
  const {number, extension} = options.asWritten ? asWritten(input) : readOrRefuse(input);
  return {number, extension: 'extension' in options ? extensionOrRefuse(options.extension) : extension};
}

function readOrRefuse(input: unknown): ReadDial {
  const read = readNumber(input);
  if (read.problem) throw dialRefusal(read.problem, input);
  return read;
}

/** Refuses only what is certainly not a number, because a page may use any format. */
function asWritten(input: unknown): ReadDial {
  const {problem} = readNumber(input);
  if (problem === 'empty' || problem === 'type' || problem === 'agent') throw dialRefusal(problem, input);
  return {number: String(input), extension: undefined};
}

function extensionOrRefuse(value: unknown): string | undefined {
  const extension = readExtension(value);
  if (extension !== undefined) return extension || undefined;
  throw new InteractionApiError(
    'Generic',
    'The extension is not valid. Use only digits, * and #, with a comma for a pause.',
    'click2dial',
  );
}
