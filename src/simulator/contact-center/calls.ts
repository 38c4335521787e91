import type {CallData, CallType, CrmObject} from '../../interaction-api/types.js';
import {CommandError} from './errors.js';
import {emitWs, type Floor} from './floor.js';
import type {Call, CallState} from './interaction.js';
import type {Interactions} from './interactions.js';
import type {CrmObjects} from './crm-objects.js';
import {type Campaign, campaignOf} from './tenant.js';
import type {CavInput, Variables} from './variables.js';

/** An incoming call. */
export interface CallOffer {
  /** The caller's number. */
  ani: string;
  /** The number that was called. @default the campaign's */
  dnis?: string;
  /** Empty: a call to the agent's own number, which belongs to no campaign. @default the first campaign */
  campaignId?: string;
  /** Variables that the call brings with it. */
  cavs?: CavInput;
  /** Login of the agent who transferred the call here. */
  transferredFrom?: string;
}

/** What the far end of a new call is, and what comes with it. */
interface Start {
  id: string;
  callType: CallType;
  campaign: Campaign | undefined;
  parties: Required<Pick<CallData, 'ani' | 'dnis' | 'number' | 'isTransferredCall'>>;
  /** The customer's number, for the look-up of contact and records. */
  customer: string;
  cavs?: CavInput | undefined;
  /** The record that was dialled from. */
  crmObject?: CrmObject | undefined;
  /** Whether to search the CRM for the number. */
  search?: boolean | undefined;
}

/** The life of a call, and the events it makes. Which follows which: FIVE9, section 8.2. */
export class Calls {
  readonly #floor: Floor;
  readonly #interactions: Interactions;
  readonly #variables: Variables;
  readonly #objects: CrmObjects;
  /** What comes by itself; at most one thing for each call: the answer while it rings, the end of wrap-up after it. */
  readonly #timers = new Map<Call, unknown>();

  constructor(floor: Floor, interactions: Interactions, variables: Variables, objects: CrmObjects) {
    this.#floor = floor;
    this.#interactions = interactions;
    this.#variables = variables;
    this.#objects = objects;
  }

  offer(id: string, {ani, dnis, campaignId, cavs, transferredFrom}: CallOffer): void {
    const campaign = campaignOf(this.#floor.tenant, campaignId);
    const call = this.#start('OFFERED', {
      id,
      callType: 'INBOUND',
      campaign,
      parties: {
        ani,
        dnis: dnis ?? campaign?.number ?? '',
        number: transferredFrom ? `agent:${transferredFrom}` : ani,
        isTransferredCall: !!transferredFrom,
      },
      customer: ani,
      cavs,
    });
    this.tell(call, 'CREATED', '3');
    this.#interactions.announce(call, 'Started');
  }

  /** Rings at the customer's. The page is told "accepted" at once: the word includes "rings on the other side". */
  ring(id: string, number: string, campaign: Campaign, order: Pick<Start, 'crmObject' | 'search'>): void {
    const call = this.#start('RINGING_ON_OTHER_SIDE', {
      id,
      callType: 'MANUAL',
      campaign,
      parties: {ani: campaign.number, dnis: number, number, isTransferredCall: false},
      customer: number,
      ...order,
    });
    this.tell(call, 'CREATED', '3');
    this.#interactions.announce(call, 'Started');
    this.tell(call);
    this.#interactions.accept(call);
    const {autoAnswerAfter} = this.#floor.options;
    if (autoAnswerAfter !== null) {
      this.#later(call, autoAnswerAfter, () => {
        this.connect(call);
      });
    }
  }

  /** The agent answers. */
  answer(call: Call): void {
    this.#holdOthers();
    this.connect(call);
    this.#interactions.accept(call);
  }

  /** The agent takes the call off hold. */
  resume(call: Call): void {
    this.#holdOthers();
    this.move(call, 'TALKING');
  }

  /** Both sides can talk. */
  connect(call: Call): void {
    call.connectedAt = this.#floor.clock.now();
    this.move(call, 'TALKING', 'CONNECTED');
  }

  /** Brings the call to another state and tells by WebSocket. */
  move(call: Call, state: CallState, reason?: string, eventId?: string): void {
    this.#floor.clock.clearTimeout(this.#timers.get(call));
    this.#timers.delete(call);
    call.state = state;
    this.tell(call, reason, eventId);
  }

  hangUp(call: Call, by: 'agent' | 'customer'): void {
    if (by === 'agent') {
      if (call.state === 'OFFERED') throw new CommandError('hangUp: the agent has not answered yet; use reject.');
      this.#wrapUp(call, 'DISCONNECTED_BY_AGENT');
    } else if (call.state === 'OFFERED') {
      this.#abandon(call);
    } else {
      this.#wrapUp(call, call.connectedAt ? 'DISCONNECTED_BY_CALLER' : 'FAILED_TO_CONNECT');
    }
  }

  reject(call: Call): void {
    this.#finish(call, 'rejected', 'DISCONNECTED_BY_AGENT');
  }

  transfer(call: Call): void {
    this.#end(call, 'TRANSFERRED', 'FINISHED', this.#floor.options.transferredEventId);
    this.#interactions.finish(call, 'transferred');
  }

  /** The disposition is set. */
  dispose(call: Call, reason = 'DISPOSITIONED', eventId = '5'): void {
    if (call.state !== 'WRAP_UP') this.#end(call, 'DISCONNECTED_BY_AGENT');
    this.#finish(call, 'finished', reason, eventId);
  }

  /** Tells by WebSocket how the call is now. */
  tell(call: Call, eventReason = 'UPDATED', eventId = '4'): void {
    const {state, data, campaign, startedAt, connectedAt, endedAt, variables} = call;
    const now = this.#floor.clock.now();
    const model = {
      id: call.id,
      callType: data.callType,
      state,
      campaignId: campaign?.id ?? '',
      ani: data.ani,
      dnis: data.dnis,
      number: data.number,
      startTimestamp: startedAt,
      handleTime: connectedAt ? (endedAt ?? now) - connectedAt : 0,
      wrapupTime: endedAt ? now - endedAt : 0,
      variables,
    };
    emitWs(this.#floor, eventId, model, {eventReason});
  }

  #start(state: CallState, {id, callType, campaign, parties, customer, cavs, crmObject, search}: Start): Call {
    const {tenant, options, clock} = this.#floor;
    const data: Call['data'] = {
      interactionId: id,
      sessionId: options.sameSessionId ? id : id.toLowerCase(),
      ...parties,
      callType,
      campaignId: campaign?.id ?? '',
      campaignName: campaign?.name ?? '',
      skillId: campaign?.skill?.id ?? null,
      skillName: campaign?.skill?.name ?? null,
      agent: tenant.agent.login,
      agentId: tenant.agent.id,
      agentName: tenant.agent.name,
      interactionSubType: 'Call',
    };
    const call: Call = {
      id,
      type: 'Call',
      state,
      data,
      campaign,
      accepted: false,
      startedAt: clock.now(),
      variables: this.#variables.initial(data, customer, cavs),
      dtmf: '',
      muted: false,
      ...this.#objects.initial(search === false ? undefined : customer, crmObject),
    };
    this.#interactions.add(call);
    return call;
  }

  #wrapUp(call: Call, reason: string): void {
    this.#end(call, reason);
    const {clock, options} = this.#floor;
    const {wrapUpSeconds, wrapUpExpiredEventId} = options;
    if (!wrapUpSeconds) return;
    call.wrapUpEndsAt = clock.now() + wrapUpSeconds * 1000;
    this.#later(call, wrapUpSeconds * 1000, () => {
      const {id, name = ''} = this.#floor.tenant.dispositions.find((it) => it.id === options.autoDispositionId) ?? {};
      if (id) call.disposition = {id, name};
      this.dispose(call, 'AFTER_CALL_WORK_TIME_EXPIRED', wrapUpExpiredEventId);
    });
  }

  /** The caller gives up before the agent answers. */
  #abandon(call: Call): void {
    const rejected = this.#floor.options.abandonedCall === 'rejected';
    if (!rejected) this.#interactions.announce(call, 'Ended');
    this.#finish(call, rejected ? 'rejected' : 'finished', 'DISCONNECTED_BY_CALLER');
  }

  #end(call: Call, reason: string, state: CallState = 'WRAP_UP', eventId?: string): void {
    call.endedAt = this.#floor.clock.now();
    this.move(call, state, reason, eventId);
    this.#interactions.announce(call, 'Ended');
  }

  #finish(call: Call, outcome: 'finished' | 'rejected', reason: string, eventId = '5'): void {
    this.move(call, 'FINISHED', reason, eventId);
    this.#interactions.finish(call, outcome);
  }

  /** One voice at a time: who turns to a second call puts the first on hold. */
  #holdOthers(): void {
    for (const other of this.#interactions.live) {
      if (other.type === 'Call' && other.state === 'TALKING') this.move(other, 'ON_HOLD');
    }
  }

  #later(call: Call, ms: number, run: () => void): void {
    const {clock, stream} = this.#floor;
    const timer = clock.setTimeout(() => {
      stream.change(run);
    }, ms);
    this.#timers.set(call, timer);
  }
}
