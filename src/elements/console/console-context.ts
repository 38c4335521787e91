import type {InteractionService} from '../../service/interaction-service.js';

/** Functions of the console that its parts use. */
export interface ConsoleContext {
  /** The service that the console acts on, while the console is in the page. */
  readonly service: InteractionService | undefined;
  /** Announces a text to screen readers. */
  announce(text: string): void;
  /** Removes the error that is shown, runs `action`, and shows its error if it fails. */
  attempt(action: () => unknown): void;
  /** Shows an error, and dispatches a `five9-error` event. */
  fail(error: unknown): void;
  /** Copies a text to the clipboard. */
  copyText(text: string): void;
}
