import type {CallOutcome} from '../observe-calls.js';
import {canonicalJson, plainCopy} from '../json.js';
import {recordedError} from '../recording/recorder.js';
import type {RecordedError, RecordedQuestion} from '../recording/recording.js';
import {maskAnswer} from '../recording/scrub.js';

/** The answer of a page: a result or an error. */
export interface PageAnswer {
  readonly result?: unknown;
  readonly error?: RecordedError;
}

/** Two answers of the page to the same question. */
export interface AnswerDifference {
  /** The answer in the recording. */
  readonly recorded: PageAnswer;
  /** The answer in the replay. */
  readonly answer: PageAnswer;
}

/**
 * Returns the recorded answer and the answer in the replay if they differ. In a scrubbed recording, personal data was
 * replaced, so only the form of the answer and the data that is not personal is compared.
 */
export function compareAnswers(
  question: RecordedQuestion,
  {result, error}: Pick<CallOutcome, 'result' | 'error'>,
  isScrubbed: boolean,
): AnswerDifference | undefined {
  const recorded = question.error ? {error: question.error} : {result: question.result ?? null};
  // A question without an answer in the recording has nothing to compare.
  if (question.took === undefined) return undefined;
  const answer = error === undefined ? {result: plainCopy(result) ?? null} : {error: recordedError(error)};
  const comparable = ({result: value, error: failure}: PageAnswer): string => {
    const one = failure ? {error: withoutClass(failure.errorMessage)} : {result: value};
    return canonicalJson(isScrubbed ? maskAnswer(one, question.method) : one);
  };
  return comparable(recorded) === comparable(answer) ? undefined : {recorded, answer};
}

/**
 * Returns the text of an error without the name of its class. The adapter gets the name only of an error that the page
 * throws before it waits.
 */
const withoutClass = (errorMessage: string): string => errorMessage.replace(/^\w*Error: /, '');
