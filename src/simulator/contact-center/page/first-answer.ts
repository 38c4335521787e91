import {isPageRequestError} from './page-request-error.js';

/**
 * Resolves with the first answer to a question that was sent on several ways. An error of a page is an answer too. If no
 * page has answered on one way, another way can still bring the answer.
 *
 * @param onExtraAnswer Called for each value that comes after the first answer.
 */
export function firstAnswer(questions: readonly Promise<unknown>[], onExtraAnswer: () => void): Promise<unknown> {
  return new Promise((resolve) => {
    let open = questions.length;
    let isAnswered = false;
    for (const question of questions) {
      question.then(
        (value) => {
          if (isAnswered) onExtraAnswer();
          isAnswered = true;
          resolve(value);
        },
        (error: unknown) => {
          open--;
          if (open > 0 && isPageRequestError(error)) return;
          isAnswered = true;
          // Reject with the error of this question.
          resolve(question);
        },
      );
    }
  });
}
