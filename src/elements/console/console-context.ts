import type {InteractionService} from '../../service/interaction-service.js';
import type {RecordedQuestion} from './recording/recording.js';
import type {AnswerDifference} from './replay/compare-answers.js';

/** Data and functions of the console for `ConsoleCalls` and `SessionRecording`. */
export interface ConsoleContext {
  /** The service that the console uses; `undefined` while the console is not in the page. */
  readonly service: InteractionService | undefined;
  /** Announces a text to screen readers. */
  announce(text: string): void;
  /** Removes the shown error, and runs `action`. If `action` fails, shows the new error. */
  attempt(action: () => unknown): void;
  /** Shows an error, and dispatches a `five9-error` event. */
  fail(error: unknown): void;
  /** Adds an entry to the log, because the page has answered a question of a replay differently than in the recording. */
  logDifference(question: RecordedQuestion, answers: AnswerDifference): void;
  /** Copies a text to the clipboard. */
  copyText(text: string): void;
}
