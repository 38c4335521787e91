import {expect, fixture, html} from '@open-wc/testing';
import sinon from 'sinon';
import type {OtherApiName} from '../../../src/elements/console/api-names.js';
import '../../../src/elements/console/define.js';
import type {Five9Console} from '../../../src/elements/console/console.js';
import '../../../src/elements/provider/define.js';
import type {CrmObject} from '../../../src/interaction-api.js';
import {ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {until} from '../../support/time.js';
import {
  callMethod,
  field,
  findAll,
  frame,
  historyOf,
  pressOn,
  recordingText,
  rootOf,
  textOf,
  write,
} from './console-stage.js';

const RECORD: CrmObject = {id: '123', label: 'Contact', name: 'Robin Doe', isWho: true, isWhat: false};

/** Shows a console. With `connects`, a simulated contact centre is connected. */
async function showConsole({connects = true} = {}) {
  const center = new ContactCenter();
  const connectedApis = sinon.spy(center, 'pageConnected');
  const adapter = new SimulatedAdapter(center);
  if (connects) adapter.start();
  atEnd(() => adapter.stop());
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${freshName()}><five9-console></five9-console></five9-provider>`,
  );
  const element = provider.querySelector<Five9Console>('five9-console')!;
  await element.updateComplete;
  const {service} = provider;
  if (connects) await until(() => service.connected);
  return {element, service, center, adapter, connectedApis};
}

type Setup = Awaited<ReturnType<typeof showConsole>>;

/** Calls a method of an API with the form. Returns the first line of its entry in the history. */
async function call(setup: Setup, api: string, method: string, values: Record<string, string> = {}): Promise<string> {
  const before = historyOf(setup).length;
  write(setup, 'API', api);
  await frame();
  await callMethod(setup, method, values);
  await until(() => historyOf(setup).length > before && !historyOf(setup)[0]!.includes('runs…'));
  return historyOf(setup)[0]!;
}

/** Waits until the adapter knows the client of an API. */
const untilConnected = ({connectedApis}: Setup, api: OtherApiName): Promise<void> =>
  until(() => connectedApis.calledWith(api), `${api} is connected`);

const resultOf = (setup: Setup): string => textOf(rootOf(setup).querySelector('[part=result]')!);

/** Returns the names of the entries that the log shows. The newest entry is the first. */
async function shown(setup: Setup): Promise<string[]> {
  await frame();
  await frame();
  return findAll(setup, '.entry code').map(textOf);
}

/** Connects a page that finds records, and offers a call. Waits until the page has answered. */
async function offerCall({service, center}: Setup, search: () => unknown = () => ({crmObjects: [RECORD]})) {
  service.sdkApi('crmApi').registerApi({search: search as never, getAdtConfig: () => ({providerName: 'Demo CRM'})});
  await until(() => center.state().adtConfig);
  center.offerCall({ani: '9250000111'});
  await until(() => center.state().questions.some(({method, outcome}) => method === 'search' && outcome !== 'waiting'));
}

describe('five9-console: the APIs other than the Interaction API', () => {
  it('connects none of them by itself, because the adapter asks a page that connects', async () => {
    const {service} = await showConsole();
    // The service itself connects the Application API, which asks the page nothing.
    const opened = service.openedApis.map(({apiName}) => apiName);
    expect(opened.filter((name) => name !== 'applicationApi')).to.be.empty;
  });

  it('has every method of every API, and passes the accessibility checks', async () => {
    const setup = await showConsole();
    const methods: Record<string, string[]> = {};
    for (const api of [...field(setup, 'API').querySelectorAll('option')].map(textOf)) {
      write(setup, 'API', api);
      await frame();
      methods[api] = [...field(setup, 'Method').querySelectorAll('option')].map(textOf);
      await expect(setup.element).to.be.accessible();
    }
    const {interactionApi, ...others} = methods;
    expect(interactionApi).to.have.lengthOf(26);
    expect(others).to.deep.equal({
      crmApi: ['click2dial', 'objectVisited', 'registerApi', 'suggestedNumbers'],
      hookApi: ['registerApi'],
      customComponentsApi: ['registerCustomComponents'],
      applicationApi: ['getConfig', 'hideErrorMessage', 'showErrorMessage', 'subscribe', 'unsubscribe'],
      customMethodsApi: ['callCustomMethod', 'registerCustomMethods'],
      sfNativeApi: ['runApex', 'screenPop'],
    });
  });

  it('calls the requests of an API, and shows the result or the error', async () => {
    const setup = await showConsole();
    expect(await call(setup, 'applicationApi', 'getConfig')).to.match(/^applicationApi.getConfig answered in/);
    expect(JSON.parse(resultOf(setup))).to.deep.equal({timezone: 'America/Los_Angeles', lang: 'en'});
    await call(setup, 'applicationApi', 'showErrorMessage', {msgText: 'No CRM.'});
    expect(setup.center.state().messages).to.deep.equal(['No CRM.']);
    await call(setup, 'applicationApi', 'hideErrorMessage', {msgText: 'No CRM.'});
    expect(setup.center.state().messages).to.deep.equal([]);
    setup.center.setLoginState('SELECT_STATION');
    expect(await call(setup, 'applicationApi', 'getConfig')).to.match(/failed/);
    expect(resultOf(setup)).to.contain('WORKING');
    setup.center.registerCustomMethods({double: (value) => (value as number) * 2});
    await call(setup, 'customMethodsApi', 'callCustomMethod', {name: 'double', argument: '21'});
    expect(resultOf(setup)).to.equal('42');
  });

  it('sends the events of the CRM API', async () => {
    const setup = await showConsole();
    await call(setup, 'crmApi', 'suggestedNumbers', {suggestedNumbers: '[{"clickToDialNumber": "9250000111"}]'});
    await until(() => setup.center.state().suggestedNumbers.length === 1);
    await call(setup, 'crmApi', 'objectVisited', {'crmObject.id': '9'});
    await until(() => setup.center.state().visitedObjects.length === 1);
    await call(setup, 'crmApi', 'click2dial', {clickToDialNumber: '9250000111'});
    await until(() => setup.center.state().interactions.length === 1);
  });

  it('answers questions and hooks, and logs what it was asked', async () => {
    const setup = await showConsole();
    const status = {statusCode: 'Cancel'};
    await call(setup, 'hookApi', 'registerApi', {question: 'beforeMakeCall', answer: JSON.stringify({status})});
    await untilConnected(setup, 'hookApi');
    expect(await setup.center.dial({number: '9250000111'})).to.equal(null);
    await call(setup, 'hookApi', 'registerApi', {question: 'beforeTransfer', error: 'Broken.'});
    await call(setup, 'customMethodsApi', 'registerCustomMethods', {methods: '{"note": "Hi"}'});
    await untilConnected(setup, 'customMethodsApi');
    expect(await setup.center.callCustomMethod('note', 1)).to.equal('Hi');
    expect(await shown(setup)).to.include.members([
      'callback hookApi.beforeMakeCall',
      'hookApi.beforeMakeCall',
      'callback customMethodsApi.note',
      'customMethodsApi._callCustomMethod',
    ]);
  });

  it('registers own controls, and logs their use', async () => {
    const setup = await showConsole();
    const template = '<adt-components></adt-components>';
    await call(setup, 'customComponentsApi', 'registerCustomComponents', {template, callbacks: 'onVerify'});
    await until(() => setup.center.state().customComponents === template);
    setup.center.useComponent({callback: 'onVerify', name: 'verify'});
    await until(() =>
      findAll(setup, '.entry code').some((name) => textOf(name).endsWith('customComponentsApi.onVerify')),
    );
  });

  it('subscribes each event once, and unsubscribes it', async () => {
    const setup = await showConsole();
    await call(setup, 'applicationApi', 'subscribe', {event: 'loginStateChanged'});
    await call(setup, 'applicationApi', 'subscribe', {event: 'loginStateChanged'});
    await untilConnected(setup, 'applicationApi');
    pressOn(setup, 'Clear');
    setup.center.setLoginState('SELECT_SKILLS');
    const entries = (name: string): number => findAll(setup, '.entry code').filter((it) => textOf(it) === name).length;
    const callbacks = (): number => entries('callback applicationApi.loginStateChanged');
    const events = (): number => entries('applicationApi.loginStateChanged');
    await until(callbacks, 'the callback');
    await until(events, 'the event');
    expect(callbacks()).to.equal(1);
    await call(setup, 'applicationApi', 'unsubscribe', {event: 'loginStateChanged'});
    const before = events();
    setup.center.setLoginState('ACCEPT_NOTICE');
    await until(() => events() > before, 'the next event');
    expect((await shown(setup)).filter((name) => name.startsWith('callback'))).to.have.lengthOf(1);
  });

  it('shows an error for parameters that are missing', async () => {
    const setup = await showConsole();
    for (const [api, method] of [
      ['applicationApi', 'showErrorMessage'],
      ['applicationApi', 'subscribe'],
      ['customComponentsApi', 'registerCustomComponents'],
      ['customMethodsApi', 'callCustomMethod'],
      ['customMethodsApi', 'registerCustomMethods'],
    ] as const) {
      expect(await call(setup, api, method)).to.match(/failed/);
    }
  });

  it('lists the questions, requests and events of code of the page, and filters them', async () => {
    const setup = await showConsole();
    await offerCall(setup);
    await setup.service.sdkApi('applicationApi').getConfig();
    expect(await shown(setup)).to.include.members(['crmApi.getAdtConfig', 'crmApi.search', 'applicationApi.getConfig']);
    for (const kind of ['SDK events', 'Requests', 'WebSocket', 'Connection', 'Elements']) write(setup, kind, 'false');
    write(setup, 'Filter', 'crmApi search');
    expect(await shown(setup)).to.deep.equal(['crmApi.search']);
    findAll(setup, '.entry')[0]!.click();
    await frame();
    const {result} = JSON.parse(rootOf(setup).querySelector('[part=event] pre')!.textContent) as {result: unknown};
    expect(result).to.deep.equal({crmObjects: [RECORD]});
  });
});

describe('five9-console: a recording with questions', () => {
  /** Records a call that the page finds. Returns the text of the recording. */
  async function record(setup: Setup, isScrubbed: boolean): Promise<string> {
    pressOn(setup, 'Start recording');
    await offerCall(setup);
    pressOn(setup, 'Stop recording');
    await frame();
    write(setup, 'Scrub', String(isScrubbed));
    pressOn(setup, 'Load for replay');
    await until(() => recordingText(setup).includes('To replay'));
    setup.adapter.stop();
    await until(() => !setup.service.connected);
    return recordingText(setup);
  }

  /** Replays the recording. Waits until the page has answered. */
  async function replay(setup: Setup, search: () => unknown): Promise<string> {
    let isAsked = false;
    setup.service.sdkApi('crmApi').registerApi('search', () => {
      isAsked = true;
      return search() as never;
    });
    write(setup, 'Speed', 'instant');
    await frame();
    pressOn(setup, 'Replay');
    await until(() => isAsked && recordingText(setup).includes('All events are sent'));
    await shown(setup);
    return recordingText(setup);
  }

  for (const isScrubbed of [false, true]) {
    const kind = isScrubbed ? 'a scrubbed' : 'a complete';

    it(`asks the page the questions of ${kind} recording again, and reports no difference for the same answers`, async () => {
      const setup = await showConsole();
      await record(setup, isScrubbed);
      expect(await replay(setup, () => ({crmObjects: [RECORD]}))).not.to.contain('differ');
    });

    it(`reports an answer that differs from ${kind} recording`, async () => {
      const setup = await showConsole();
      await record(setup, isScrubbed);
      await replay(setup, () => ({crmObjects: []}));
      await until(() => recordingText(setup).includes('1 answer of the page differs'));
      expect(await shown(setup)).to.include('another answer: crmApi.search');
    });
  }

  it('answers the requests of the page from the recording', async () => {
    const setup = await showConsole();
    pressOn(setup, 'Start recording');
    const config = await setup.service.sdkApi('applicationApi').getConfig();
    await record(setup, true).catch(() => undefined);
    write(setup, 'Speed', 'instant');
    await frame();
    pressOn(setup, 'Replay');
    await until(() => setup.service.connected);
    expect(await setup.service.sdkApi('applicationApi').getConfig()).to.deep.equal(config);
  });
});
