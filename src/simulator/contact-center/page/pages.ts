import type {CenterContext} from '../center-context.js';
import type {Unsubscribe} from '../events.js';
import type {Faults} from '../faults.js';
import {firstAnswer} from './first-answer.js';
import {ASKED_APIS, type AskedApi, type PageAsker, type Receivers} from './page-asker.js';
import {isPageRequestError, PageRequestError} from './page-request-error.js';
import {textOfError} from './page-text.js';
import {type AskedQuestion, QuestionJournal} from './question-journal.js';
import {type Steps, wait} from './steps.js';

/** The answer of the pages: a value, no opinion (no page implements the question), or an error. */
export type PageAnswer =
  | {
      readonly kind: 'answer';
      readonly value: unknown;
      /** The question in the journal, for what the adapter makes of the answer. */
      readonly entry: AskedQuestion;
    }
  | {readonly kind: 'none'}
  | {readonly kind: 'error'; readonly error: unknown};

/** Options of a question to the pages. */
export interface QuestionOptions {
  /** @default 'all' */
  receivers?: Receivers;
  /** Called when a second page has answered. */
  whenAnsweredAgain?: () => void;
}

/** Text with which a page answers a question that it does not implement. */
const NOT_IMPLEMENTED = /^Not Implemented/;

export type Pages = ReturnType<typeof createPages>;

/** Creates the object that asks the pages of the agent, and sends them the events of the sister APIs. */
export function createPages({clock, options, stream}: CenterContext, faults: Faults) {
  const askers = new Set<PageAsker>();
  const journal = new QuestionJournal();

  const withClients = (api: AskedApi): PageAsker[] => [...askers].filter((asker) => asker.clients(api) > 0);
  const askersFor = (api: AskedApi, receivers: Receivers): PageAsker[] =>
    receivers === 'newest' ? withClients(api).slice(-1) : withClients(api);
  const count = (api: AskedApi): number => withClients(api).reduce((sum, asker) => sum + asker.clients(api), 0);

  /** Asks the pages of every adapter. Resolves with the first answer. */
  function askAll(
    api: AskedApi,
    method: string,
    params: unknown,
    {receivers = 'all', whenAnsweredAgain}: QuestionOptions,
    entry: AskedQuestion,
  ): Promise<unknown> {
    const onExtraAnswer = (): void => {
      stream.change(() => {
        entry.answers++;
        if (entry.outcome === 'no opinion') {
          entry.problem =
            'A page answered, but another page had answered first that it does not implement the question.';
        } else {
          whenAnsweredAgain?.();
        }
      });
    };
    const askOptions = {timeout: options.questionTimeout, onExtraAnswer, receivers};
    return firstAnswer(
      askersFor(api, receivers).map((asker) => asker.ask(api, method, structuredClone(params), askOptions)),
      onExtraAnswer,
    );
  }

  /** Ends a question at its time limit, also if an adapter never reports the end. */
  async function withTimeLimit(method: string, question: Promise<unknown>): Promise<unknown> {
    const milliseconds = options.questionTimeout || Infinity;
    let timer: unknown;
    const limit = new Promise<never>((_, reject) => {
      timer = clock.setTimeout(() => {
        reject(new PageRequestError('Timeout', method));
      }, milliseconds);
    });
    try {
      return await Promise.race([question, limit]);
    } finally {
      clock.clearTimeout(timer);
    }
  }

  /** Records the outcome of a question. */
  function settle(entry: AskedQuestion, answer: PageAnswer): void {
    if (answer.kind === 'none') {
      entry.outcome = 'no opinion';
    } else if (answer.kind === 'answer') {
      entry.outcome = 'answered';
      entry.answers++;
    } else {
      const isUnanswered = isPageRequestError(answer.error);
      entry.outcome = isUnanswered && answer.error.code === 'Timeout' ? 'timeout' : 'failed';
      entry.error = textOfError(answer.error);
      if (!isUnanswered) entry.answers++;
    }
  }

  return {
    count,

    /** Connected pages and questions, for `state()`. */
    state: () => ({
      connectedPages: Object.fromEntries(ASKED_APIS.map((api) => [api, count(api)])) as Record<AskedApi, number>,
      questions: journal.questions,
    }),

    clear: () => {
      journal.clear();
    },

    /** Adds a way to ask pages. Returns a function that removes it. */
    attach(asker: PageAsker): Unsubscribe {
      askers.add(asker);
      return () => askers.delete(asker);
    },

    /** Sends an event to the pages that are connected to an API. */
    send(api: AskedApi, name: string, data?: unknown, receivers: Receivers = 'all'): void {
      for (const asker of askersFor(api, receivers)) asker.send(api, name, structuredClone(data), receivers);
    },

    /** Asks the pages. Without a connected page, returns at once. */
    *ask(api: AskedApi, method: string, params?: unknown, options: QuestionOptions = {}): Steps<PageAnswer> {
      const asked = count(api);
      if (!asked) return {kind: 'none'};
      stream.flush();
      const entry = journal.add({at: clock.now(), api, method, asked});
      let answer: PageAnswer;
      try {
        const question = faults.ask(method, () => askAll(api, method, params, options, entry));
        answer = {kind: 'answer', value: yield* wait(withTimeLimit(method, question)), entry};
      } catch (error) {
        answer = NOT_IMPLEMENTED.test(textOfError(error)) ? {kind: 'none'} : {kind: 'error', error};
      }
      settle(entry, answer);
      return answer;
    },
  };
}
