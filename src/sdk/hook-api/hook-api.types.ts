/**
 * The data of the Hook API.
 *
 * Each fact has its source: D is Five9's public documentation, R are the names and types of SDK 1.0.11, U is the public
 * code of integrators, and I is a conclusion (docs/FIVE9.md).
 */
import type {Click2DialData, CrmObject, UnknownFields} from '../../interaction-api/types.js';
import type {InteractionParams, SaveLogParams, SearchParams, SearchResult} from '../crm-api/crm-api.types.js';

/** The decisions of a hook. Each value equals its key (R). */
export const HookStatusCode = {
  /** The adapter does what it was about to do. The same as no answer. */
  Proceed: 'Proceed',
  /** The adapter does it with the values that the hook returns. */
  ProceedWithParams: 'ProceedWithParams',
  /** The adapter does not do it. */
  Cancel: 'Cancel',
  /** The adapter asks the agent. Yes means `ProceedWithParams`, No means `Cancel`. */
  Confirmation: 'Confirmation',
  /** The adapter does not do it, and shows the message if there is one. */
  Error: 'Error',
} as const;

/** A decision of a hook. */
export type HookStatusCode = (typeof HookStatusCode)[keyof typeof HookStatusCode];

/** The decision of a hook, with its texts for the agent (D). */
export interface HookStatus {
  statusCode: HookStatusCode;
  /** The question for `Confirmation`, or the reason for `Error`. */
  message?: string;
  /** The title above the message. */
  messageHeader?: string;
}

/** The answer of a hook. A hook that returns nothing means `Proceed` (D). */
export interface HookResult {
  status: HookStatus;
}

/** The answer of a hook that can change the parameters. */
export interface HookResultWithParams<Params> extends HookResult {
  /** The parameters to use, with `ProceedWithParams` or `Confirmation`. */
  params?: Params;
}

/** The answer of a hook around the search. */
export interface HookResultWithRecords extends HookResult {
  /** Records that the adapter uses as the result of the search. */
  searchResults?: CrmObject[];
}

/** The answer of `beforeSaveLog`. */
export interface HookResultWithFields extends HookResult {
  /** Fields that the adapter adds to the log, with `ProceedWithParams`, for example `subject`, `who`, own fields. */
  newFields?: UnknownFields;
}

/** The parameters of each hook (D; types R). */
export interface HookParamsMap {
  /** The adapter is about to accept a dial of the page. `Cancel`: no dial. */
  beforeClickToDial: {click2DialData: Click2DialData};
  /** The adapter is about to offer numbers. `Cancel`: they are not offered. */
  beforeSuggestedNumbers: {suggestedNumbers: Click2DialData[]};
  /** The adapter is about to make a call. `Cancel`: no call. Five9 does not document the fields of `destination`. */
  beforeMakeCall: {destination?: unknown; callDialog?: unknown; campaignId?: string};
  /** The agent is about to transfer an interaction. `Cancel`: no transfer. */
  beforeTransfer: InteractionParams & {transferData?: unknown};
  /** The agent is about to start a recording. `Cancel`: no recording. */
  beforeRecord: InteractionParams;
  /** A disposition is about to be set. `Cancel`: it is not set. The id is a number (D) or a text (U). */
  beforeDisposition: InteractionParams & {dispositionId: number | string};
  /** A record that the agent visited is about to be offered. `Cancel`: it is not offered. */
  beforeObjectVisited: {visitedObjects: CrmObject[]; objectsToRemove?: CrmObject[]};
  /** The adapter is about to search. With `searchResults`, they replace the search, and `afterSearch` is not called. */
  beforeSearch: SearchParams;
  /** The search has a result. The documentation types a `SearchResult`, and its example uses a list (D). */
  afterSearch: {searchResults: SearchResult | CrmObject[]};
  /** A record is about to be shown. `Cancel`: the hook has shown it by itself; `afterScreenPop` is not called. */
  beforeScreenPop: InteractionParams & {screenPopObjects?: unknown[]; screenPopType?: unknown; force?: boolean};
  /** A record was shown. */
  afterScreenPop: InteractionParams & {screenPopObjects?: unknown[]; screenPopType?: unknown; force?: boolean};
  /** The log is about to be saved. `Cancel`: it is not saved; `afterSaveLog` is not called. */
  beforeSaveLog: SaveLogParams & {interactionLogId?: string};
  /** The log was saved. */
  afterSaveLog: SaveLogParams & {interactionLogId?: string};
}

/** Name of a hook. */
export type HookName = keyof HookParamsMap;

/** The names of the 13 hooks. */
export const HOOK_NAMES = [
  'beforeClickToDial',
  'beforeSuggestedNumbers',
  'beforeMakeCall',
  'beforeTransfer',
  'beforeRecord',
  'beforeDisposition',
  'beforeObjectVisited',
  'beforeSearch',
  'afterSearch',
  'beforeScreenPop',
  'afterScreenPop',
  'beforeSaveLog',
  'afterSaveLog',
] as const satisfies readonly HookName[];

/** The answers of the hooks that can return more than a decision. */
export interface HookResultMap {
  beforeClickToDial: HookResultWithParams<HookParamsMap['beforeClickToDial']>;
  beforeSuggestedNumbers: HookResultWithParams<HookParamsMap['beforeSuggestedNumbers']>;
  beforeObjectVisited: HookResultWithParams<HookParamsMap['beforeObjectVisited']>;
  beforeSearch: HookResultWithRecords;
  afterSearch: HookResultWithRecords;
  beforeSaveLog: HookResultWithFields;
}

/** The answer of a hook. */
export type HookResultOf<Name extends HookName> = Name extends keyof HookResultMap ? HookResultMap[Name] : HookResult;

/** The answer of a function: a decision now or later, or any other value, which means `Proceed`. */
export type HookAnswer<Name extends HookName> =
  HookResultOf<Name> | PromiseLike<HookResultOf<Name> | null | undefined> | null | undefined;

/** The functions of a page that decide what the adapter does. Every function is optional. */
export type HookApiFunctions = {
  [Name in HookName]?: (params: HookParamsMap[Name]) => HookAnswer<Name>;
};
