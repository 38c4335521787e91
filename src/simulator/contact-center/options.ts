import type {Clock} from './clock.js';
import {expect} from './command.js';
import type {Random} from './random.js';
import type {Tenant} from './tenant.js';

/** Device of the agent's audio. Only a softphone supports `mute` and `sendDtmf`. */
export type StationType = 'SOFTPHONE' | 'STATION' | 'PSTN' | 'EMPTY';

/** Settings of an administrator in Five9. */
export interface Settings {
  /** Start of REST addresses, as `getApplicationContext` returns it. */
  apiBaseURL: string;
  /** Campaign of a click-to-dial without a campaign name. `null`: the agent chooses a campaign in the adapter. */
  defaultCampaignId: string | null;
  /** Seconds of wrap-up after a call; then `autoDispositionId` is set. 0: no limit. */
  wrapUpSeconds: number;
  autoDispositionId: string;
}

/** Behaviour of the simulated world. */
export interface World {
  /** Milliseconds until the customer answers an outbound call. `null`: not before the command `remoteAnswer`. */
  autoAnswerAfter: number | null;
  /** How many finished interactions `state()` contains. */
  keepFinished: number;
}

/**
 * Behaviour that no public material describes. Each option is an **assumption**, so that a client can be tested with
 * either value.
 */
export interface Assumptions {
  /**
   * ASSUMPTION: a dial is refused while another call is not finished. Source: "click to dial is disabled while handling
   * a call".
   */
  oneCallAtATime: boolean;
  /** ASSUMPTION: the reaction to a click-to-dial whose campaign does not exist. `ask`: the agent chooses a campaign. */
  unknownCampaign: 'ask' | 'refuse';
  /**
   * ASSUMPTION: the numbers that can be dialled, as a regular expression, without spaces, brackets, dots and dashes.
   */
  dialPattern: string;
  /** ASSUMPTION: the agent has the permission for `skipDNCCheck`. */
  mayDialDnc: boolean;
  /**
   * ASSUMPTION: id of the WebSocket event of a refused dial. Its payload is assumed to be `{number, errorCode,
   * message}`.
   */
  makeCallFailedEventId: string;
  /** ASSUMPTION: a dial that the agent cancels sends the same event as a refused dial. */
  reportCancelledDial: boolean;
  /** ASSUMPTION: the DTMF digits that can be sent. Public material names only `0-9 * #`. */
  dtmfCharacters: string;
  /** ASSUMPTION: the maximum number of digits in one request. */
  dtmfMaxLength: number;
  /** ASSUMPTION: `sessionId` equals `interactionId`. */
  sameSessionId: boolean;
  /** ASSUMPTION: the last events of a call whose caller hangs up before the agent answers. */
  abandonedCall: 'ended' | 'rejected';
  /** ASSUMPTION: the reaction to a disposition before the call has ended. */
  disposeWhileTalking: 'refuse' | 'end';
  /**
   * ASSUMPTION: `getDispositions` returns `type`, `flags` and `timeout` too. Only `id` and `name` are certain: `'bare'`
   * returns these two.
   */
  dispositionShape: 'flags' | 'bare';
  /** ASSUMPTION: the form of `timeout`, as a regular expression: whole seconds. */
  timeoutPattern: string;
  /** ASSUMPTION: whether `timeout` is required for a disposition whose timer the agent may set. */
  requireTimeout: boolean;
  /** ASSUMPTION: event id of a call whose wrap-up time is over, 4 or 5. */
  wrapUpExpiredEventId: string;
  /** ASSUMPTION: event id of a call that was transferred away, 4 or 5. */
  transferredEventId: string;
  /** ASSUMPTION: milliseconds in one unit of `talkTime`. Public code uses `talkTime` as milliseconds. */
  talkTimeUnit: number;
  /** ASSUMPTION: milliseconds in one unit of `duration`. Public code uses `duration` as seconds. */
  durationUnit: number;
  /** ASSUMPTION: the answer to setting a variable that is not on the layout. The variable does not change. */
  offLayoutCav: 'ignore' | 'reject';
  /**
   * ASSUMPTION: `getCav` without an `interactionId` means the latest live call. Public code calls it so; the result is
   * not known.
   */
  cavOfLatestCall: boolean;
  /**
   * ASSUMPTION: `callEnded` has `interactionType` and `interactionData` too. The documentation's examples use them, but
   * its event tables lack them.
   */
  callEndedNamesInteraction: boolean;
  /** ASSUMPTION: Five9 checks a value against the variable's type and restrictions. */
  checkCavValues: boolean;
  /** ASSUMPTION: whether the agent may select 'None' as Name and as Related To. */
  allowNone: boolean;
  /** ASSUMPTION: a new interaction also has the records that the agent visited before. */
  offerEarlierVisits: boolean;
  /** ASSUMPTION: a page that connects in wrap-up also receives `callEnded` (`chatEnded`). */
  replayEnded: boolean;
  /** ASSUMPTION: a page that connects during a chat receives `chatOffered` before `chatAccepted`. */
  replayChatOffered: boolean;
}

/** Options that `configure` can change at any time. All of them are JSON. */
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
  // A host that never exists: an embedded contact centre has no REST server, so a request must fail.
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
};

/** Allowed values of options whose value is one of several words. */
const WORDS: Partial<Record<keyof ContactCenterOptions, readonly unknown[]>> = {
  unknownCampaign: ['ask', 'refuse'],
  abandonedCall: ['ended', 'rejected'],
  disposeWhileTalking: ['refuse', 'end'],
  dispositionShape: ['flags', 'bare'],
  offLayoutCav: ['ignore', 'reject'],
};

/** Options that can be `null`. */
const NULLABLE: readonly string[] = ['autoAnswerAfter', 'defaultCampaignId'];

/** Options that a time is divided by, so they cannot be 0. */
const UNITS: readonly string[] = ['talkTimeUnit', 'durationUnit'];

/** Throws a `CommandError` if the option does not exist or cannot have this value. */
export function checkOption(option: string, value: unknown): void {
  expect(Object.hasOwn(defaultOptions, option), `there is no option ${option}.`);
  expect(isPossible(option as keyof ContactCenterOptions, value), `${option} cannot be ${toText(value)}.`);
}

function isPossible(name: keyof ContactCenterOptions, value: unknown): boolean {
  if (value === null) return NULLABLE.includes(name);
  // The default of `autoAnswerAfter` is `null`; its other values are numbers.
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

/** Returns a value as text for a message. `String` throws for some objects. */
function toText(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
