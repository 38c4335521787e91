import type {CenterContext} from '../center-context.js';
import type {Unsubscribe} from '../events.js';
import type {AskedApi, PageAsker} from './page-asker.js';
import {type AskedQuestion, QuestionJournal} from './question-journal.js';
import {type Steps, wait} from './steps.js';

/** The answer of the pages: a value, no opinion (no page implements the question), or an error. */
export type PageAnswer =
  | {readonly kind: 'answer'; readonly value: unknown}
  | {readonly kind: 'none'}
  | {readonly kind: 'error'; readonly error: unknown};

/** Text with which a page answers a question that it does not implement. */
const NOT_IMPLEMENTED = /^Not Implemented/;

export type Pages = ReturnType<typeof createPages>;

/** Creates the object that asks the pages of the agent, and sends them the events of the sister APIs. */
export function createPages({clock, options, stream}: CenterContext) {
  const askers = new Set<PageAsker>();
  const journal = new QuestionJournal();

  const withClients = (api: AskedApi): PageAsker[] => [...askers].filter((asker) => asker.clients(api) > 0);

  /** Asks every page of every adapter. Resolves with the first answer. */
  function askAll(api: AskedApi, method: string, params: unknown, entry: AskedQuestion): Promise<unknown> {
    const onExtraAnswer = (): void => {
      stream.change(() => {
        entry.answers++;
      });
    };
    const asked = withClients(api);
    return Promise.race(
      asked.map((asker) => asker.ask(api, method, params, {timeout: options.questionTimeout, onExtraAnswer})),
    );
  }

  /** Records the outcome of a question. */
  function settle(entry: AskedQuestion, answer: PageAnswer): void {
    entry.answers++;
    if (answer.kind === 'answer') entry.outcome = 'answered';
    else if (answer.kind === 'none') entry.outcome = 'no opinion';
    else {
      entry.outcome = (answer.error as {code?: unknown} | null)?.code === 'Timeout' ? 'timeout' : 'failed';
      entry.error = textOfError(answer.error);
    }
  }

  return {
    /** Questions for `state()`. */
    state: () => ({questions: journal.questions}),

    clear: () => {
      journal.clear();
    },

    /** Adds a way to ask pages. Returns a function that removes it. */
    attach(asker: PageAsker): Unsubscribe {
      askers.add(asker);
      return () => askers.delete(asker);
    },

    /** Returns whether a page is connected to an API. */
    hasClient: (api: AskedApi): boolean => withClients(api).length > 0,

    /** Sends an event to every page that is connected to an API. */
    send(api: AskedApi, name: string, data?: unknown): void {
      for (const asker of withClients(api)) asker.send(api, name, data);
    },

    /** Asks the pages. Without a connected page, returns at once. */
    *ask(api: AskedApi, method: string, params?: unknown): Steps<PageAnswer> {
      const asked = withClients(api).reduce((sum, asker) => sum + asker.clients(api), 0);
      if (!asked) return {kind: 'none'};
      const entry = journal.add({at: clock.now(), api, method, asked});
      let answer: PageAnswer;
      try {
        const value = yield* wait(askAll(api, method, structuredClone(params), entry));
        answer = {kind: 'answer', value};
      } catch (error) {
        answer = NOT_IMPLEMENTED.test(textOfError(error)) ? {kind: 'none'} : {kind: 'error', error};
      }
      settle(entry, answer);
      return answer;
    },
  };
}

/** Returns an error of a page as text. */
export function textOfError(error: unknown): string {
  if (error instanceof Error) return error.message;
  const {message, errorMessage} = Object(error) as Partial<Record<string, unknown>>;
  for (const text of [error, errorMessage, message]) if (typeof text === 'string') return text;
  return 'The page answered with an error without a text.';
}
