/**
 * Tests the built files in pages that use the CRM SDK in the ways of public code, against the simulators. Build first:
 * `npm run build`.
 */
import {expect} from '@open-wc/testing';
import type {ContactCenterState} from '../../src/simulator.js';
import type {AskedApi} from '../../src/simulator/contact-center/page/page-asker.js';
import {atEnd} from '../support/lifecycle.js';
import {openPage, type OtherPage, page} from '../support/other-page.js';
import {simulatorWith, SIMULATORS, type SimulatorPlace, stateOf} from '../support/simulators.js';
import {until} from '../support/time.js';

type IntegrationPage = OtherPage & {calls: string[]; attributes?: Record<string, unknown>};

interface ObservedSimulator {
  readonly origin: string;
  run(name: string, ...args: unknown[]): Promise<unknown>;
  state(): Promise<ContactCenterState>;
  /** Waits for a state. */
  stateWith(holds: (state: ContactCenterState) => unknown): Promise<ContactCenterState>;
}

/** A page with code for the CRM SDK, and a simulated Five9. */
interface Line extends ObservedSimulator {
  readonly window: IntegrationPage;
  /** Waits until the code of the page has noted a call. */
  calls(...expected: string[]): Promise<void>;
}

interface Integration {
  /** Name of the script in test/pages/others/integrations, which is also the name of the test. */
  readonly name: string;
  /** Where the SDK and the script of the page are. With `itself`, the script of the page loads the SDK. */
  readonly place: 'head' | 'end of the body' | 'module' | 'itself';
  /** The APIs that the script connects to at once. */
  readonly apis: readonly AskedApi[];
  readonly body?: string;
  use(line: Line): Promise<void>;
}

const FILES = [
  ['sdk.iife.js', 'served, in a frame of another origin'],
  ['five9-elements.iife.js', 'embedded in a frame of the same origin'],
] as const;
const FIRST_DISPOSITION = '3551';

async function offered({run}: Line): Promise<string> {
  return (await run('offerCall', {ani: '9250000111'})) as string;
}

/** Answers the call, hangs up, and sets a disposition. */
async function finish({run}: Line, id: string): Promise<void> {
  await run('answer', id);
  await run('hangUp', id);
  await run('dispose', id, FIRST_DISPOSITION);
}

const callOf = async ({state}: Line, id: string): Promise<ContactCenterState['interactions'][number]> =>
  (await state()).interactions.find((one) => one.id === id)!;

const INTEGRATIONS: readonly Integration[] = [
  {
    name: 'embedded-page',
    place: 'end of the body',
    apis: ['crmApi'],
    async use(line) {
      await line.calls('enableClickToDial', 'metadata string', 'InteractionNotFound');
      await line.stateWith(({tiles: [tile]}) => tile?.name === 'calls' && tile.count === 77);
      await line.run('pressTile', 'calls');
      const id = await offered(line);
      await line.calls('openMyCallsToday', 'disableClickToDial', 'variables true');
      await line.run('popRecord', id, '123');
      await finish(line, id);
      await line.calls('screenPop Alice Abernathy', 'event 4');
      const call = await callOf(line, id);
      const name = call.dispositions.find((one) => one.id === FIRST_DISPOSITION)!.name;
      await line.calls(`saveLog ${name}`, `callFinished ${name}`);
      expect(call.logged).to.equal('saved');
    },
  },
  {
    name: 'head-script',
    place: 'head',
    apis: ['crmApi', 'customComponentsApi'],
    async use(line) {
      await line.calls('body null');
      const {adtConfig, customComponents} = await line.stateWith((state) => state.adtConfig && state.customComponents);
      expect(adtConfig).to.deep.equal({providerName: 'In the head'});
      expect(customComponents).to.contain('3rdPartyComp-li-call-tab');
      const id = await offered(line);
      await line.calls('search Call true', 'callStarted INBOUND');
      await line.run('useComponent', {callback: 'onCard', name: 'card', value: '4111'});
      await line.run('useComponent', {callback: 'onYes', name: 'yes'});
      await line.run('useComponent', {callback: 'onNoName'});
      await line.calls('onCard 4111 true', 'onYes 1 yes', 'onNoName false');
      expect((await callOf(line, id)).searchResults).to.have.nested.property('[0].name', 'Numeric id');
      expect(line.window.calls).to.not.include.members(['contactSelected', 'interactionOpened']);
      await finish(line, id);
      expect((await callOf(line, id)).logged).to.not.equal('saved');
    },
  },
  {
    name: 'old-library',
    place: 'end of the body',
    apis: ['crmApi'],
    async use(line) {
      const id = await offered(line);
      await line.calls('search 9250000111', 'screenPop 7');
      await finish(line, id);
      await line.calls('saveLog');
      const {tiles, questions} = await line.state();
      expect(tiles).to.deep.equal([{name: 'calls', count: 12}]);
      expect(questions.find(({method}) => method === 'saveLog')).to.include({
        outcome: 'failed',
        error: 'saveLog failed: Server Error',
      });
    },
  },
  {
    name: 'hidden-frame',
    place: 'itself',
    apis: ['crmApi', 'hookApi'],
    async use(line) {
      await line.calls('agent undefined', 'setCav failed', 'loaded');
      const id = await offered(line);
      await line.run('answer', id);
      await line.calls('variable set');
      await line.run('hangUp', id);
      const disposed = line.run('dispose', id, FIRST_DISPOSITION);
      await line.calls(`beforeDisposition ${FIRST_DISPOSITION}`);
      const {dialogs} = await line.stateWith((state) => state.dialogs.length);
      expect(dialogs[0]).to.include({header: 'Please confirm', message: 'Sure?'});
      await line.run('answerDialog', dialogs[0]!.id, true);
      await disposed;
      await line.calls('saveLog From the hook 003');
    },
  },
  {
    name: 'salesforce',
    place: 'end of the body',
    apis: ['crmApi', 'hookApi', 'sfNativeApi'],
    async use(line) {
      const id = await offered(line);
      await line.calls('bringAppToFront', 'screenPop function');
      await line.run('popRecord', id, '123');
      await line.calls('afterScreenPop 1');
      const {messages} = await line.stateWith((state) => state.messages.length);
      expect(messages).to.deep.equal([
        'Salesforce would show: flow {"flowDevName":"Callers","flowArgs":[{"name":"ANI","type":"String","value":"9250000111"}]}',
      ]);
      await finish(line, id);
      await line.calls('select failed Generic');
      line.window.attributes = {'v.blocked': true};
      await line.run('dial', {number: '9250000111'});
      await line.calls('beforeMakeCall object');
      expect((await line.state()).messages).to.include('Error: Choose another campaign.');
      expect(line.window.calls).to.not.include('interactionOpened');
    },
  },
  {
    name: 'es-module',
    place: 'module',
    apis: ['applicationApi', 'crmApi'],
    async use(line) {
      await line.calls('state WORKING', 'dialled 9250000111');
    },
  },
  {
    name: 'dialler',
    place: 'end of the body',
    apis: ['customComponentsApi', 'crmApi', 'applicationApi'],
    async use(line) {
      await line.calls('presence undefined undefined');
      await line.stateWith((state) => state.customComponents);
      await line.run('useComponent', {callback: 'onDial', name: 'dial'});
      await line.calls('callStarted');
      await line.run('useComponent', {callback: 'onBringToFront'});
      const chat = (await line.run('offerChat')) as string;
      await line.run('accept', chat);
      await line.calls('chatAccepted');
    },
  },
];

/** Opens a simulator in its first state, and waits until it has forgotten the page of the test before. */
async function openSimulator(place: SimulatorPlace): Promise<ObservedSimulator> {
  const simulator = await place.open();
  atEnd(() => simulator.close());
  const run = simulator.run.bind(simulator);
  const state = (): Promise<ContactCenterState> => stateOf(simulator);
  const stateWith = (holds: (state: ContactCenterState) => unknown): Promise<ContactCenterState> =>
    simulatorWith(simulator, holds);
  await stateWith(({connectedPages}) => Object.values(connectedPages).every((count) => count === 0));
  await run('reset');
  return {origin: simulator.origin, run, state, stateWith};
}

/** Opens a page with the script of an integration, and waits until the adapter knows its APIs. */
async function open(
  {name, place, apis, body = ''}: Integration,
  file: string,
  simulator: ObservedSimulator,
): Promise<Line> {
  const sdkTag = `<script src="/cdn/${file}" data-adapter-origin="${simulator.origin}"></script>`;
  const type = place === 'module' ? 'module' : 'text/javascript';
  const own = `<script type="${type}" src="/test/pages/others/integrations/${name}.js"></script>`;
  const setUp = `<script>calls = []; sdkAddress = '/cdn/${file}'; adapterOrigin = '${simulator.origin}'</script>`;
  const scripts = place === 'itself' ? own : sdkTag + own;
  const text = place === 'head' ? page(setUp + scripts, body) : page(setUp, body + scripts);
  const window = (await openPage(text)) as IntegrationPage;
  const calls = (...expected: string[]): Promise<void> =>
    until(
      () => expected.every((call) => window.calls.includes(call)),
      () => `${expected.join()}; the calls are ${window.calls.join()}; ${window.problems.join()}`,
    );
  await simulator.stateWith(({connectedPages}) => apis.every((api) => connectedPages[api] > 0));
  return {...simulator, window, calls};
}

for (const [file, place] of FILES) {
  describe(`${file} in a page of an integrator, with the simulator ${place}`, () => {
    for (const integration of INTEGRATIONS) {
      it(integration.name, async () => {
        const simulator = await openSimulator(SIMULATORS.find(({name}) => name === place)!);
        const line = await open(integration, file, simulator);
        await integration.use(line);
        expect(line.window.problems).to.deep.equal([]);
      });
    }
  });
}
