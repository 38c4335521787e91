/** The APIs of the CRM SDK, except the Interaction API. */
export const ASKED_APIS = [
  'crmApi',
  'hookApi',
  'customComponentsApi',
  'applicationApi',
  'customMethodsApi',
  'sfNativeApi',
] as const;

/** An API of the CRM SDK over which the contact centre and a page send messages, except the Interaction API. */
export type AskedApi = (typeof ASKED_APIS)[number];

/** The pages that get a question or an event: all connected pages, or only the page that has connected last. */
export type Receivers = 'all' | 'newest';

/** Options of a question. */
export interface AskOptions {
  /** Milliseconds until the question fails with `Timeout`; 0 and `Infinity` mean no limit. */
  readonly timeout: number;
  /** Called for each answer after the first one. Only the first answer counts. */
  readonly onExtraAnswer: () => void;
  /** @default 'all' */
  readonly receivers?: Receivers;
}

/** Asks the pages of the agent. An adapter in this page, or a server, attaches it to the contact centre. */
export interface PageAsker {
  /** Returns the number of pages that are connected to an API. */
  clients(api: AskedApi): number;
  /**
   * Asks every connected page, and resolves with the first answer. Rejects with the error if a page answers with an
   * error first, and with a `PageRequestError` if no page answers.
   */
  ask(api: AskedApi, method: string, params: unknown, options: AskOptions): Promise<unknown>;
  /** Sends an event. */
  send(api: AskedApi, name: string, data: unknown, receivers?: Receivers): void;
}
