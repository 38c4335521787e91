import type {ContactCenter} from '../../src/simulator.js';
import {
  ASKED_APIS,
  type AskedApi,
  type AskOptions,
  type PageAsker,
} from '../../src/simulator/contact-center/page/page-asker.js';
import {turn} from '../support/time.js';

/** An answer of a page: a value, a promise, or a function that gets the parameters of the question. */
export type Answers = Record<string, unknown>;

/** A question that a page has received. */
export interface Received {
  readonly api: AskedApi;
  readonly method: string;
  readonly params: unknown;
  readonly options: AskOptions;
}

/** A page of the agent, without a wire. It answers the questions of a contact centre. */
export class FakePage implements PageAsker {
  readonly questions: Received[] = [];
  readonly events: {api: AskedApi; name: string; data: unknown}[] = [];
  /** The questions and events of the page, and the interaction events, in order. */
  readonly log: string[] = [];

  constructor(
    public answers: Answers = {},
    readonly apis: readonly AskedApi[] = ASKED_APIS,
  ) {}

  clients(api: AskedApi): number {
    return this.apis.includes(api) ? 1 : 0;
  }

  ask(api: AskedApi, method: string, params: unknown, options: AskOptions): Promise<unknown> {
    this.questions.push({api, method, params, options});
    this.log.push(method);
    const answer = Object.hasOwn(this.answers, method) ? this.answers[method] : undefined;
    return new Promise((resolve) => {
      if (answer === undefined) throw new Error(`Not Implemented: ${method}`);
      resolve(typeof answer === 'function' ? (answer as (params: unknown) => unknown)(params) : answer);
    });
  }

  send(api: AskedApi, name: string, data: unknown): void {
    this.events.push({api, name, data});
    this.log.push(name);
  }

  /** Returns the parameters of the questions with this method. */
  paramsOf(method: string): unknown[] {
    return this.questions.filter((it) => it.method === method).map(({params}) => params);
  }

  /** Returns and removes the log. */
  takeLog(): string[] {
    return this.log.splice(0);
  }
}

/**
 * Connects a page to a contact centre. Its log also contains the interaction events.
 *
 * @param answers The answer to each question. The page does not implement the other questions.
 */
export async function openPage(centre: ContactCenter, answers: Answers = {}, apis?: readonly AskedApi[]) {
  const page = new FakePage(answers, apis);
  const detach = centre.attach(page);
  centre.subscribe((event) => {
    if (event.kind === 'interaction') page.log.push(event.name);
  });
  for (const api of page.apis) centre.pageConnected(api);
  await turn();
  return Object.assign(page, {detach});
}

/** Returns the answer of a hook. */
export const hookAnswer = (statusCode: string, more: object = {}, texts: object = {}): object => ({
  status: {statusCode, ...texts},
  ...more,
});

/** A promise that the test settles. */
export function held<Value = unknown>() {
  let settle = {resolve: (_: Value): void => {}, reject: (_: unknown): void => {}};
  const promise = new Promise<Value>((resolve, reject) => {
    settle = {resolve, reject};
  });
  return {promise, ...settle};
}

/** CRM records, as a page returns them. */
export const ALICE = {id: '123', label: 'Contact', name: 'Alice', isWho: true, isWhat: false};
export const CASE = {id: '456', label: 'Case', name: 'Broken microwave', isWho: false, isWhat: true};
