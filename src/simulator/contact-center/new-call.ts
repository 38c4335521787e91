import type {CallData, CrmObject} from '../../interaction-api/types.js';
import type {CenterContext} from './center-context.js';
import type {CrmObjects} from './crm-objects.js';
import type {Call, CallState} from './interaction.js';
import type {Campaign} from './tenant.js';
import type {CavInput, Variables} from './variables.js';

/** An outbound call before it rings. */
export interface OutboundCall {
  id: string;
  number: string;
  /** The CRM record from which the agent dialled. */
  crmObject?: CrmObject;
  /** Whether to search the CRM for the number. */
  search: boolean;
}

/** All known data of a call when the call starts. */
export interface CallStart extends OutboundCall {
  state: CallState;
  campaign: Campaign | undefined;
  /** Data about the two sides of the call: numbers, direction, transfer. */
  parties: CallData;
  cavs?: CavInput | undefined;
}

/** Returns a new call. Does not store it, and sends no events. */
export function newCall(
  {clock, options, tenant}: CenterContext,
  variables: Variables,
  objects: CrmObjects,
  {id, number: customer, search, crmObject, state, campaign, parties, cavs}: CallStart,
): Call {
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
  return {
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
    mayBeSearched: search && (options.searchesAgentCalls || !data.number?.startsWith('agent:')),
    ...objects.initial(search ? customer : '', crmObject),
  };
}
