import {expect} from '../command.js';
import type {CenterContext} from '../center-context.js';
import {type Steps, wait} from './steps.js';

/** A question of a hook to the agent, with the answers Yes and No. */
export interface Dialog {
  readonly id: number;
  readonly header: string;
  readonly message: string;
}

export type Dialogs = ReturnType<typeof createDialogs>;

/** Creates the object that asks the agent, and shows messages to the agent, in the adapter. */
export function createDialogs({stream}: CenterContext) {
  let open: (Dialog & {answer: (isYes: boolean) => void})[] = [];
  let messages: string[] = [];
  let count = 0;

  return {
    state: () => ({
      dialogs: open.map(({id, header, message}): Dialog => ({id, header, message})),
      messages,
    }),

    /** Asks the agent. Returns whether the agent has chosen Yes. */
    *confirm(header: string, message: string): Steps<boolean> {
      const id = ++count;
      const answered = new Promise<boolean>((answer) => {
        stream.change(() => {
          open = [...open, {id, header, message, answer}];
        });
      });
      return yield* wait(answered);
    },

    /** Answers an open question. Throws a `CommandError` if there is no such question. */
    answer(id: number, isYes: boolean): void {
      const dialog = open.find((it) => it.id === id);
      expect(dialog, `no question ${id} is open.`);
      open = open.filter((it) => it !== dialog);
      dialog.answer(isYes);
    },

    /** Shows an error message until it is hidden. */
    showMessage(text: string): void {
      messages = [...messages.filter((it) => it !== text), text];
    },

    /** Hides the error message with this text. */
    hideMessage(text: string): void {
      messages = messages.filter((it) => it !== text);
    },

    /** Answers every open question with No, and hides every message. */
    clear(): void {
      for (const {answer} of open) answer(false);
      open = [];
      messages = [];
    },
  };
}
