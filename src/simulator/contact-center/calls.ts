import {callModel} from './call-model.js';
import type {CrmObjects} from './crm-objects.js';
import {CommandError} from './errors.js';
import {emitWs, type CenterContext} from './center-context.js';
import type {Call, CallState} from './interaction.js';
import type {Interactions} from './interactions.js';
import {type CallStart, newCall, type OutboundCall} from './new-call.js';
import {newInteractionId} from './random.js';
import {type Campaign, campaignOf} from './tenant.js';
import type {CavInput, Variables} from './variables.js';

/** An incoming call. */
export interface CallOffer {
  /** The caller's number. */
  ani: string;
  /** The number that the caller dialled. @default the campaign's number */
  dnis?: string;
  /**
   * Id or name of the campaign; empty for a call to the agent's own number, which belongs to no campaign.
   * @default the first campaign
   */
  campaignId?: string;
  /** Values of the call's variables. */
  cavs?: CavInput;
  /** Login of the agent who transferred the call to this agent. Missing if the call was not transferred. */
  transferredFrom?: string;
}

/**
 * Called when the wrap-up time of a call is over.
 *
 * @param setDisposition Sets the automatic disposition.
 * @param finish Finishes the call.
 */
export type WrapUpListener = (call: Call, setDisposition: () => void, finish: () => void) => void;

export type Calls = ReturnType<typeof createCalls>;

/**
 * Creates the object that changes the states of calls and sends the events of these changes. Source of the events and
 * of their order: docs/FIVE9.md 8.2.
 */
export function createCalls(
  context: CenterContext,
  interactions: Interactions,
  variables: Variables,
  objects: CrmObjects,
  whenWrapUpIsOver: WrapUpListener,
) {
  const {clock, options, random, stream, tenant} = context;
  /**
   * Timers of automatic steps, at most one timer per call. The automatic steps are the customer's answer to a ringing
   * call, and the end of the wrap-up time.
   */
  const timers = new Map<Call, unknown>();

  function later(call: Call, ms: number, run: () => void): void {
    timers.set(
      call,
      clock.setTimeout(() => {
        stream.change(run);
      }, ms),
    );
  }

  /** Sends a WebSocket event with the current data of the call. */
  function sendUpdate(call: Call, eventReason = 'UPDATED', eventId = '4'): void {
    emitWs(context, eventId, callModel(call, call.variables, clock.now()), {eventReason});
  }

  function move(call: Call, state: CallState, reason?: string, eventId?: string): void {
    clock.clearTimeout(timers.get(call));
    timers.delete(call);
    call.state = state;
    sendUpdate(call, reason, eventId);
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

  function start(given: CallStart): Call {
    const call = newCall(context, variables, objects, given);
    interactions.add(call);
    sendUpdate(call, 'CREATED', '3');
    interactions.announce(call, 'Started');
    return call;
  }

  /** Connects the agent and the customer. */
  function connect(call: Call): void {
    holdOthers();
    call.connectedAt = clock.now();
    move(call, 'TALKING', 'CONNECTED');
  }

  /** Puts each call in the state `TALKING` on hold, because the agent can talk in only one call at a time. */
  function holdOthers(): void {
    for (const other of interactions.live()) {
      if (other.type === 'Call' && other.state === 'TALKING') move(other, 'ON_HOLD');
    }
  }

  /** Ends a call that has not ended yet. */
  function endConversation(call: Call): void {
    if (call.state !== 'WRAP_UP') end(call, 'DISCONNECTED_BY_AGENT');
  }

  /** Finishes a call whose disposition is set. */
  function dispose(call: Call, reason = 'DISPOSITIONED', eventId?: string): void {
    endConversation(call);
    finish(call, 'finished', reason, eventId);
  }

  function wrapUp(call: Call, reason: string): void {
    end(call, reason);
    const {wrapUpSeconds, autoDispositionId, wrapUpExpiredEventId} = options;
    if (!wrapUpSeconds || wrapUpSeconds === Infinity) return;
    call.wrapUpEndsAt = clock.now() + wrapUpSeconds * 1000;
    later(call, wrapUpSeconds * 1000, () => {
      whenWrapUpIsOver(
        call,
        () => {
          const automatic = tenant.dispositions.find(({id}) => id === autoDispositionId);
          if (automatic) call.disposition = {id: automatic.id, name: automatic.name};
        },
        () => {
          dispose(call, 'AFTER_CALL_WORK_TIME_EXPIRED', wrapUpExpiredEventId);
        },
      );
    });
  }

  return {
    sendUpdate,
    connect,
    endConversation,
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
      start({id, number: ani, search: true, state: 'OFFERED', campaign, parties, cavs});
      return id;
    },

    /**
     * Lets the customer's phone ring. The page receives `callAccepted` at once, because Five9 sends this event already
     * when the customer's phone rings.
     */
    ring(order: OutboundCall, campaign: Campaign): void {
      const {id, number: dnis} = order;
      const parties = {interactionId: id, callType: 'MANUAL', ani: campaign.number, dnis, isTransferredCall: false};
      const call = start({...order, state: 'RINGING_ON_OTHER_SIDE', campaign, parties});
      sendUpdate(call);
      interactions.accept(call);
      if (options.autoAnswerAfter === null) return;
      later(call, options.autoAnswerAfter, () => {
        connect(call);
      });
    },

    /** Connects the agent to an incoming call. */
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

    /** Ends a call for this agent, because the agent has transferred the call. Does not finish the call. */
    endTransferred(call: Call): void {
      end(call, 'TRANSFERRED', 'FINISHED', options.transferredEventId);
    },
  };
}
