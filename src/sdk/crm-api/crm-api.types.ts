/**
 * The data of the CRM API.
 *
 * Each fact has its source: D is Five9's public documentation, U is the public code of integrators, and I is a
 * conclusion from both (docs/FIVE9.md).
 */
import type {
  CallData,
  ChatData,
  Click2DialData,
  CrmObject,
  EmailData,
  InteractionLogData,
  UnknownFields,
} from '../../interaction-api/types.js';

/** The interaction that a question of the adapter is about (D). */
export type InteractionParams =
  | {interactionType: 'Call'; interactionData: CallData}
  | {interactionType: 'Chat'; interactionData: ChatData}
  | {interactionType: 'Email'; interactionData: EmailData};

/** Settings of the adapter that the CRM chooses (D). All fields are optional, because public code sends only some (U). */
export interface AdtConfig {
  /** Name of the CRM, which the adapter shows at the log-in (D). */
  providerName?: string;
  /** Whether the adapter shows the tile with the number of today's calls (D). */
  myCallsTodayEnabled?: boolean;
  /** Whether the adapter shows the tile with the number of today's chats (D). */
  myChatsTodayEnabled?: boolean;
  /** Whether the adapter shows the tile with the number of today's e-mails (D). */
  myEmailsTodayEnabled?: boolean;
  /** Whether the search panel of the adapter shows the fields of the VCC contact (D). */
  showContactInfo?: boolean;
  /** Address of a guide for agents (D). */
  guideLink?: string;
}

/** Question `search`: which records belong to the caller (D). */
export type SearchParams = InteractionParams & {
  /** Data for the search. Five9 does not document its fields. Public code uses `interactionData` instead (U). */
  interactionSearchData?: UnknownFields;
};

/** Answer to `search` (D). */
export interface SearchResult {
  /** The records that were found. The adapter shows the list if there are several. It opens a single record at once. */
  crmObjects: CrmObject[];
  /** The record that the adapter opens, although the list has several. */
  screenPopObject?: CrmObject | null;
}

/** Request `screenPop`: show a record of the CRM (D). */
export type ScreenPopParams = InteractionParams & {
  crmObject: CrmObject;
  /** Exists since SDK 1.0.11. Five9 does not document its meaning. */
  force?: boolean;
};

/** Request `saveLog`: save the log of the interaction, when the agent sets the disposition (D). */
export type SaveLogParams = InteractionParams & {
  /** Fields that public code reads: `subject comments dispositionName duration talkTime who what` (U). */
  interactionLogData: InteractionLogData & {duration?: number; talkTime?: number};
};

/** Event `suggestedNumbers`: numbers that the adapter offers to dial (D). The newest list replaces the one before (I). */
export interface SuggestedNumbersParams {
  suggestedNumbers: Click2DialData[];
}

/**
 * The functions of a page that answer the adapter. Every function is optional, and can return a promise. The answer to
 * a function that the page does not register is an error that starts with `Not Implemented`.
 */
export interface CrmApiFunctions {
  /** Returns the settings of the adapter. The adapter asks once, when it has connected (D). */
  getAdtConfig?(): AdtConfig | PromiseLike<AdtConfig>;
  /** Returns the records of the caller (D). */
  search?(params: SearchParams): SearchResult | null | undefined | PromiseLike<SearchResult | null | undefined>;
  /** Shows a record. The adapter ignores the result (D). */
  screenPop?(params: ScreenPopParams): unknown;
  /** Saves the log. The adapter gets an error if the function throws, or if the promise rejects (D). */
  saveLog?(params: SaveLogParams): unknown;
  /** Returns the number on the tile "calls today" (U). */
  getTodayCallsCount?(): number | PromiseLike<number>;
  /** Returns the number on the tile "chats today" (U). */
  getTodayChatsCount?(): number | PromiseLike<number>;
  /** Returns the number on the tile "e-mails today" (U). */
  getTodayEmailsCount?(): number | PromiseLike<number>;
  /** Shows the calls of today. The agent has pressed the tile (D). */
  openMyCallsToday?(): unknown;
  /** Shows the chats of today. The agent has pressed the tile (D). */
  openMyChatsToday?(): unknown;
  /** Shows the e-mails of today. The agent has pressed the tile (D). */
  openMyEmailsToday?(): unknown;
  /** The agent handles no call, so the agent can dial (D). */
  enableClickToDial?(): unknown;
  /** The agent handles a call, so the agent cannot dial (D). */
  disableClickToDial?(): unknown;
  /** Makes the frame of the adapter visible (D). */
  bringAppToFront?(): unknown;
  /** Exists since SDK 1.0.10, without documentation. Probably before `callFinished`, with the parameters of `saveLog` (I). */
  _beforeCallFinished?(params: SaveLogParams): unknown;
}

/** Name of a question or request of the adapter. */
export type CrmApiMethod = keyof CrmApiFunctions;

/** The names of all questions and requests. */
export const CRM_API_METHODS = [
  'getAdtConfig',
  'search',
  'screenPop',
  'saveLog',
  'getTodayCallsCount',
  'getTodayChatsCount',
  'getTodayEmailsCount',
  'openMyCallsToday',
  'openMyChatsToday',
  'openMyEmailsToday',
  'enableClickToDial',
  'disableClickToDial',
  'bringAppToFront',
  '_beforeCallFinished',
] as const satisfies readonly CrmApiMethod[];
