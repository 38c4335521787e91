import type {CrmObject} from '../../interaction-api/types.js';
import type {SaveLogParams, ScreenPopParams, SearchParams, SearchResult} from '../../sdk/crm-api/crm-api.types.js';
import {Five9Event} from '../../service/events.js';
import {AnswerableEvent} from '../../shared/events/answerable-event.js';

/** The interaction whose records are searched. */
export type SearchDetail = SearchParams & {
  /** Number of the customer; empty if the interaction has none. */
  readonly number: string;
};

/** Answers to a search: a search result, the records, one record, or nothing. */
export type SearchAnswer = SearchResult | CrmObject[] | CrmObject | null | undefined;

/** The adapter asks for the records of the other party. Without an answer, the element uses `search-href`. */
export class SearchEvent extends AnswerableEvent<SearchDetail, SearchAnswer> {
  static readonly type = 'five9-search';
}

/** The adapter requests to show a record. If the event is not cancelled, the element goes to `screen-pop-href`. */
export class ScreenPopEvent extends AnswerableEvent<ScreenPopParams, unknown> {
  static readonly type = 'five9-screen-pop';
  static readonly cancelable = true;
}

/**
 * The adapter requests to save the log of an interaction. If the event is neither answered nor cancelled, the element
 * posts the log to `log-href`.
 */
export class SaveLogEvent extends AnswerableEvent<SaveLogParams, unknown> {
  static readonly type = 'five9-save-log';
  static readonly cancelable = true;
}

/** The agent has pressed the tile with today's calls. If the event is not cancelled, the element goes to `calls-today-href`. */
export class CallsTodayEvent extends AnswerableEvent<null, unknown> {
  static readonly type = 'five9-calls-today';
  static readonly cancelable = true;
}

/** The agent has pressed the tile with today's chats. If the event is not cancelled, the element goes to `chats-today-href`. */
export class ChatsTodayEvent extends AnswerableEvent<null, unknown> {
  static readonly type = 'five9-chats-today';
  static readonly cancelable = true;
}

/** The agent has pressed the tile with today's e-mails. If the event is not cancelled, the element goes to `emails-today-href`. */
export class EmailsTodayEvent extends AnswerableEvent<null, unknown> {
  static readonly type = 'five9-emails-today';
  static readonly cancelable = true;
}

/** The adapter requests to be visible. If the event is not cancelled, the element shows the frame of the adapter. */
export class BringToFrontEvent extends AnswerableEvent<null, unknown> {
  static readonly type = 'five9-bring-to-front';
  static readonly cancelable = true;
}

/** Whether the agent can dial. */
export interface DialAvailability {
  readonly available: boolean;
}

/** The adapter has reported whether the agent can dial. */
export class DialAvailabilityEvent extends Five9Event<DialAvailability> {
  static readonly type = 'five9-dial-availability';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-search': SearchEvent;
    'five9-screen-pop': ScreenPopEvent;
    'five9-save-log': SaveLogEvent;
    'five9-calls-today': CallsTodayEvent;
    'five9-chats-today': ChatsTodayEvent;
    'five9-emails-today': EmailsTodayEvent;
    'five9-bring-to-front': BringToFrontEvent;
    'five9-dial-availability': DialAvailabilityEvent;
  }
}
