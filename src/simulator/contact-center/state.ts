import type {Click2DialData, Cav, CrmObject, Disposition} from '../../interaction-api/types.js';
import type {OutboundCall} from './new-call.js';
import type {CenterParts} from './parts.js';
import type {RefusedDial} from './dialler.js';
import type {Fault} from './faults.js';
import type {CenterContext, LoginState} from './center-context.js';
import {type Call, type Interaction, type Message, type Step, stepsOf} from './interaction.js';
import type {Dialog} from './page/dialogs.js';
import type {AskedApi} from './page/page-asker.js';
import type {AskedQuestion} from './page/question-journal.js';
import type {TileName} from './page/tiles.js';
import type {ContactCenterOptions, StationType} from './options.js';
import type {Tenant} from './tenant.js';

/** Computed fields of an interaction's public state. */
interface Described {
  /** Commands that are possible now. */
  steps: readonly Step[];
  dispositions: Disposition[];
  nameObjects: CrmObject[];
  relatedToObjects: CrmObject[];
  selectedNameObject: CrmObject | null;
  selectedRelatedToObject: CrmObject | null;
}

type Hidden = 'objects' | 'selected' | 'variables' | 'mayBeSearched';

/** The public state of an interaction. Times and results of steps that have not happened are missing. */
export type InteractionState = (Omit<Call, Hidden> & Described & {cavs: Cav[]}) | (Omit<Message, Hidden> & Described);

/** The public state of a contact centre, as JSON. */
export interface ContactCenterState {
  now: number;
  agent: Tenant['agent'] & {tenantId: string; loginState: LoginState; stationType: StationType};
  campaigns: Tenant['campaigns'];
  /** The live interactions and the last finished interactions, oldest first. */
  interactions: InteractionState[];
  /** Id of the interaction that is open on the agent's screen; `null` if no interaction is open. */
  openInteractionId: string | null;
  /** The dial that waits until the agent chooses a campaign; `null` if no dial waits. */
  pendingDial: OutboundCall | null;
  /** The last dials that were refused, oldest first. */
  refusedDials: RefusedDial[];
  visitedObjects: CrmObject[];
  /** The settings that the page gave (`AdtConfig`); `null` if no page gave some. */
  adtConfig: Readonly<Record<string, unknown>> | null;
  /** The tiles that the page has switched on, with their figures; `null` if the page gave no figure. */
  tiles: {name: TileName; count: number | null}[];
  /** The numbers that the page suggests for a dial. */
  suggestedNumbers: readonly Click2DialData[];
  /** The own controls of the page, as text; `null` if no page has some. */
  customComponents: string | null;
  /** The questions of hooks to the agent that are open. */
  dialogs: Dialog[];
  /** The messages that the adapter shows. */
  messages: string[];
  /** The number of pages that are connected to each API of the CRM SDK, except the Interaction API. */
  connectedPages: Readonly<Record<AskedApi, number>>;
  /** The last questions to the pages, oldest first. */
  questions: readonly AskedQuestion[];
  /**
   * State of the link between pages and the adapter. `dropped`: interrupted after a `disconnect` message.
   * `dropped silently`: interrupted without this message.
   */
  link: 'up' | 'dropped' | 'dropped silently';
  /** Injected delay of every answer, in milliseconds. */
  latency: number;
  /** Injected faults that will apply to later requests. */
  faults: Fault[];
  options: ContactCenterOptions;
}

/** Returns a snapshot of the state. Later changes do not affect the snapshot. */
export function stateOf({clock, login, options, tenant}: CenterContext, parts: CenterParts): ContactCenterState {
  const {interactions, variables, dispositions, objects, dialler, faults, pageRequests, softphone} = parts;

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
    const {
      objects: _,
      selected: _2,
      variables: _3,
      mayBeSearched: _4,
      ...seen
    } = described as typeof described & Partial<Call>;
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
    ...softphone.tiles.state(),
    ...softphone.suggestedNumbers.state(),
    ...softphone.components.state(),
    ...softphone.dialogs.state(),
    ...softphone.pages.state(),
    ...faults.state(),
    options,
  });
}
