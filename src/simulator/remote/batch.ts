import type {ContactCenterEvent} from '../contact-center/events.js';
import type {AskedApi, Receivers} from '../contact-center/page/page-asker.js';
import type {ContactCenterState} from '../contact-center/state.js';

/** A question of the contact centre to the clients of the adapters' pages. */
export interface Question {
  kind: 'question';
  id: string;
  /** Ids of the adapters' pages that ask their clients. All other pages ignore the question. */
  pages: readonly string[];
  api: AskedApi;
  method: string;
  params?: unknown;
  /** Milliseconds until the question has failed; 0 means no limit. */
  timeout: number;
  /** The clients of each page that are asked. */
  receivers: Receivers;
}

/** An event of another API than the Interaction API. The adapters' pages send it to their clients. */
export interface ApiEvent {
  kind: 'api event';
  /** Ids of the adapters' pages that send the event to their clients. */
  pages: readonly string[];
  api: AskedApi;
  name: string;
  data?: unknown;
  /** The clients of each page that get the event. */
  receivers: Receivers;
}

/** The reply to a request of an adapter's page that took too long for the HTTP response. All other pages ignore it. */
export interface LateReply {
  kind: 'late reply';
  /** Id of the request. */
  id: string;
  reply: Reply;
}

/** An event of a contact centre on a server for the adapters' pages. */
export type ServerEvent = ContactCenterEvent | Question | ApiEvent | LateReply;

/** Numbered events of a contact centre, and the state after these events. */
export interface Batch {
  /** Id of this run of the server. The numbers of events start again with each run. */
  run: string;
  /**
   * Number of the last event before `events`. If it is higher than the last number that the receiver knows, the
   * receiver has missed events.
   */
  from: number;
  events: {seq: number; event: ServerEvent}[];
  /** Number of the contact centre's latest event, also if `events` is empty. */
  seq: number;
  state: ContactCenterState;
  /** Events of the live interactions, for a page that has just connected. */
  replay: ContactCenterEvent[];
  /** Ids of the questions that have no answer yet. A page does not ask its clients any other question. */
  openQuestions: string[];
  /** Ids of the adapters' pages that the server knows. A page that is missing reports its clients again. */
  pages: string[];
}

/**
 * Event id of a WebSocket message that carries a batch. It is not a number, so it differs from every event id of Five9.
 */
export const BATCH_EVENT_ID = 'simulator';

/** A request of an adapter's page. No other request of any page has the same `id`. */
export type RemoteRequest = {id: string} & (
  | {
      /** Name of a command of the contact centre. */
      command: string;
      args: readonly unknown[];
    }
  | ApiRequest
  | {
      /** Name of an event of a client, such as `click2dial`. */
      notice: string;
      data?: unknown;
    }
  | PageMessage
);

/** A request of a client. */
export interface ApiRequest {
  method: string;
  params?: unknown;
  /**
   * Whether the page answers the request itself. The contact centre then only applies the injected faults.
   * @default false
   */
  own?: boolean;
  /** The API of the method. @default the Interaction API */
  api?: AskedApi;
}

/** A message of an adapter's page about its clients, and about questions to its clients. */
export type PageMessage = {page: string} & (PageReport | {seen: string} | QuestionAnswer);

/** The clients of an adapter's page. */
export interface PageReport {
  /** Number of the report. A report with a lower number than an earlier one is ignored, because it came late. */
  report: number;
  /** Number of clients of each API. */
  clients: Partial<Record<AskedApi, number>>;
  isMaster: boolean;
  /** The API to which a client has just connected. */
  connected?: AskedApi;
}

/**
 * The answer to a question. `gone`: no client answers. `extra`: another client of the page has answered after the first
 * one.
 */
export type QuestionAnswer = {question: string} & (
  {response: unknown} | {error: unknown} | {gone: true} | {extra: true}
);

/**
 * The reply to the request with this id. `lost` means that an injected fault has suppressed the answer, so the page
 * never gets an answer. `later` means that the answer takes long, and comes as a `LateReply`. A browser allows only few
 * open HTTP requests to a server, so a request must not wait, for example, until the agent has confirmed a dialog.
 */
export type RemoteReply = {id: string} & (Reply | {later: true});

/** The outcome of a request. */
export type Reply = {result?: unknown} | {error: unknown} | {lost: true};
