import {isRecord} from '../../../interaction-api/is-record.js';
import type {CrmObject} from '../../../interaction-api/types.js';
import type {CenterContext} from '../center-context.js';
import type {DialOrder} from '../dialler.js';
import type {Domain} from '../domain.js';
import type {ContactCenterEvent} from '../events.js';
import type {Interaction} from '../interaction.js';
import {type CallerSearch, createCallerSearch, recordsIn} from './caller-search.js';
import {type Application, createApplication} from './application.js';
import {type Components, createComponents} from './components.js';
import {createCustomMethods, type CustomMethods} from './custom-methods.js';
import {createDialAvailability} from './dial-availability.js';
import {createDialogs, type Dialogs} from './dialogs.js';
import {createHooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import type {AskedApi} from './page-asker.js';
import {createPages, type Pages} from './pages.js';
import {createSaveLog} from './save-log.js';
import {createScreenPop, type ScreenPop} from './screen-pop.js';
import {runSteps, type Steps} from './steps.js';
import {createSuggestedNumbers, type SuggestedNumbers} from './suggested-numbers.js';
import {createTiles, type Tiles} from './tiles.js';

/** The part of the adapter that asks the pages of the agent around each action. */
export interface Softphone {
  readonly pages: Pages;
  readonly dialogs: Dialogs;
  readonly screenPop: ScreenPop;
  readonly tiles: Tiles;
  readonly components: Components;
  readonly customMethods: CustomMethods;
  readonly application: Application;
  readonly callerSearch: CallerSearch;
  readonly suggestedNumbers: SuggestedNumbers;
  /** Runs a workflow, and sends the events of each of its parts together. */
  run<Result>(steps: Steps<Result>): Result | Promise<Result>;
  /** Called when a page has connected to an API. */
  pageConnected(api: AskedApi): void;
  /** Sets a disposition and finishes the interaction, if the hooks and the log allow it. */
  dispose(interaction: Interaction, set: () => void, dispositionId: unknown, finish: () => void): Steps<void>;
  /** Makes a call, if the hooks allow it. Returns the id that the call will have, or `null`. */
  dial(order: DialOrder, isFromPage: boolean): Steps<string | null>;
  /** Carries out an action on an interaction, if its hook allows it. */
  allow(hook: 'beforeTransfer' | 'beforeRecord', interaction: Interaction, carryOut: () => void): Steps<void>;
  /** Adds a record that the agent has visited, if the hook allows it. */
  visit(crmObject: CrmObject): Steps<void>;
  /** Saves the log of a call whose wrap-up time is over, and finishes the call. */
  wrapUpIsOver(interaction: Interaction, finish: () => void): void;
  clear(): void;
}

/** Creates the softphone of a contact centre. */
export function createSoftphone(context: CenterContext, domain: Domain): Softphone {
  const {options, stream, tenant} = context;
  const pages = createPages(context);
  const dialogs = createDialogs(context);
  const application = createApplication(context, pages, dialogs);
  const hooks = createHooks(context, pages, dialogs, application);
  const screenPop = createScreenPop(pages, hooks);
  const callerSearch = createCallerSearch(context, domain, pages, hooks, screenPop);
  const saveLog = createSaveLog(context, domain, pages, hooks, dialogs);
  const tiles = createTiles(pages);
  const components = createComponents(pages);
  const suggestedNumbers = createSuggestedNumbers(hooks);
  const availability = createDialAvailability(context, domain, pages);
  const customMethods = createCustomMethods(pages);

  const run = <Result>(steps: Steps<Result>): Result | Promise<Result> =>
    runSteps(steps, (carryOut) => stream.change(carryOut));

  /** Runs a workflow that nobody waits for. */
  function start(steps: Steps<unknown>): void {
    void (async () => run(steps))();
  }

  function onEvent(event: ContactCenterEvent): void {
    if (event.kind === 'ws') {
      if (event.id === LOGIN_STATE_CHANGED) onLoginState();
      return;
    }
    const interaction = interactionOf(event.params);
    if (!interaction) return;
    const isStart = /Started|Offered/.test(event.name);
    const isAccepted = event.name.endsWith('Accepted');
    const isOver = /Finished|Rejected|Transferred/.test(event.name);
    if (isStart || isOver) start(availability.report());
    if (isStart && options.bringsToFront && isInbound(interaction)) start(pages.ask('crmApi', 'bringAppToFront'));
    const isSearched = options.searchAt === 'start' ? isStart : isAccepted;
    if (isSearched && interaction.mayBeSearched) start(callerSearch.search(interaction));
    if (isOver) start(tiles.count());
  }

  function onLoginState(): void {
    application.reportLoginState();
    start(availability.report());
    if (context.login.state === 'WORKING') start(tiles.count());
  }

  function interactionOf(params: object): Interaction | undefined {
    const {callData, chatData, emailData} = params as Partial<Record<string, {interactionId: string}>>;
    const id = (callData ?? chatData ?? emailData)?.interactionId;
    return domain.interactions.all().find((it) => it.id === id);
  }

  stream.events.add(onEvent);

  return {
    pages,
    dialogs,
    screenPop,
    tiles,
    components,
    customMethods,
    application,
    callerSearch,
    suggestedNumbers,
    run,

    pageConnected(api) {
      if (api === 'crmApi') start(connectCrm());
      if (api === 'customComponentsApi' && (options.asksComponentsAgain || !components.isLoaded())) {
        start(components.load());
      }
      if (api === 'applicationApi' && options.repeatsLoginState) application.reportLoginState();
    },

    *dispose(interaction, set, dispositionId, finish) {
      const id = options.dispositionIdType === 'number' ? Number(dispositionId) : dispositionId;
      const {proceeds} = yield* hooks.ask('beforeDisposition', {...paramsOf(interaction), dispositionId: id});
      if (!proceeds) return;
      set();
      yield* saveAndFinish(interaction, finish);
    },

    *dial(order, isFromPage) {
      let current = order;
      if (isFromPage) {
        const click2DialData = click2DialDataOf(order);
        const {proceeds, given} = yield* hooks.ask('beforeClickToDial', {click2DialData});
        if (!proceeds) return null;
        current = {...order, ...orderIn(given['params'])};
      }
      const campaignId = tenant.campaigns.find(({name, id}) => [name, id].includes(current.campaignName ?? ''))?.id;
      const call = {destination: {number: current.number}, ...(campaignId && {campaignId})};
      const {proceeds} = yield* hooks.ask('beforeMakeCall', call);
      return proceeds ? domain.dialler.dial(current) : null;
    },

    *allow(hook, interaction, carryOut) {
      const {proceeds} = yield* hooks.ask(hook, paramsOf(interaction));
      if (proceeds && interaction.state !== 'FINISHED') carryOut();
    },

    *visit(crmObject) {
      const {proceeds, given} = yield* hooks.ask('beforeObjectVisited', {visitedObjects: [crmObject]});
      if (!proceeds) return;
      const {visitedObjects, objectsToRemove} = isRecord(given['params']) ? given['params'] : {};
      for (const {id} of recordsIn(objectsToRemove) ?? []) domain.objects.forget(id);
      for (const record of recordsIn(visitedObjects) ?? [crmObject]) domain.objects.visit(record);
    },

    wrapUpIsOver(interaction, finish) {
      start(saveAndFinish(interaction, finish));
    },

    clear() {
      for (const part of [pages, dialogs, tiles, components, suggestedNumbers]) part.clear();
    },
  };

  function* saveAndFinish(interaction: Interaction, finish: () => void): Steps<void> {
    const mayFinish = yield* saveLog.save(interaction);
    if (mayFinish && interaction.state !== 'FINISHED') finish();
  }

  function* connectCrm(): Steps<void> {
    yield* tiles.configure();
    yield* availability.report({again: true});
    if (context.login.state === 'WORKING') yield* tiles.count();
  }
}

/** Id of the WebSocket event that reports a new login state. */
const LOGIN_STATE_CHANGED = '17';

const isInbound = ({type, data}: Interaction): boolean => type !== 'Call' || data.callType === 'INBOUND';

const click2DialDataOf = ({number, campaignName, crmObject, search}: DialOrder): object => ({
  clickToDialNumber: number,
  ...(campaignName && {preselectedCampaignName: campaignName}),
  ...(crmObject && {crmObject}),
  ...(search === false && {screenpopC2DSearch: false}),
});

/** Returns the changes that a hook has made to a dial. */
function orderIn(params: unknown): Partial<DialOrder> {
  const {click2DialData} = isRecord(params) ? params : {};
  if (!isRecord(click2DialData)) return {};
  const {clickToDialNumber, preselectedCampaignName, crmObject} = click2DialData;
  const [record] = recordsIn([crmObject]) ?? [];
  return {
    ...(typeof clickToDialNumber === 'string' && {number: clickToDialNumber}),
    ...(typeof preselectedCampaignName === 'string' && {campaignName: preselectedCampaignName}),
    ...(record && {crmObject: record}),
  };
}
