import type {Clock} from './clock.js';
import {expect} from './command.js';
import type {Random} from './random.js';
import type {Tenant} from './tenant.js';

/**
 * Type of the agent's station, which is the device for the agent's audio. Only a softphone supports `mute` and
 * `sendDtmf`.
 */
export type StationType = 'SOFTPHONE' | 'STATION' | 'PSTN' | 'EMPTY';

/** Settings that an administrator makes in Five9. */
export interface Settings {
  /** Base URL of REST requests, which `getApplicationContext` returns. */
  apiBaseURL: string;
  /**
   * Id or name of the campaign for a click-to-dial without a campaign name. `null`: the agent chooses a campaign in the
   * adapter.
   */
  defaultCampaignId: string | null;
  /**
   * Maximum length of wrap-up after a call, in seconds. After this time, the disposition `autoDispositionId` is set. 0:
   * no limit.
   */
  wrapUpSeconds: number;
  autoDispositionId: string;
}

/** Options of the simulation that have no equivalent in Five9. */
export interface World {
  /**
   * Milliseconds until the customer answers an outbound call. `null`: the customer answers only after the command
   * `remoteAnswer`.
   */
  autoAnswerAfter: number | null;
  /** Maximum number of finished interactions in `state()`. */
  keepFinished: number;
}

/**
 * Behaviour of Five9 that no public material describes. Each option is an **assumption**. You can change an option to
 * test a client with other behaviour.
 */
export interface Assumptions {
  /**
   * ASSUMPTION: whether a dial is refused while another call is not finished. Source: "click to dial is disabled while
   * handling a call".
   */
  oneCallAtATime: boolean;
  /**
   * ASSUMPTION: the reaction to a click-to-dial whose campaign does not exist. `ask`: the agent chooses a campaign.
   * `refuse`: the dial is refused.
   */
  unknownCampaign: 'ask' | 'refuse';
  /**
   * ASSUMPTION: the regular expression for numbers that can be dialled. Spaces, brackets, dots, dashes and slashes are
   * removed from a number before it is checked.
   */
  dialPattern: string;
  /**
   * ASSUMPTION: whether the agent has the permission to use `skipDNCCheck`, which dials a number on the do-not-call
   * list.
   */
  mayDialDnc: boolean;
  /**
   * ASSUMPTION: id of the WebSocket event that reports a refused dial. Its payload is assumed to be
   * `{number, errorCode, message}`.
   */
  makeCallFailedEventId: string;
  /** ASSUMPTION: whether a dial that the agent cancels causes the same event as a refused dial. */
  reportCancelledDial: boolean;
  /** ASSUMPTION: the DTMF digits that can be sent. Public material names only `0-9 * #`. */
  dtmfCharacters: string;
  /** ASSUMPTION: the maximum number of digits in one request of `sendDtmf`. */
  dtmfMaxLength: number;
  /** ASSUMPTION: whether `sessionId` equals `interactionId`. */
  sameSessionId: boolean;
  /**
   * ASSUMPTION: the last events of a call whose caller hangs up before the agent answers. `ended`: `callEnded` and
   * `callFinished`. `rejected`: `callRejected`.
   */
  abandonedCall: 'ended' | 'rejected';
  /**
   * ASSUMPTION: the reaction to a disposition before the call or chat has ended. `refuse`: the disposition is refused.
   * `end`: the disposition also ends the call or chat.
   */
  disposeWhileTalking: 'refuse' | 'end';
  /**
   * ASSUMPTION: the fields of a disposition in the answer to `getDispositions`. `bare`: only `id` and `name`, which are
   * certain. `flags`: also `type`, `flags` and `timeout`.
   */
  dispositionShape: 'flags' | 'bare';
  /** ASSUMPTION: the regular expression that `timeout` must match. Default: a whole number, which means seconds. */
  timeoutPattern: string;
  /** ASSUMPTION: whether `timeout` is required for a disposition whose timer the agent may set. */
  requireTimeout: boolean;
  /**
   * ASSUMPTION: id of the WebSocket event at the end of a call's wrap-up time: `4` (call updated) or `5` (call
   * deleted).
   */
  wrapUpExpiredEventId: string;
  /**
   * ASSUMPTION: id of the WebSocket event after the agent has transferred a call: `4` (call updated) or `5` (call
   * deleted).
   */
  transferredEventId: string;
  /** ASSUMPTION: the unit of `talkTime`, in milliseconds. Public code reads `talkTime` as milliseconds. */
  talkTimeUnit: number;
  /** ASSUMPTION: the unit of `duration`, in milliseconds. Public code reads `duration` as seconds. */
  durationUnit: number;
  /**
   * ASSUMPTION: the reaction to `setCav` for a variable that is not on the layout. `ignore`: the variable stays
   * unchanged. `reject`: the request is refused.
   */
  offLayoutCav: 'ignore' | 'reject';
  /**
   * ASSUMPTION: whether `getCav` without an `interactionId` returns the variables of the latest live call. Public code
   * calls `getCav` without an id, but the result is not known.
   */
  cavOfLatestCall: boolean;
  /**
   * ASSUMPTION: whether `callEnded` also has `interactionType` and `interactionData`. Examples in the documentation use
   * these fields, but the tables of events in the documentation do not list them.
   */
  callEndedNamesInteraction: boolean;
  /** ASSUMPTION: whether Five9 checks a value against the type and the restrictions of its variable. */
  checkCavValues: boolean;
  /** ASSUMPTION: whether the agent may select 'None' instead of a record, as Name and as Related To. */
  allowNone: boolean;
  /** ASSUMPTION: whether the lists of a new interaction also contain the records that the agent visited before. */
  offerEarlierVisits: boolean;
  /** ASSUMPTION: whether a page that connects during wrap-up also receives `callEnded` or `chatEnded`. */
  replayEnded: boolean;
  /** ASSUMPTION: whether a page that connects during a chat receives `chatOffered` before `chatAccepted`. */
  replayChatOffered: boolean;
  /**
   * ASSUMPTION: milliseconds until a question to the pages has no answer; 0 and `Infinity` mean no limit. The adapter
   * half of the SDK has this limit for custom methods.
   */
  questionTimeout: number;
  /**
   * ASSUMPTION: the tabs of the agent whose pages are asked. `all`: every tab. `master`: only the tab of the master page.
   * Has an effect only if the contact centre runs on a server.
   */
  askedTabs: 'all' | 'master';
  /**
   * ASSUMPTION: when the pages are asked for the records of the other party. `start`: when the interaction is offered or
   * started. `accept`: when the agent has accepted it.
   */
  searchAt: 'start' | 'accept';
  /**
   * ASSUMPTION: whether the search begins before the page receives the event of the start or of the acceptance, and not
   * after it.
   */
  searchesBeforeStart: boolean;
  /** ASSUMPTION: whether a page that connects during an interaction is asked for its records, also if they are known. */
  searchesAgain: boolean;
  /** ASSUMPTION: whether the pages are asked for the records of another agent who calls. */
  searchesAgentCalls: boolean;
  /**
   * ASSUMPTION: the content of `interactionSearchData`. `number and variables`: the number and the call variables.
   * `empty`: an object without fields. `none`: the field is missing.
   */
  searchData: 'number and variables' | 'empty' | 'none';
  /**
   * ASSUMPTION: the reaction to a hook that fails or does not answer. `proceed`: the adapter acts, and shows a message.
   * `block`: the adapter does not act.
   */
  failedHook: 'proceed' | 'block';
  /**
   * ASSUMPTION: the reaction to a log that no page could save. `finish`: the adapter shows a message and finishes the
   * interaction. `stop`: the interaction stays open, so that the agent can set the disposition again.
   */
  failedLog: 'finish' | 'stop';
  /** ASSUMPTION: the type of `dispositionId` in `beforeDisposition`. */
  dispositionIdType: 'number' | 'text';
  /** ASSUMPTION: whether the pages save a log when the agent transfers an interaction. Its disposition name is empty. */
  logsTransfers: boolean;
  /**
   * ASSUMPTION: whether the pages are asked `_beforeCallFinished` after they have saved the log of a call. SDK 0.12.0 does
   * not answer this question.
   */
  asksBeforeCallFinished: boolean;
  /**
   * ASSUMPTION: the form of `screenPopObjects` in hooks. `records`: CRM records. `ids`: `{params: {recordId}}`, as in
   * Salesforce. `both`: CRM records with `params`, so that code for both forms works.
   */
  hookPopObjects: 'records' | 'ids' | 'both';
  /** ASSUMPTION: the form of `destination` in `beforeMakeCall`. `object`: `{number}`. `text`: the number. */
  hookDestination: 'object' | 'text';
  /**
   * ASSUMPTION: whether the fields of hooks whose content is unknown (`callDialog`, `screenPopType`, `transferData`) are
   * empty, and not missing.
   */
  fillsHookFields: boolean;
  /** ASSUMPTION: whether the adapter comes to the front when an interaction of a customer is offered. */
  bringsToFront: boolean;
  /**
   * ASSUMPTION: whether a page that connects after the login receives the state of the login. The simulator starts with a
   * working agent, so pages that wait for the login would otherwise wait for ever.
   */
  repeatsLoginState: boolean;
  /** ASSUMPTION: whether the adapter asks each page that connects for its settings, and not only the first page. */
  asksConfigAgain: boolean;
  /** ASSUMPTION: whether the adapter asks each page that connects for own controls, and not only the first page. */
  asksComponentsAgain: boolean;
  /** Time zone in the answer to `getConfig`. */
  timezone: string;
  /** Language in the answer to `getConfig`. */
  language: string;
}

/** Options that `configure` can change at any time. All values are JSON. */
export type ContactCenterOptions = Settings & World & Assumptions;

/** Options of a new contact centre. */
export interface ContactCenterInit extends Partial<ContactCenterOptions> {
  clock?: Clock;
  random?: Random;
  tenant?: Tenant;
  /** Whether the agent is logged in from the start. @default true */
  loggedIn?: boolean;
  /** @default 'SOFTPHONE' */
  stationType?: StationType;
}

export const defaultOptions: Readonly<ContactCenterOptions> = {
  // Use a host that never exists, because a contact centre in a page has no REST server, and a request must fail.
  apiBaseURL: 'https://simulator.invalid',
  defaultCampaignId: '300000000000483',
  wrapUpSeconds: 0,
  autoDispositionId: '3570',
  autoAnswerAfter: null,
  keepFinished: 20,
  oneCallAtATime: true,
  unknownCampaign: 'ask',
  dialPattern: '^\\+?[\\d*#]+$',
  mayDialDnc: true,
  makeCallFailedEventId: '65',
  reportCancelledDial: true,
  dtmfCharacters: '0123456789*#ABCD',
  dtmfMaxLength: 100,
  sameSessionId: true,
  abandonedCall: 'ended',
  disposeWhileTalking: 'refuse',
  dispositionShape: 'flags',
  timeoutPattern: '^\\d+$',
  requireTimeout: false,
  wrapUpExpiredEventId: '5',
  transferredEventId: '5',
  talkTimeUnit: 1,
  durationUnit: 1000,
  offLayoutCav: 'ignore',
  cavOfLatestCall: true,
  callEndedNamesInteraction: true,
  checkCavValues: true,
  allowNone: true,
  offerEarlierVisits: true,
  replayEnded: true,
  replayChatOffered: false,
  questionTimeout: 60_000,
  askedTabs: 'all',
  searchAt: 'start',
  searchesBeforeStart: false,
  searchesAgain: false,
  searchesAgentCalls: false,
  searchData: 'number and variables',
  failedHook: 'proceed',
  failedLog: 'finish',
  dispositionIdType: 'number',
  logsTransfers: true,
  asksBeforeCallFinished: false,
  hookPopObjects: 'both',
  hookDestination: 'object',
  fillsHookFields: true,
  bringsToFront: true,
  repeatsLoginState: true,
  asksConfigAgain: false,
  asksComponentsAgain: false,
  timezone: 'America/Los_Angeles',
  language: 'en',
};

/** Allowed values of options whose value is one of several words. */
const WORDS: Partial<Record<keyof ContactCenterOptions, readonly unknown[]>> = {
  unknownCampaign: ['ask', 'refuse'],
  abandonedCall: ['ended', 'rejected'],
  disposeWhileTalking: ['refuse', 'end'],
  dispositionShape: ['flags', 'bare'],
  offLayoutCav: ['ignore', 'reject'],
  askedTabs: ['all', 'master'],
  searchAt: ['start', 'accept'],
  searchData: ['number and variables', 'empty', 'none'],
  failedHook: ['proceed', 'block'],
  failedLog: ['finish', 'stop'],
  dispositionIdType: ['number', 'text'],
  hookPopObjects: ['records', 'ids', 'both'],
  hookDestination: ['object', 'text'],
};

/** Options that can be `null`. */
const NULLABLE: readonly string[] = ['autoAnswerAfter', 'defaultCampaignId'];

/** Options that cannot be 0, because a time is divided by their value. */
const UNITS: readonly string[] = ['talkTimeUnit', 'durationUnit'];

/** Throws a `CommandError` if the option does not exist or cannot have this value. */
export function checkOption(option: string, value: unknown): void {
  expect(Object.hasOwn(defaultOptions, option), `there is no option ${option}.`);
  expect(isPossible(option as keyof ContactCenterOptions, value), `${option} cannot be ${toText(value)}.`);
}

function isPossible(name: keyof ContactCenterOptions, value: unknown): boolean {
  if (value === null) return NULLABLE.includes(name);
  // The default of `autoAnswerAfter` is `null`, so use 0 to get the type of its other values.
  const expectedType = typeof (defaultOptions[name] ?? 0);
  if (typeof value !== expectedType) return false;
  if (typeof value === 'number') return UNITS.includes(name) ? value > 0 : value >= 0;
  if (name.endsWith('Pattern')) return isPattern(value as string);
  return WORDS[name]?.includes(value) ?? true;
}

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}

/**
 * Returns a value as text for a message. Does not use `String` for objects, because `String` throws for some objects.
 */
function toText(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
