import type {Clock} from './clock.js';
import {expect} from './command.js';
import type {Random} from './random.js';
import type {Tenant} from './tenant.js';

/** Where the agent's audio is. Only a softphone can be muted and can send digits from here. */
export type StationType = 'SOFTPHONE' | 'STATION' | 'PSTN' | 'EMPTY';

/** What an administrator sets up in Five9. */
export interface Settings {
  /** Start of REST addresses, as `getApplicationContext` tells it. */
  apiBaseURL: string;
  /** Campaign of a click-to-dial that names none. With `null` the agent chooses one in the adapter. */
  defaultCampaignId: string | null;
  /** Seconds for the disposition after a call; then `autoDispositionId` is set. 0: as long as it takes. */
  wrapUpSeconds: number;
  autoDispositionId: string;
}

/** How the simulated world behaves. */
export interface World {
  /** Milliseconds after which the far end answers an outbound call by itself. `null`: when told to. */
  autoAnswerAfter: number | null;
  /** How many finished interactions `state()` still shows. */
  keepFinished: number;
}

/**
 * What no public material tells: each of these is an **assumption**, named so that it can be doubted, and an option so that a client can be tried both ways.
 */
export interface Assumptions {
  /** ASSUMPTION: a dial is refused while another call is not finished. Seen only as "click to dial is disabled while handling a call". */
  oneCallAtATime: boolean;
  /** ASSUMPTION: what happens to a click-to-dial with a campaign name that does not exist. */
  unknownCampaign: 'ask' | 'refuse';
  /** ASSUMPTION: what the dialler takes, as a regular expression, once spaces, brackets, dots and dashes are out. */
  dialPattern: string;
  /** ASSUMPTION: the agent has the permission that `skipDNCCheck` needs. */
  mayDialDnc: boolean;
  /** ASSUMPTION: WebSocket event of a refused dial; its payload is taken to be `{number, errorCode, message}`. */
  makeCallFailedEventId: string;
  /** ASSUMPTION: an agent who closes the choice of a campaign makes the same event as a refused dial. */
  reportCancelledDial: boolean;
  /** ASSUMPTION: digits that can be sent; public material is sure of `0-9 * #` only. */
  dtmfCharacters: string;
  /** ASSUMPTION: how many digits can be sent at once. */
  dtmfMaxLength: number;
  /** ASSUMPTION: `sessionId` is the `interactionId`. */
  sameSessionId: boolean;
  /** ASSUMPTION: what is left of a call whose caller gave up before the agent answered. */
  abandonedCall: 'ended' | 'rejected';
  /** ASSUMPTION: what a disposition does that is set before the call has ended. */
  disposeWhileTalking: 'refuse' | 'end';
  /** ASSUMPTION: `getDispositions` tells `type`, `flags` and `timeout`. Only `id` and `name` are certain: `'bare'` tells no more. */
  dispositionShape: 'flags' | 'bare';
  /** ASSUMPTION: form of `timeout`, as a regular expression: whole seconds. */
  timeoutPattern: string;
  /** ASSUMPTION: whether a disposition whose timer the agent may set insists on it. */
  requireTimeout: boolean;
  /** ASSUMPTION: event id of a call whose wrap-up time ran out, 4 or 5. */
  wrapUpExpiredEventId: string;
  /** ASSUMPTION: event id of a call that was transferred away, 4 or 5. */
  transferredEventId: string;
  /** ASSUMPTION: milliseconds in one unit of `talkTime` (seen used as milliseconds) and of `duration` (seen used as seconds). */
  talkTimeUnit: number;
  durationUnit: number;
  /** ASSUMPTION: setting a variable that is not on the layout changes nothing; whether it resolves is the question. */
  offLayoutCav: 'ignore' | 'reject';
  /** ASSUMPTION: `getCav` without an `interactionId` means the latest live call. Seen in public code; what came of it is not known. */
  cavOfLatestCall: boolean;
  /** ASSUMPTION: `callEnded` carries `interactionType` and `interactionData` beside `callData`: the documentation's examples read them, its event tables lack them. */
  callEndedNamesInteraction: boolean;
  /** ASSUMPTION: values are checked against the variable's type and restrictions. */
  checkCavValues: boolean;
  /** ASSUMPTION: whether 'None' may be selected as Name and as Related To. */
  allowNone: boolean;
  /** ASSUMPTION: a new interaction starts with the records visited before it, too. */
  offerEarlierVisits: boolean;
  /** ASSUMPTION: a page that connects in wrap-up is told `callEnded` (`chatEnded`) after the events that are known to come again. */
  replayEnded: boolean;
  /** ASSUMPTION: a page that connects in mid-chat is told `chatOffered` before `chatAccepted`. */
  replayChatOffered: boolean;
}

/** What can be set at any time, with `configure`. All of it can cross as JSON. */
export type ContactCenterOptions = Settings & World & Assumptions;

/** What a contact centre is made with. */
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
  // A name that never resolves: an embedded contact centre has no REST server, and a request to it should say so.
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

/** What those options may be that take only certain words. */
const WORDS: Partial<Record<keyof ContactCenterOptions, readonly unknown[]>> = {
  unknownCampaign: ['ask', 'refuse'],
  abandonedCall: ['ended', 'rejected'],
  disposeWhileTalking: ['refuse', 'end'],
  dispositionShape: ['flags', 'bare'],
  offLayoutCav: ['ignore', 'reject'],
};

/** Stops an option that does not exist, or whose value would break the contact centre later. */
export function checkOption(option: string, value: unknown): void {
  expect(Object.hasOwn(defaultOptions, option), `there is no option ${option}.`);
  const name = option as keyof ContactCenterOptions;
  const fits =
    value === null
      ? /^(autoAnswerAfter|defaultCampaignId)$/.test(name)
      : typeof value === typeof (defaultOptions[name] ?? 0) &&
        !((value as number) < 0) &&
        WORDS[name]?.includes(value) !== false &&
        // Throws where it is none.
        (!name.endsWith('Pattern') || new RegExp(value as string));
  expect(fits, `${name} cannot be ${String(value)}.`);
}
