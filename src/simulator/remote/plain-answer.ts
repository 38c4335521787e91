import {isRecord} from '../../interaction-api/is-record.js';
import {toJson} from '../json.js';

/** The answer of a client to a question: a response or an error. */
export type PlainAnswer = {response: unknown} | {error: unknown};

/**
 * Returns an answer of a client as data that JSON can represent, as far as possible. An `Error` becomes an object with
 * its name and its message. If JSON cannot represent the answer, returns an error that says so.
 */
export function plainAnswer(answer: PlainAnswer): PlainAnswer {
  if ('error' in answer) return {error: plainError(answer.error)};
  const {response} = answer;
  if (isRecord(response) && toJson(response) === 'null') {
    return {error: 'The answer of the page cannot be sent to the server, because JSON cannot represent it.'};
  }
  return {response: response ?? null};
}

function plainError(error: unknown): unknown {
  if (error instanceof Error) return {name: error.name, message: error.message};
  return error ?? 'Unknown error';
}
