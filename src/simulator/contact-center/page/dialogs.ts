import {expect} from '../command.js';
import type {CenterContext} from '../center-context.js';
import {shownText} from './page-text.js';
import {type Steps, wait} from './steps.js';

/** A question of a hook to the agent, with the answers Yes and No. */
export interface Dialog {
  readonly id: number;
  readonly header: string;
  readonly message: string;
  /** The interaction that the question is about; missing if it is about no interaction. */
  readonly interactionId?: string;
}

interface OpenDialog extends Dialog {
  answer(isYes: boolean): void;
}

/** Maximum number of messages. The oldest message is removed first. */
const MAX_MESSAGES = 10;

export type Dialogs = ReturnType<typeof createDialogs>;

/** Creates the object that asks the agent, and shows messages to the agent, in the adapter. */
export function createDialogs({stream}: CenterContext) {
  let open: OpenDialog[] = [];
  let messages: string[] = [];
  let count = 0;

  function close(dialog: OpenDialog, isYes: boolean): void {
    open = open.filter((it) => it !== dialog);
    dialog.answer(isYes);
  }

  return {
    state: () => ({
      dialogs: open.map(({answer: _, ...dialog}): Dialog => dialog),
      messages,
    }),

    /** Asks the agent. Returns whether the agent has chosen Yes. */
    *confirm(question: Omit<Dialog, 'id'>): Steps<boolean> {
      const answered = new Promise<boolean>((answer) => {
        stream.change(() => {
          open = [...open, {...question, id: ++count, answer}];
        });
      });
      return yield* wait(answered);
    },

    /** Answers an open question. Throws a `CommandError` if there is no such question. */
    answer(id: number, isYes: boolean): void {
      const dialog = open.find((it) => it.id === id);
      expect(dialog, `no question ${shownText(id) ?? ''} is open.`);
      close(dialog, isYes);
    },

    /** Answers the open questions about an interaction with No, because the interaction is over. */
    endInteraction(interactionId: string): void {
      for (const dialog of open) if (dialog.interactionId === interactionId) close(dialog, false);
    },

    /** Shows an error message until it is hidden. */
    showMessage(text: string): void {
      const shown = shownText(text) ?? '';
      messages = [...messages.filter((it) => it !== shown), shown].slice(-MAX_MESSAGES);
    },

    /** Hides the error message with this text. Returns whether it was shown. */
    hideMessage(text: string): boolean {
      const hidden = shownText(text);
      const isShown = messages.some((it) => it === hidden);
      messages = messages.filter((it) => it !== hidden);
      return isShown;
    },

    /** Answers every open question with No, and hides every message. */
    clear(): void {
      for (const dialog of open) close(dialog, false);
      messages = [];
    },
  };
}
