import type {CenterContext} from '../center-context.js';
import type {Domain} from '../domain.js';
import type {ContactCenterEvent} from '../events.js';
import type {Interaction} from '../interaction.js';
import type {Application} from './application.js';
import type {CallerSearch} from './caller-search.js';
import type {DialAvailability} from './dial-availability.js';
import type {Dialogs} from './dialogs.js';
import type {Pages} from './pages.js';
import type {Workflows} from './steps.js';
import type {Tiles} from './tiles.js';

/** Id of the WebSocket event that reports a new login state. */
const LOGIN_STATE_CHANGED = '17';

/** The objects that act on an event. */
interface Actors {
  pages: Pages;
  dialogs: Dialogs;
  application: Application;
  availability: DialAvailability;
  callerSearch: CallerSearch;
  tiles: Tiles;
  workflows: Workflows;
}

/**
 * Asks the pages after each event of an interaction and of the login: searches the caller, reports whether the agent can
 * dial, and reads the figures of the tiles again. Source of the order: SDK documentation and public code; the rest is
 * an assumption.
 */
export function reactToEvents({login, options, stream}: CenterContext, {interactions}: Domain, actors: Actors): void {
  const {pages, dialogs, application, availability, callerSearch, tiles, workflows} = actors;

  function search(event: ContactCenterEvent): void {
    if (event.kind !== 'interaction') return;
    const interaction = interactionOf(event.params);
    const isTime = options.searchAt === 'start' ? isStart(event.name) : event.name.endsWith('Accepted');
    if (isTime && interaction?.mayBeSearched) workflows.start(callerSearch.search(interaction));
  }

  function react(event: ContactCenterEvent): void {
    if (event.kind === 'ws') {
      if (event.id === LOGIN_STATE_CHANGED && application.reportLoginState()) onLoginState();
      return;
    }
    const interaction = interactionOf(event.params);
    const isOver = /(Finished|Rejected|Transferred)$/.test(event.name);
    if (isOver) dialogs.endInteraction(idIn(event.params));
    if (isStart(event.name) || isOver) workflows.start(availability.report());
    if (isStart(event.name) && options.bringsToFront && interaction && isInbound(interaction)) {
      workflows.start(pages.ask('crmApi', 'bringAppToFront'));
    }
    if (isOver) countTiles();
  }

  function onLoginState(): void {
    workflows.start(availability.report());
    if (login.state === 'WORKING') countTiles();
  }

  function countTiles(): void {
    for (const steps of tiles.counts()) workflows.start(steps);
  }

  function interactionOf(params: object): Interaction | undefined {
    const id = idIn(params);
    return interactions.live().find((it) => it.id === id);
  }

  stream.events.add((event) => {
    if (options.searchesBeforeStart) search(event);
  });
  stream.sent.add((event) => {
    react(event);
    if (!options.searchesBeforeStart) search(event);
  });
}

const isStart = (name: string): boolean => /(Started|Offered)$/.test(name);

const isInbound = ({type, data}: Interaction): boolean => type !== 'Call' || data.callType === 'INBOUND';

/** Returns the id of the interaction that an event is about; an empty text if the event is about no interaction. */
function idIn(params: object): string {
  const {callData, chatData, emailData} = params as Partial<Record<string, {interactionId: string}>>;
  return (callData ?? chatData ?? emailData)?.interactionId ?? '';
}
