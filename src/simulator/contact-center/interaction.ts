import type {CallData, ChatData, CrmObject, EmailData, InteractionType} from '../../interaction-api/types.js';
import type {Campaign} from './tenant.js';

/** Where a call is. Source: public agent REST material. */
export type CallState = 'OFFERED' | 'RINGING_ON_OTHER_SIDE' | 'TALKING' | 'ON_HOLD' | 'WRAP_UP' | 'FINISHED';

/** Where a chat or an e-mail is. */
export type MessageState = 'OFFERED' | 'ACCEPTED' | 'WRAP_UP' | 'FINISHED';

/** Which list of CRM records: people, or things. */
export type ObjectKind = 'name' | 'related-to';

interface InteractionBase {
  readonly id: string;
  /** Who is on the other side. */
  readonly number: string;
  readonly campaign: Campaign | undefined;
  /** Whether `…Accepted` was told. */
  accepted: boolean;
  readonly startedAt: number;
  /** When talking began. */
  connectedAt?: number;
  endedAt?: number;
  /** When the wrap-up time is over. */
  wrapUpEndsAt?: number;
  finishedAt?: number;
  outcome?: 'finished' | 'rejected' | 'transferred';
  disposition?: {id: string; name: string; timeout?: string};
  /** CRM records on offer for the log. */
  objects: CrmObject[];
  searchResults: CrmObject[];
  readonly selected: Record<ObjectKind, CrmObject | null>;
}

/** A call. */
export interface Call extends InteractionBase {
  readonly type: 'Call';
  state: CallState;
  /** The customer's number, whoever is on the other side. */
  readonly customer: string;
  readonly data: CallData;
  /** CAV id to value. */
  readonly variables: Record<string, string>;
  /** Digits sent so far. */
  dtmf: string;
  muted: boolean;
}

/** A chat or an e-mail. */
export interface Message extends InteractionBase {
  readonly type: 'Chat' | 'Email';
  state: MessageState;
  readonly data: ChatData | EmailData;
}

export type Interaction = Call | Message;

/** Commands that concern one interaction. */
export type Step =
  'answer' | 'reject' | 'remoteAnswer' | 'hold' | 'resume' | 'hangUp' | 'accept' | 'end' | 'transfer' | 'dispose';

/** The state machine: which commands an interaction takes, by its type and state. */
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

/** The commands that `interaction` takes now. */
export const stepsOf = ({type, state}: Pick<Interaction, 'type' | 'state'>): readonly Step[] =>
  steps[type][state] ?? [];
