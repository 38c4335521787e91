import type {AskedApi} from './page-asker.js';

/** A question to the pages of the agent, as `state()` shows it. */
export interface AskedQuestion {
  readonly number: number;
  /** Time of the question, in milliseconds since 1970. */
  readonly at: number;
  readonly api: AskedApi;
  readonly method: string;
  /**
   * `waiting` until the first answer. `no opinion`: no page implements the question. `failed`: a page has answered with
   * an error, or has gone away.
   */
  outcome: 'waiting' | 'answered' | 'no opinion' | 'failed' | 'timeout';
  /** Number of pages that were connected. */
  readonly asked: number;
  /** Number of answers. More than one means that several pages act on the same question, so a log is saved twice. */
  answers: number;
  /** The decision of a hook, for example `Cancel`. */
  decision?: string;
  /** The error of the page, as text. */
  error?: string;
  /** What is wrong with the answer, as text. */
  problem?: string;
}

/** Maximum number of stored questions. */
const MAX_QUESTIONS = 50;

/** The last questions to the pages of the agent, oldest first. */
export class QuestionJournal {
  #questions: AskedQuestion[] = [];
  #count = 0;

  get questions(): readonly AskedQuestion[] {
    return this.#questions;
  }

  /** Adds a question. The caller changes the returned entry when the answer comes. */
  add(question: Pick<AskedQuestion, 'at' | 'api' | 'method' | 'asked'>): AskedQuestion {
    const entry: AskedQuestion = {number: ++this.#count, ...question, outcome: 'waiting', answers: 0};
    this.#questions = [...this.#questions, entry].slice(-MAX_QUESTIONS);
    return entry;
  }

  clear(): void {
    this.#questions = [];
  }
}
