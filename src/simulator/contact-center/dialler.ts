import type {CrmObject} from '../../interaction-api/types.js';
import type {Calls} from './calls.js';
import {CommandError} from './errors.js';
import {emitWs, type Floor} from './floor.js';
import type {Interactions} from './interactions.js';
import {isSameLine, withoutPunctuation} from './phone-number.js';
import {newInteractionId} from './random.js';
import {campaignOf} from './tenant.js';

/** A number to call. */
export interface DialOrder {
  number: string;
  campaignName?: string | undefined;
  /** The CRM record it is dialled from. */
  crmObject?: CrmObject | undefined;
  /** Whether to search the CRM for the number. @default true */
  search?: boolean | undefined;
}

/** A dial for which the agent has yet to choose a campaign. Its id becomes the call's. */
export interface PendingDial extends DialOrder {
  id: string;
}

/** A dial that did not become a call. */
export interface RefusedDial {
  number: string;
  errorCode: string;
  message: string;
  at: number;
}

/** How many refusals are remembered. */
const REMEMBERED = 10;

/** Starts outbound calls, or says why not. */
export class Dialler {
  pending: PendingDial | null = null;
  /** The latest refusals, newest last. */
  refused: RefusedDial[] = [];
  readonly #floor: Floor;
  readonly #interactions: Interactions;
  readonly #calls: Calls;

  constructor(floor: Floor, interactions: Interactions, calls: Calls) {
    this.#floor = floor;
    this.#interactions = interactions;
    this.#calls = calls;
  }

  /** Dials, or asks for a campaign, or refuses. Returns the id of the call to be, `null` if it was refused. */
  dial(order: DialOrder): string | null {
    const {random, options, tenant} = this.#floor;
    const number = withoutPunctuation(order.number);
    const objection = this.#objection(number, order.campaignName);
    if (objection) {
      this.#refuse(order.number, ...objection);
      return null;
    }
    const {campaignName, crmObject, search} = order;
    const wanted = campaignName || options.defaultCampaignId;
    const campaign = tenant.campaigns.find(({id, name}) => name === wanted || id === wanted);
    const id = newInteractionId(random);
    if (campaign) this.#calls.ring(id, number, campaign, {crmObject, search});
    else this.pending = {...order, id, number};
    return id;
  }

  chooseCampaign(id: string, campaignId: string): void {
    const {number, crmObject, search} = this.#waiting('chooseCampaign', id);
    const campaign = campaignOf(this.#floor.tenant, campaignId);
    if (!campaign) throw new CommandError('chooseCampaign: which campaign?');
    this.pending = null;
    this.#calls.ring(id, number, campaign, {crmObject, search});
  }

  cancel(id: string): void {
    const {number} = this.#waiting('cancelDial', id);
    this.pending = null;
    if (this.#floor.options.reportCancelledDial) this.#refuse(number, 'CANCELLED', 'The agent chose no campaign.');
  }

  clear(): void {
    this.pending = null;
    this.refused = [];
  }

  #objection(number: string, campaignName = ''): [errorCode: string, message: string] | undefined {
    const {options, agent, tenant} = this.#floor;
    if (agent.loginState !== 'WORKING') return ['NOT_WORKING', `The agent is not working: ${agent.loginState}.`];
    if (!new RegExp(options.dialPattern).test(number)) return ['INVALID_NUMBER', 'This number cannot be dialled.'];
    if (tenant.dnc.some((listed) => isSameLine(listed, number)))
      return ['DNC', 'The number is on the do-not-call list.'];
    if (this.pending || (options.oneCallAtATime && this.#interactions.live.some(({type}) => type === 'Call'))) {
      return ['CALL_IN_PROGRESS', 'Another call is in progress.'];
    }
    if (
      campaignName &&
      options.unknownCampaign === 'refuse' &&
      !tenant.campaigns.some(({name}) => name === campaignName)
    ) {
      return ['NO_CAMPAIGN', `There is no campaign ${campaignName}.`];
    }
    return undefined;
  }

  #refuse(number: string, errorCode: string, message: string): void {
    const {clock, options} = this.#floor;
    this.refused = [...this.refused, {number, errorCode, message, at: clock.now()}].slice(-REMEMBERED);
    emitWs(
      this.#floor,
      options.makeCallFailedEventId,
      {number, errorCode, message},
      {eventReason: 'FAILED_TO_CONNECT'},
    );
  }

  #waiting(command: string, id: string): PendingDial {
    if (this.pending?.id === id) return this.pending;
    throw new CommandError(`${command}: no dial ${id} waits for a campaign.`);
  }
}
