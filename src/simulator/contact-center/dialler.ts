import type {CrmObject} from '../../interaction-api/types.js';
import type {Calls} from './calls.js';
import type {OutboundCall} from './new-call.js';
import {expect} from './command.js';
import {emitWs, type CenterContext} from './center-context.js';
import type {Interactions} from './interactions.js';
import {isSameLine, withoutPunctuation} from './phone-number.js';
import {newInteractionId} from './random.js';
import {type Campaign, campaignOf} from './tenant.js';

/** A number to call. */
export interface DialOrder {
  number: string;
  /** Name or id of the campaign. */
  campaignName?: string | undefined;
  /** The CRM record from which the agent dials. */
  crmObject?: CrmObject | undefined;
  /** Whether to search the CRM for the number. @default true */
  search?: boolean | undefined;
  /**
   * Whether to dial a number that is on the do-not-call list. Has no effect if the agent does not have the permission
   * for this (option `mayDialDnc`).
   */
  skipDncCheck?: boolean | undefined;
}

/** A dial that was refused, so no call has started. */
export interface RefusedDial {
  number: string;
  errorCode: string;
  message: string;
  at: number;
}

/** Maximum number of stored refused dials. */
const MAX_REFUSED = 10;

export type Dialler = ReturnType<typeof createDialler>;

/** Creates the object that starts or refuses outbound calls. */
export function createDialler(context: CenterContext, interactions: Interactions, calls: Calls) {
  const {clock, login, options, random, tenant} = context;
  /**
   * The dial that waits until the agent chooses a campaign; `null` if no dial waits. The id of the dial becomes the id
   * of the call.
   */
  let pending: OutboundCall | null = null;
  let refused: RefusedDial[] = [];

  /** Reports a dial that was refused. */
  function refuse(number: string, errorCode: string, message: string): null {
    refused = [...refused, {number, errorCode, message, at: clock.now()}].slice(-MAX_REFUSED);
    emitWs(context, options.makeCallFailedEventId, {number, errorCode, message}, {eventReason: 'FAILED_TO_CONNECT'});
    return null;
  }

  /** Returns the campaign for a dial: the campaign with this name or id, or the default campaign. */
  const campaignFor = (wanted: string | undefined): Campaign | undefined => {
    const named = wanted || options.defaultCampaignId;
    return tenant.campaigns.find(({id, name}) => name === named || id === named);
  };

  /** Removes and returns the dial that waits for a campaign. Throws a `CommandError` if no dial with this id waits. */
  function takePending(id: string): OutboundCall {
    expect(pending?.id === id, `no dial ${id} waits for a campaign.`);
    const taken = pending;
    pending = null;
    return taken;
  }

  return {
    campaignFor,
    refuse,
    state: () => ({pendingDial: pending, refusedDials: refused}),

    /**
     * Dials the number, waits for a campaign, or refuses the dial. Returns the id that the call will have, or `null` if
     * the dial is refused.
     */
    dial({number: written, campaignName, crmObject, search = true, skipDncCheck}: DialOrder): string | null {
      const number = withoutPunctuation(written);
      const campaign = campaignFor(campaignName);
      if (login.state !== 'WORKING') return refuse(written, 'NOT_WORKING', `The agent is ${login.state}.`);
      if (!new RegExp(options.dialPattern).test(number)) {
        return refuse(written, 'INVALID_NUMBER', 'This number cannot be dialled.');
      }
      if (!(skipDncCheck && options.mayDialDnc) && tenant.dnc.some((listed) => isSameLine(listed, number))) {
        return refuse(written, 'DNC', 'The number is on the do-not-call list.');
      }
      if (pending || (options.oneCallAtATime && interactions.live().some(({type}) => type === 'Call'))) {
        return refuse(written, 'CALL_IN_PROGRESS', 'Another call is in progress.');
      }
      if (campaignName && !campaign && options.unknownCampaign === 'refuse') {
        return refuse(written, 'NO_CAMPAIGN', `There is no campaign ${campaignName}.`);
      }
      const order = {id: newInteractionId(random), number, search, ...(crmObject && {crmObject})};
      if (campaign) calls.ring(order, campaign);
      else pending = order;
      return order.id;
    },

    chooseCampaign(id: string, campaignId: string): void {
      const campaign = campaignOf(tenant, campaignId);
      expect(campaign, 'a campaign is needed.');
      calls.ring(takePending(id), campaign);
    },

    cancel(id: string): void {
      const {number} = takePending(id);
      if (options.reportCancelledDial) refuse(number, 'CANCELLED', 'The agent chose no campaign.');
    },

    clear(): void {
      pending = null;
      refused = [];
    },
  };
}
