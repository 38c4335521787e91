import {isRecord} from '../../../interaction-api/is-record.js';
import type {CrmObject} from '../../../interaction-api/types.js';
import type {CenterContext} from '../center-context.js';
import {recordsIn} from '../crm-record.js';
import type {Domain} from '../domain.js';
import type {Faults} from '../faults.js';
import {type Call, stepsOf} from '../interaction.js';
import {createApplication} from './application.js';
import {createCallerSearch} from './caller-search.js';
import {createClosing} from './closing.js';
import {createComponents} from './components.js';
import {createCustomMethods} from './custom-methods.js';
import {createDialAvailability} from './dial-availability.js';
import {createDialogs} from './dialogs.js';
import {createDials} from './dials.js';
import {createHooks} from './hooks.js';
import {paramsOf} from './interaction-params.js';
import type {AskedApi} from './page-asker.js';
import {createPages} from './pages.js';
import {reactToEvents} from './reactions.js';
import {createSalesforce} from './salesforce.js';
import {createSaveLog} from './save-log.js';
import {createScreenPop} from './screen-pop.js';
import {type Steps, Workflows} from './steps.js';
import {createSuggestedNumbers} from './suggested-numbers.js';
import {createTiles} from './tiles.js';

export type Softphone = ReturnType<typeof createSoftphone>;

/** Creates the part of the adapter that asks the pages of the agent around each action. */
export function createSoftphone(context: CenterContext, domain: Domain, faults: Faults) {
  const {login, options, stream} = context;
  const workflows = new Workflows(stream);
  const pages = createPages(context, faults);
  const dialogs = createDialogs(context);
  const application = createApplication(context, pages, dialogs);
  const hooks = createHooks(context, pages, dialogs, application);
  const screenPop = createScreenPop(context, pages, hooks);
  const callerSearch = createCallerSearch(context, domain, pages, hooks, screenPop);
  const saveLog = createSaveLog(context, domain, pages, hooks, dialogs, workflows);
  const closing = createClosing(context, domain, hooks, saveLog);
  const dials = createDials(context, domain, hooks);
  const tiles = createTiles(pages);
  const components = createComponents(pages);
  const suggestedNumbers = createSuggestedNumbers(hooks);
  const availability = createDialAvailability(context, domain, pages);
  const customMethods = createCustomMethods(pages);
  const salesforce = createSalesforce(dialogs);

  reactToEvents(context, domain, {pages, dialogs, application, availability, callerSearch, tiles, workflows});

  /** Asks the page that has connected to the CRM API for its settings. */
  function* configure(isFirst: boolean): Steps<void> {
    if (isFirst) tiles.clear();
    if (!isFirst && tiles.isConfigured() && !options.asksConfigAgain) return;
    yield* tiles.configure();
    if (login.state === 'WORKING') for (const steps of tiles.counts()) workflows.start(steps);
  }

  /** Asks the page that has connected to the Custom Components API for its controls. */
  function* loadComponents(isFirst: boolean): Steps<void> {
    if (isFirst) components.clear();
    if (isFirst || !components.isLoaded() || options.asksComponentsAgain) yield* components.load();
  }

  function pageConnected(api: AskedApi): void {
    const isFirst = pages.count(api) === 1;
    if (api === 'crmApi') {
      workflows.start(configure(isFirst));
      workflows.start(availability.repeat());
      if (options.searchesAgain) {
        for (const it of domain.interactions.live()) if (it.mayBeSearched) workflows.start(callerSearch.search(it));
      }
    }
    if (api === 'customComponentsApi') workflows.start(loadComponents(isFirst));
    if (api === 'applicationApi' && options.repeatsLoginState) application.repeatLoginState();
  }

  return {
    workflows,
    pages,
    dialogs,
    screenPop,
    callerSearch,
    closing,
    dials,
    tiles,
    components,
    suggestedNumbers,
    customMethods,
    salesforce,
    application,
    /** Called when a page has connected to an API. */
    pageConnected,

    /** Starts a recording of a call, if the hook allows it. */
    *record(call: Call): Steps<void> {
      const {proceeds} = yield* hooks.ask('beforeRecord', paramsOf(call), call);
      if (!proceeds || !stepsOf(call).includes('transfer')) return;
      call.recorded = true;
      domain.calls.sendUpdate(call);
    },

    /** Adds a record that the agent has visited, if the hook allows it. */
    *visit(crmObject: CrmObject): Steps<void> {
      const {proceeds, given} = yield* hooks.ask('beforeObjectVisited', {visitedObjects: [crmObject]});
      if (!proceeds) return;
      const {visitedObjects, objectsToRemove} = isRecord(given['params']) ? given['params'] : {};
      for (const {id} of recordsIn(objectsToRemove) ?? []) domain.objects.forget(id);
      for (const record of recordsIn(visitedObjects) ?? [crmObject]) domain.objects.visit(record);
    },

    /** Ends every workflow, and restores the initial state. Keeps the connected pages. */
    clear(): void {
      workflows.stop();
      for (const part of [
        pages,
        dialogs,
        tiles,
        components,
        suggestedNumbers,
        customMethods,
        application,
        availability,
      ]) {
        part.clear();
      }
    },

    /** Acts as if every connected page had connected just now. */
    restart(): void {
      for (const api of ['crmApi', 'customComponentsApi', 'applicationApi'] as const) {
        if (pages.count(api)) pageConnected(api);
      }
    },
  };
}
