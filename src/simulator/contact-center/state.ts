import type {Cav, CrmObject, Disposition} from '../../interaction-api/types.js';
import type {PendingDial, RefusedDial} from './dialler.js';
import type {Departments} from './departments.js';
import type {Fault, Faults} from './faults.js';
import type {Floor, LoginState} from './floor.js';
import {type Interaction, type Step, stepsOf} from './interaction.js';
import type {ContactCenterOptions, StationType} from './options.js';

/** An interaction, with all that can be seen of it. */
export interface InteractionState {
  id: string;
  type: Interaction['type'];
  state: Interaction['state'];
  /** How it ended, once it has. */
  outcome: Interaction['outcome'] | null;
  /** What its events carry. */
  data: Interaction['data'];
  startedAt: number;
  connectedAt: number | null;
  endedAt: number | null;
  wrapUpEndsAt: number | null;
  finishedAt: number | null;
  /** Commands that it takes now. */
  steps: readonly Step[];
  /** Digits sent so far. */
  dtmf: string;
  muted: boolean;
  cavs: Cav[];
  dispositions: Disposition[];
  disposition: Interaction['disposition'] | null;
  nameObjects: CrmObject[];
  relatedToObjects: CrmObject[];
  selectedNameObject: CrmObject | null;
  selectedRelatedToObject: CrmObject | null;
  searchResults: CrmObject[];
}

/** Everything that can be seen of a contact centre, as JSON. */
export interface ContactCenterState {
  now: number;
  agent: {id: string; name: string; login: string; tenantId: string; loginState: LoginState; stationType: StationType};
  campaigns: {id: string; name: string; number: string}[];
  /** Oldest first, the last finished ones included. */
  interactions: InteractionState[];
  /** The interaction on the agent's screen. */
  openInteractionId: string | null;
  /** The click-to-dial that waits for a campaign. */
  pendingDial: PendingDial | null;
  refusedDials: RefusedDial[];
  visitedObjects: CrmObject[];
  link: Faults['link'];
  latency: number;
  /** Faults that wait for their request. */
  faults: Fault[];
  options: ContactCenterOptions;
}

/** Takes the snapshot. Nothing in it changes later. */
export function stateOf(floor: Floor, departments: Departments): ContactCenterState {
  const {tenant, clock, agent, options} = floor;
  const {interactions, dialler, objects, faults, desk} = departments;
  return structuredClone({
    now: clock.now(),
    agent: {...tenant.agent, tenantId: tenant.id, ...agent},
    campaigns: tenant.campaigns.map(({id, name, number}) => ({id, name, number})),
    interactions: interactions.all.map((interaction) => describe(interaction, departments)),
    openInteractionId: desk.openInteractionId,
    pendingDial: dialler.pending,
    refusedDials: dialler.refused,
    visitedObjects: objects.visited,
    link: faults.link,
    latency: faults.latency,
    faults: faults.oneShots,
    options,
  });
}

function describe(interaction: Interaction, {variables, dispositions, objects}: Departments): InteractionState {
  const {id, type, state, data, startedAt, searchResults, selected} = interaction;
  const call = type === 'Call' ? interaction : undefined;
  return {
    id,
    type,
    state,
    outcome: interaction.outcome ?? null,
    data,
    startedAt,
    connectedAt: interaction.connectedAt ?? null,
    endedAt: interaction.endedAt ?? null,
    wrapUpEndsAt: interaction.wrapUpEndsAt ?? null,
    finishedAt: interaction.finishedAt ?? null,
    steps: stepsOf(interaction),
    dtmf: call?.dtmf ?? '',
    muted: call?.muted ?? false,
    cavs: call ? variables.list(call) : [],
    dispositions: dispositions.list(interaction),
    disposition: interaction.disposition ?? null,
    nameObjects: objects.list(interaction, 'name'),
    relatedToObjects: objects.list(interaction, 'related-to'),
    selectedNameObject: selected.name,
    selectedRelatedToObject: selected['related-to'],
    searchResults,
  };
}
