import type {CallData, CrmObject} from '../../interaction-api/types.js';
import {callModel} from './call-model.js';
import type {CrmObjects} from './crm-objects.js';
import {CommandError} from './errors.js';
import {emitWs, type CenterContext} from './center-context.js';
import type {Call, CallState} from './interaction.js';
import type {Interactions} from './interactions.js';
import {newInteractionId} from './random.js';
import {type Campaign, campaignOf} from './tenant.js';
import type {CavInput, Variables} from './variables.js';

/** An incoming call. */
export interface CallOffer {
  /** The caller's number. */
  ani: string;
  /** The number that was called. @default the campaign's */
  dnis?: string;
  /** Id or name. Empty: a call to the agent's own number, which belongs to no campaign. @default the first campaign */
  campaignId?: string;
  /** Variables that the call brings with it. */
  cavs?: CavInput;
  /** Login of the agent who transferred the call here. */
  transferredFrom?: string;
}

/** What is known of an outbound call before it rings. */
export interface OutboundCall {
  id: string;
  number: string;
  /** The CRM record it is dialled from. */
  crmObject?: CrmObject;
  /** Whether to search the CRM for the number. */
  search: boolean;
}

export type Calls = ReturnType<typeof createCalls>;

/** The life of a call, and the events it makes. Which follows which: FIVE9, section 8.2. */
export function createCalls(
  context: CenterContext,
  interactions: Interactions,
  variables: Variables,
  objects: CrmObjects,
) {
  const {clock, options, random, stream, tenant} = context;
  /** What comes by itself; at most one thing for each call: the answer while it rings, the end of wrap-up after it. */
  const timers = new Map<Call, unknown>();

  function later(call: Call, ms: number, run: () => void): void {
    timers.set(
      call,
      clock.setTimeout(() => {
        stream.change(run);
      }, ms),
    );
  }

  /** Tells by WebSocket how the call is now. */
  function tell(call: Call, eventReason = 'UPDATED', eventId = '4'): void {
    emitWs(context, eventId, callModel(call, call.variables, clock.now()), {eventReason});
  }

  function move(call: Call, state: CallState, reason?: string, eventId?: string): void {
    clock.clearTimeout(timers.get(call));
    timers.delete(call);
    call.state = state;
    tell(call, reason, eventId);
  }

  function end(call: Call, reason: string, state: CallState = 'WRAP_UP', eventId?: string): void {
    call.endedAt = clock.now();
    move(call, state, reason, eventId);
    interactions.announce(call, 'Ended');
  }

  function finish(call: Call, outcome: 'finished' | 'rejected', reason: string, eventId = '5'): void {
    move(call, 'FINISHED', reason, eventId);
    interactions.finish(call, outcome);
  }

  function start(
    given: OutboundCall,
    state: CallState,
    campaign: Campaign | undefined,
    parties: CallData,
    cavs?: CavInput,
  ): Call {
    const {id, number: customer} = given;
    const data: CallData = {
      number: customer,
      ...parties,
      sessionId: options.sameSessionId ? id : id.toLowerCase(),
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
      number: data.number ?? customer,
      customer,
      data,
      campaign,
      accepted: false,
      startedAt: clock.now(),
      variables: variables.initial(data, customer, cavs),
      dtmf: '',
      muted: false,
      ...objects.initial(given.search ? customer : '', given.crmObject),
    };
    interactions.add(call);
    tell(call, 'CREATED', '3');
    interactions.announce(call, 'Started');
    return call;
  }

  /** Both sides can talk. */
  function connect(call: Call): void {
    holdOthers();
    call.connectedAt = clock.now();
    move(call, 'TALKING', 'CONNECTED');
  }

  /** One voice at a time: who turns to a call puts any other on hold. */
  function holdOthers(): void {
    for (const other of interactions.live()) {
      if (other.type === 'Call' && other.state === 'TALKING') move(other, 'ON_HOLD');
    }
  }

  /** The disposition is set. */
  function dispose(call: Call, reason = 'DISPOSITIONED', eventId?: string): void {
    if (call.state !== 'WRAP_UP') end(call, 'DISCONNECTED_BY_AGENT');
    finish(call, 'finished', reason, eventId);
  }

  function wrapUp(call: Call, reason: string): void {
    end(call, reason);
    const {wrapUpSeconds, autoDispositionId, wrapUpExpiredEventId} = options;
    if (!wrapUpSeconds) return;
    call.wrapUpEndsAt = clock.now() + wrapUpSeconds * 1000;
    later(call, wrapUpSeconds * 1000, () => {
      const automatic = tenant.dispositions.find(({id}) => id === autoDispositionId);
      if (automatic) call.disposition = {id: automatic.id, name: automatic.name};
      dispose(call, 'AFTER_CALL_WORK_TIME_EXPIRED', wrapUpExpiredEventId);
    });
  }

  return {
    tell,
    connect,
    dispose,

    offer({ani, dnis, campaignId, cavs, transferredFrom}: CallOffer): string {
      const campaign = campaignOf(tenant, campaignId);
      const id = newInteractionId(random);
      const parties = {
        interactionId: id,
        callType: 'INBOUND',
        ani,
        dnis: dnis ?? campaign?.number ?? '',
        isTransferredCall: !!transferredFrom,
        ...(transferredFrom && {number: `agent:${transferredFrom}`}),
      };
      start({id, number: ani, search: true}, 'OFFERED', campaign, parties, cavs);
      return id;
    },

    /** Rings at the customer's. The page is told "accepted" at once: the word includes "rings on the other side". */
    ring(order: OutboundCall, campaign: Campaign): void {
      const {id, number: dnis} = order;
      const parties = {interactionId: id, callType: 'MANUAL', ani: campaign.number, dnis, isTransferredCall: false};
      const call = start(order, 'RINGING_ON_OTHER_SIDE', campaign, parties);
      tell(call);
      interactions.accept(call);
      if (options.autoAnswerAfter === null) return;
      later(call, options.autoAnswerAfter, () => {
        connect(call);
      });
    },

    /** The agent answers. */
    answer(call: Call): void {
      connect(call);
      interactions.accept(call);
    },

    hold(call: Call): void {
      move(call, 'ON_HOLD');
    },

    resume(call: Call): void {
      holdOthers();
      move(call, 'TALKING');
    },

    reject(call: Call): void {
      finish(call, 'rejected', 'DISCONNECTED_BY_AGENT');
    },

    hangUp(call: Call, by: 'agent' | 'customer'): void {
      if (call.state !== 'OFFERED') {
        wrapUp(
          call,
          by === 'agent' ? 'DISCONNECTED_BY_AGENT' : call.connectedAt ? 'DISCONNECTED_BY_CALLER' : 'FAILED_TO_CONNECT',
        );
      } else if (by === 'agent') {
        throw new CommandError('the agent has not answered yet; reject instead.');
      } else if (options.abandonedCall === 'rejected') {
        finish(call, 'rejected', 'DISCONNECTED_BY_CALLER');
      } else {
        end(call, 'DISCONNECTED_BY_CALLER', 'FINISHED', '5');
        interactions.finish(call, 'finished');
      }
    },

    transfer(call: Call): void {
      end(call, 'TRANSFERRED', 'FINISHED', options.transferredEventId);
      interactions.finish(call, 'transferred');
    },
  };
}
