import type {Cav, CrmObject, Disposition} from '../../interaction-api/types.js';
import type {OutboundCall} from './calls.js';
import type {CenterParts} from './parts.js';
import type {RefusedDial} from './dialler.js';
import type {Fault} from './faults.js';
import type {CenterContext, LoginState} from './center-context.js';
import {type Call, type Interaction, type Message, type Step, stepsOf} from './interaction.js';
import type {ContactCenterOptions, StationType} from './options.js';
import type {Tenant} from './tenant.js';

/** What everybody can know of an interaction, beside the interaction itself. */
interface Described {
  /** Commands that it takes now. */
  steps: readonly Step[];
  dispositions: Disposition[];
  nameObjects: CrmObject[];
  relatedToObjects: CrmObject[];
  selectedNameObject: CrmObject | null;
  selectedRelatedToObject: CrmObject | null;
}

type Hidden = 'objects' | 'selected' | 'variables';

/** An interaction, with all that can be seen of it. What has not happened yet is left out. */
export type InteractionState = (Omit<Call, Hidden> & Described & {cavs: Cav[]}) | (Omit<Message, Hidden> & Described);

/** Everything that can be seen of a contact centre, as JSON. */
export interface ContactCenterState {
  now: number;
  agent: Tenant['agent'] & {tenantId: string; loginState: LoginState; stationType: StationType};
  campaigns: Tenant['campaigns'];
  /** Oldest first, the last finished ones included. */
  interactions: InteractionState[];
  /** The interaction on the agent's screen. */
  openInteractionId: string | null;
  /** The click-to-dial that waits for a campaign. */
  pendingDial: OutboundCall | null;
  /** The latest dials that did not become calls, newest last. */
  refusedDials: RefusedDial[];
  visitedObjects: CrmObject[];
  /** Whether the adapter can be reached. */
  link: 'up' | 'dropped' | 'dropped silently';
  /** Milliseconds that every answer takes longer. */
  latency: number;
  /** Faults that wait for their request. */
  faults: Fault[];
  options: ContactCenterOptions;
}

/** Takes the snapshot. Nothing in it changes later. */
export function stateOf({clock, login, options, tenant}: CenterContext, parts: CenterParts): ContactCenterState {
  const {interactions, variables, dispositions, objects, dialler, faults, pageRequests} = parts;

  function describe(interaction: Interaction): InteractionState {
    const described = {
      ...interaction,
      steps: stepsOf(interaction),
      dispositions: dispositions.list(interaction),
      nameObjects: objects.list(interaction, 'name'),
      relatedToObjects: objects.list(interaction, 'related-to'),
      selectedNameObject: interaction.selected.name,
      selectedRelatedToObject: interaction.selected['related-to'],
      ...(interaction.type === 'Call' && {cavs: variables.list(interaction)}),
    };
    const {objects: _, selected: _2, variables: _3, ...seen} = described as typeof described & Partial<Call>;
    return seen as InteractionState;
  }

  return structuredClone({
    now: clock.now(),
    agent: {...tenant.agent, tenantId: tenant.id, loginState: login.state, stationType: login.stationType},
    campaigns: tenant.campaigns,
    interactions: interactions.all().map(describe),
    openInteractionId: pageRequests.openInteractionId(),
    ...dialler.state(),
    visitedObjects: objects.visited(),
    ...faults.state(),
    options,
  });
}
