import {PendingRequests} from '../adapter/pending-requests.js';
import {type Clock, systemClock} from '../contact-center/clock.js';
import {Listeners, type Unsubscribe} from '../contact-center/events.js';
import type {AskedApi, AskOptions, PageAsker, Receivers} from '../contact-center/page/page-asker.js';
import {newId} from '../../transport/envelope.js';
import type {ApiEvent, PageMessage, PageReport, Question, QuestionAnswer} from './batch.js';

/** Options of `ServedPages`. */
export interface ServedPagesOptions {
  /** Returns which tabs of the agent are asked. @default every tab */
  askedTabs?: () => 'all' | 'master';
  /**
   * Milliseconds in which a page must confirm that it has received a question. Otherwise the page has crashed, or has
   * lost its connection, and is not asked until it reports its clients again.
   * @default 10000
   */
  confirmWithin?: number;
  clock?: Clock;
}

/** A question that some pages have not confirmed yet. */
interface Unconfirmed {
  readonly pages: Set<string>;
  readonly timer: unknown;
}

/**
 * Maximum number of questions for which a second answer of the same page is reported. `state()` shows fewer questions.
 */
const MAX_ANSWERED = 100;

/** Maximum number of pages without clients whose last report is stored. */
const MAX_IDLE = 100;

/**
 * Asks the clients of adapters' pages in other processes. A server attaches it to its contact centre, sends the events
 * to the pages, and passes on the messages of the pages.
 *
 * Each page reports its clients. A question goes to every page that has clients of its API. The first answer of any
 * page counts. A question ends at its time limit, or when no page can answer any more.
 */
export class ServedPages implements PageAsker {
  readonly #askedTabs: () => 'all' | 'master';
  readonly #confirmWithin: number;
  readonly #clock: Clock;
  readonly #reports = new Map<string, PageReport>();
  /** The page to which a client has connected last, by API. */
  readonly #newest = new Map<AskedApi, string>();
  readonly #pending: PendingRequests<string>;
  readonly #events = new Listeners<Question | ApiEvent>();
  readonly #open = new Set<string>();
  readonly #unconfirmed = new Map<string, Unconfirmed>();
  /** Functions that report another answer of a page that has answered already, by question. */
  readonly #onExtraAnswer = new Map<string, () => void>();

  constructor({askedTabs = () => 'all', confirmWithin = 10_000, clock = systemClock}: ServedPagesOptions = {}) {
    this.#askedTabs = askedTabs;
    this.#confirmWithin = confirmWithin;
    this.#clock = clock;
    // The ids differ in each run of the server, because a page may answer a question of the run before.
    this.#pending = new PendingRequests(clock, newId('question'));
  }

  /** Ids of the pages that have clients. */
  get pages(): string[] {
    return [...this.#reports].filter(([, report]) => hasClients(report)).map(([page]) => page);
  }

  /** Ids of the questions that have no answer yet. */
  get openQuestions(): string[] {
    return [...this.#open];
  }

  /** Calls `listener` with each question and each event for the pages. */
  subscribe(listener: (event: Question | ApiEvent) => void): Unsubscribe {
    return this.#events.add(listener);
  }

  clients(api: AskedApi): number {
    return this.#asked(api).reduce((sum, [, {clients}]) => sum + (clients[api] ?? 0), 0);
  }

  ask(api: AskedApi, method: string, params: unknown, options: AskOptions): Promise<unknown> {
    const {receivers = 'all'} = options;
    const pages = this.#pagesOf(api, receivers);
    let question = '';
    const answered = this.#pending.add(method, pages, options, (id) => {
      question = id;
      this.#open.add(id);
      this.#awaitConfirmation(id, pages);
      this.#onExtraAnswer.set(id, options.onExtraAnswer);
      const timeout = Number.isFinite(options.timeout) ? options.timeout : 0;
      this.#events.notify({kind: 'question', id, pages, api, method, params, timeout, receivers});
    });
    const end = (): void => {
      this.#open.delete(question);
      this.#forgetOldest();
    };
    answered.then(end, end);
    return answered;
  }

  send(api: AskedApi, name: string, data: unknown, receivers: Receivers = 'all'): void {
    this.#events.notify({kind: 'api event', pages: this.#pagesOf(api, receivers), api, name, data, receivers});
  }

  /** Handles a message of a page. */
  receive(message: PageMessage): void {
    if ('clients' in message) this.#report(message);
    else if ('seen' in message) this.#confirm(message.page, message.seen);
    else this.#answer(message.page, message);
  }

  #asked(api: AskedApi): [string, PageReport][] {
    const isAsked = ({clients, isMaster}: PageReport): boolean =>
      (clients[api] ?? 0) > 0 && (isMaster || this.#askedTabs() === 'all');
    return [...this.#reports].filter(([, report]) => isAsked(report));
  }

  /** Returns the pages that get a message. If the newest page has no client any more, all pages get the message. */
  #pagesOf(api: AskedApi, receivers: Receivers): string[] {
    const pages = this.#asked(api).map(([page]) => page);
    const newest = this.#newest.get(api);
    return receivers === 'newest' && newest !== undefined && pages.includes(newest) ? [newest] : pages;
  }

  #report({page, ...report}: PageReport & {page: string}): void {
    const isLate = report.report < (this.#reports.get(page)?.report ?? 0);
    if (isLate) return;
    this.#reports.set(page, report);
    if (report.connected) this.#newest.set(report.connected, page);
    if (hasClients(report)) return;
    this.#pending.disconnected(page);
    this.#forgetIdlePages();
  }

  #answer(page: string, answer: QuestionAnswer): void {
    const {question} = answer;
    this.#confirm(page, question);
    if ('extra' in answer) this.#onExtraAnswer.get(question)?.();
    else if ('gone' in answer) this.#pending.withdraw(page, question);
    else this.#pending.answer(page, question, {...answer});
  }

  /** Removes the pages that do not confirm in time that they have received a question. */
  #awaitConfirmation(question: string, pages: readonly string[]): void {
    const unconfirmed = new Set(pages);
    const timer = this.#clock.setTimeout(() => {
      this.#unconfirmed.delete(question);
      for (const page of unconfirmed) {
        this.#reports.delete(page);
        this.#pending.disconnected(page);
      }
    }, this.#confirmWithin);
    this.#unconfirmed.set(question, {pages: unconfirmed, timer});
  }

  #confirm(page: string, question: string): void {
    const unconfirmed = this.#unconfirmed.get(question);
    if (!unconfirmed) return;
    unconfirmed.pages.delete(page);
    if (unconfirmed.pages.size) return;
    this.#clock.clearTimeout(unconfirmed.timer);
    this.#unconfirmed.delete(question);
  }

  #forgetIdlePages(): void {
    const idle = [...this.#reports].filter(([, report]) => !hasClients(report));
    for (const [page] of idle.slice(0, -MAX_IDLE)) this.#reports.delete(page);
  }

  #forgetOldest(): void {
    for (const id of this.#onExtraAnswer.keys()) {
      if (this.#onExtraAnswer.size <= MAX_ANSWERED) return;
      if (!this.#open.has(id)) this.#onExtraAnswer.delete(id);
    }
  }
}

const hasClients = ({clients}: PageReport): boolean => Object.values(clients).some((count) => count > 0);
