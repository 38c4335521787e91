import type {CallData, ChatData, CrmObject, EmailData, InteractionType} from '../../interaction-api/types.js';
import type {Campaign} from './tenant.js';

/** State of a call. Source: public material about the agent REST API. */
export type CallState = 'OFFERED' | 'RINGING_ON_OTHER_SIDE' | 'TALKING' | 'ON_HOLD' | 'WRAP_UP' | 'FINISHED';

/** State of a chat or an e-mail. */
export type MessageState = 'OFFERED' | 'ACCEPTED' | 'WRAP_UP' | 'FINISHED';

/** Kind of a list of CRM records: people (`name`) or things (`related-to`). */
export type ObjectKind = 'name' | 'related-to';

interface InteractionBase {
  readonly id: string;
  /** Phone number or address of the other side, which is the customer or another agent. */
  readonly number: string;
  readonly campaign: Campaign | undefined;
  /** Whether the event `callAccepted`, `chatAccepted` or `emailAccepted` was sent. */
  accepted: boolean;
  readonly startedAt: number;
  /** Time when the conversation began, in milliseconds since 1970. */
  connectedAt?: number;
  endedAt?: number;
  /** Time when wrap-up ends automatically. Missing if wrap-up has no time limit. */
  wrapUpEndsAt?: number;
  finishedAt?: number;
  outcome?: 'finished' | 'rejected' | 'transferred';
  disposition?: {id: string; name: string; timeout?: string};
  /** CRM records that the agent can select. */
  objects: CrmObject[];
  searchResults: CrmObject[];
  /** Whether the pages are asked for the records of the other party. */
  readonly mayBeSearched: boolean;
  /** State of the pages' search for the records. Missing if no page was asked. */
  search?: 'searching' | 'done' | 'failed';
  /** The error of the pages' search, as text. */
  searchError?: string;
  /** Fields that a hook has added to the log. */
  logFields?: Record<string, unknown>;
  /**
   * Whether a page has saved the log. Missing until the log is complete. `cancelled`: a hook has stopped it.
   * `no opinion`: no page saves logs.
   */
  logged?: 'saving' | 'saved' | 'failed' | 'cancelled' | 'no opinion';
  readonly selected: Record<ObjectKind, CrmObject | null>;
}

/** A call. */
export interface Call extends InteractionBase {
  readonly type: 'Call';
  state: CallState;
  /** The customer's number, even if another agent is on the other side. */
  readonly customer: string;
  readonly data: CallData;
  /** Values of the call's variables, by CAV id. */
  readonly variables: Record<string, string>;
  /** DTMF digits that the agent has sent so far. */
  dtmf: string;
  muted: boolean;
  /** Whether the call is recorded. Missing until a recording starts. */
  recorded?: boolean;
}

/** A chat or an e-mail. */
export interface Message extends InteractionBase {
  readonly type: 'Chat' | 'Email';
  state: MessageState;
  readonly data: ChatData | EmailData;
}

export type Interaction = Call | Message;

/** Name of a command for one interaction. */
export type Step =
  'answer' | 'reject' | 'remoteAnswer' | 'hold' | 'resume' | 'hangUp' | 'accept' | 'end' | 'transfer' | 'dispose';

/** The possible commands for each type and each state of an interaction. */
const steps: Record<InteractionType, Partial<Record<CallState | MessageState, readonly Step[]>>> = {
  Call: {
    OFFERED: ['answer', 'reject', 'hangUp'],
    RINGING_ON_OTHER_SIDE: ['remoteAnswer', 'hangUp'],
    TALKING: ['hold', 'transfer', 'hangUp'],
    ON_HOLD: ['resume', 'transfer', 'hangUp'],
    WRAP_UP: ['dispose'],
  },
  Chat: {OFFERED: ['accept', 'reject'], ACCEPTED: ['end', 'transfer'], WRAP_UP: ['dispose']},
  Email: {OFFERED: ['accept', 'reject'], ACCEPTED: ['dispose', 'transfer']},
};

/** Returns the commands that are possible for an interaction now. */
export const stepsOf = ({type, state}: Pick<Interaction, 'type' | 'state'>): readonly Step[] =>
  steps[type][state] ?? [];
