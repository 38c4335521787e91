import {randomHex} from '../../transport/envelope.js';
import type {Unsubscribe} from '../contact-center/events.js';
import {ASKED_APIS, type AskedApi, type PageAsker} from '../contact-center/page/page-asker.js';
import type {ApiEvent, PageMessage, Question, QuestionAnswer} from './batch.js';
import {plainAnswer} from './plain-answer.js';

/** Functions that `PageClients` uses. */
export interface PageClientsOptions {
  /** Sends a message to the server, after the earlier requests of the page. */
  send(message: PageMessage): void;
  /** Sends a message to the server, even if the page is closing. */
  sendLast(message: PageMessage): void;
  isMaster(): boolean;
}

/**
 * The clients of the adapter in this page. Asks them the questions of a contact centre on a server, and reports the
 * number of clients to the server.
 */
export class PageClients {
  /** Id of this page. It is new after each load of the page, so the page never gets a question of the page before. */
  readonly #page = randomHex();
  readonly #options: PageClientsOptions;
  #asker: PageAsker | undefined;
  #reportCount = 0;
  #isReportDue = false;

  constructor(options: PageClientsOptions) {
    this.#options = options;
  }

  /** Sets the adapter of this page. Returns a function that removes it. */
  attach(asker: PageAsker): Unsubscribe {
    this.#asker = asker;
    return () => {
      if (this.#asker === asker) this.#asker = undefined;
    };
  }

  /** Reports that a client has connected to an API. */
  reportConnected(api: AskedApi): void {
    this.#options.send(this.#newReport(api));
  }

  /** Reports that clients have disconnected. Several clients that disconnect in the same task cause one report. */
  reportDisconnected(): void {
    if (this.#isReportDue) return;
    this.#isReportDue = true;
    queueMicrotask(() => {
      this.#isReportDue = false;
      this.#options.sendLast(this.#newReport());
    });
  }

  /**
   * Reports that this page has no client any more, because it is closing. Does not wait for the end of the task: the
   * document of a removed frame can no longer send anything then.
   */
  reportClosing(): void {
    if (!this.#reportCount) return;
    this.#options.sendLast({page: this.#page, report: ++this.#reportCount, clients: {}, isMaster: false});
  }

  /** Reports the clients again, if there are some. */
  reportAgain(): void {
    if (ASKED_APIS.some((api) => this.#clients(api))) this.#options.send(this.#newReport());
  }

  /** Reports the clients again if the server does not know this page any more. */
  check(pages: readonly string[]): void {
    if (!pages.includes(this.#page)) this.reportAgain();
  }

  /** Handles an event of the server for the clients. Ignores events for other pages, and questions that have ended. */
  receive(event: Question | ApiEvent, openQuestions: readonly string[]): void {
    if (!event.pages.includes(this.#page)) return;
    if (event.kind === 'api event') {
      const {api, name, data, receivers} = event;
      this.#asker?.send(api, name, data, receivers);
    } else if (openQuestions.includes(event.id)) void this.#ask(event);
  }

  async #ask({id: question, api, method, params, timeout, receivers}: Question): Promise<void> {
    const answer = (content: QuestionAnswer): void => {
      this.#options.send({page: this.#page, ...content});
    };
    if (!this.#asker || !this.#clients(api)) {
      answer({question, gone: true});
      return;
    }
    this.#options.send({page: this.#page, seen: question});
    const onExtraAnswer = (): void => {
      answer({question, extra: true});
    };
    try {
      const response = await this.#asker.ask(api, method, params, {timeout, onExtraAnswer, receivers});
      answer({question, ...plainAnswer({response})});
    } catch (error) {
      answer({question, ...(isUnanswered(error) ? {gone: true} : plainAnswer({error}))});
    }
  }

  #clients(api: AskedApi): number {
    return this.#asker?.clients(api) ?? 0;
  }

  #newReport(connected?: AskedApi): PageMessage {
    const clients = Object.fromEntries(ASKED_APIS.map((api) => [api, this.#clients(api)]));
    const isMaster = this.#options.isMaster();
    return {page: this.#page, report: ++this.#reportCount, clients, isMaster, ...(connected && {connected})};
  }
}

/** Returns whether no client has answered. Compares the name, because the adapter is in another bundle. */
const isUnanswered = (error: unknown): boolean => (error as Error | null)?.name === 'PageRequestError';
