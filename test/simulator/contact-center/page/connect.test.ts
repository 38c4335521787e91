import {expect} from '@open-wc/testing';
import {turn} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {ALICE, type Answers, type FakePage, held, openPage} from '../../page.js';

const TILES = {myCallsTodayEnabled: true, myChatsTodayEnabled: true, myEmailsTodayEnabled: true};
const names = ({log}: FakePage): string[] => log;

describe('the settings of the page', () => {
  it('are in the state, unchanged', async () => {
    const {centre} = quietCentre();
    const config = {providerName: 'Demo', guideLink: '/guide', showContactInfo: true, own: [1]};
    await openPage(centre, {getAdtConfig: config});
    expect(centre.state()).to.deep.include({adtConfig: config, tiles: []});
  });

  it('may be {providerName} alone, or missing', async () => {
    for (const [answers, adtConfig] of [
      [{getAdtConfig: {providerName: 'Demo'}}, {providerName: 'Demo'}],
      [{getAdtConfig: null}, null],
      [{}, null],
    ] as const) {
      const {centre} = quietCentre();
      await openPage(centre, answers);
      expect(centre.state().adtConfig).to.deep.equal(adtConfig);
    }
  });

  it('are asked of the page that connects first', async () => {
    const {centre} = quietCentre();
    await openPage(centre, {getAdtConfig: {providerName: 'First'}});
    const second = await openPage(centre, {getAdtConfig: {providerName: 'Second'}});
    expect(names(second)).to.not.include('getAdtConfig');
    expect(centre.state().adtConfig).to.deep.equal({providerName: 'First'});
  });

  it('are asked of the next page if the first page has none, or if the option asksConfigAgain is true', async () => {
    for (const [asksConfigAgain, first] of [
      [false, {}],
      [true, {getAdtConfig: {providerName: 'First'}}],
    ] as const) {
      const {centre} = quietCentre({asksConfigAgain});
      await openPage(centre, first);
      await openPage(centre, {getAdtConfig: {providerName: 'Second'}});
      expect(centre.state().adtConfig).to.deep.equal({providerName: 'Second'});
    }
  });

  it('are forgotten when the page is gone and another page connects', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {getAdtConfig: TILES, getTodayCallsCount: 3});
    page.detach();
    await openPage(centre);
    expect(centre.state()).to.deep.include({adtConfig: null, tiles: []});
  });

  it('are asked again after a reset', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {getAdtConfig: TILES, getTodayCallsCount: 3, enableClickToDial: null});
    page.takeLog();
    centre.reset();
    await turn();
    expect(page.log).to.include.members(['getAdtConfig', 'enableClickToDial', 'getTodayCallsCount']);
    expect(centre.state().tiles[0]).to.deep.equal({name: 'calls', count: 3});
  });

  for (const rubbish of [7, 'Demo', ['Demo']]) {
    it(`are ignored, with a note in the journal, if they are ${JSON.stringify(rubbish)}`, async () => {
      const {centre} = quietCentre();
      await openPage(centre, {getAdtConfig: rubbish});
      expect(centre.state().adtConfig).to.equal(null);
      expect(centre.state().questions[0]).to.include({method: 'getAdtConfig', problem: 'The answer is no object.'});
    });
  }

  it('that come never do not delay the other questions', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {getAdtConfig: held().promise});
    expect(page.log).to.include('enableClickToDial');
  });
});

describe('a tile', () => {
  it('shows the figure of the page', async () => {
    for (const [figure, count] of [
      [0, 0],
      [12, 12],
      ['7', 7],
      [null, null],
      [NaN, null],
      [-1, null],
      ['many', null],
      [{}, null],
    ] as const) {
      const {centre} = quietCentre();
      await openPage(centre, {getAdtConfig: {myCallsTodayEnabled: true}, getTodayCallsCount: figure});
      expect(centre.state().tiles).to.deep.equal([{name: 'calls', count}]);
    }
  });

  it('that waits does not delay the figure of another tile', async () => {
    const {centre} = quietCentre();
    await openPage(centre, {getAdtConfig: TILES, getTodayCallsCount: held().promise, getTodayChatsCount: 2});
    expect(centre.state().tiles).to.deep.include({name: 'chats', count: 2});
  });

  it('keeps the newest figure if an earlier answer comes late', async () => {
    const late = held();
    const {centre} = quietCentre();
    const page = await openPage(centre, {getAdtConfig: TILES, getTodayCallsCount: late.promise});
    page.answers = {getTodayCallsCount: 5};
    centre.reject(centre.offerCall({ani: '1'}));
    await turn();
    late.resolve(4);
    await turn();
    expect(centre.state().tiles[0]).to.deep.equal({name: 'calls', count: 5});
  });

  it('opens its list in the page', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {openMyChatsToday: null});
    await centre.pressTile('chats');
    expect(page.paramsOf('openMyChatsToday')).to.deep.equal([undefined]);
  });

  it('needs a page, and one of the three names', () => {
    const {centre} = quietCentre();
    expect(() => centre.pressTile('calls')).to.throw('pressTile: no page is connected to crmApi.');
    expect(() => centre.run('pressTile', ['faxes'])).to.throw('there are calls, chats, emails.');
  });
});

describe('the availability for dials', () => {
  it('is reported at each change, as the agent handles calls', async () => {
    const {centre} = quietCentre({oneCallAtATime: false});
    const page = await openPage(centre, {enableClickToDial: null, disableClickToDial: null});
    const changes = (): string[] => page.takeLog().filter((name) => name.endsWith('ClickToDial'));
    expect(changes()).to.deep.equal(['enableClickToDial']);
    const first = centre.offerCall({ani: '1'});
    const second = centre.offerCall({ani: '2'});
    expect(changes()).to.deep.equal(['disableClickToDial']);
    centre.reject(first);
    expect(changes()).to.deep.equal([]);
    centre.reject(second);
    expect(changes()).to.deep.equal(['enableClickToDial']);
  });

  it('is reported also if no finished interaction is kept', async () => {
    const {centre} = quietCentre({keepFinished: 0});
    const page = await openPage(centre, {enableClickToDial: null});
    centre.reject(centre.offerCall({ani: '1'}));
    expect(page.log.at(-1)).to.equal('enableClickToDial');
  });

  it('is not reported before the agent works, and again after a new login', async () => {
    const {centre} = quietCentre({loggedIn: false});
    const page = await openPage(centre, {enableClickToDial: null});
    expect(page.log).to.not.include('enableClickToDial');
    centre.logIn();
    centre.logOut();
    centre.logIn();
    expect(page.log.filter((name) => name === 'enableClickToDial')).to.have.lengthOf(2);
  });
});

describe('the state of the login', () => {
  it('is not reported again for an event of the simulation with the same state', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre);
    page.takeLog();
    centre.emitWsEvent({id: '17', payload: {loginState: 'WORKING'}});
    centre.logIn();
    expect(page.log).to.deep.equal([]);
  });
});

describe('the own controls of the page', () => {
  it('are asked once, and kept as text', async () => {
    const {centre} = quietCentre();
    const template = '<adt-components><script>alert(1)</script></adt-components>';
    await openPage(centre, {getCustomComponents: template});
    const second = await openPage(centre, {getCustomComponents: 'other'});
    expect(second.log).to.not.include('getCustomComponents');
    expect(centre.state().customComponents).to.equal(template);
  });

  it('are asked of each page with the option asksComponentsAgain', async () => {
    const {centre} = quietCentre({asksComponentsAgain: true});
    await openPage(centre, {getCustomComponents: 'one'});
    await openPage(centre, {getCustomComponents: 'two'});
    expect(centre.state().customComponents).to.equal('two');
  });

  it('report their use with the newest live interaction, or with a given one', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre);
    const use = {callback: 'onVerify', name: 'button3'};
    const last = (): unknown => page.events.at(-1);
    centre.useComponent(use);
    expect(last()).to.deep.equal({
      api: 'customComponentsApi',
      name: 'componentEvent',
      data: {callbackName: 'onVerify', payload: {name: 'button3', value: ''}},
    });
    const call = centre.offerCall({ani: '9250000111'});
    const chat = centre.offerChat({from: 'Mei'});
    centre.useComponent({...use, value: 'yes'});
    expect(last()).to.have.nested.property('data.payload').that.includes({value: 'yes', interactionType: 'Chat'});
    expect(last()).to.have.nested.property('data.payload.interactionData.interactionId', chat);
    centre.useComponent({...use, interactionId: call});
    expect(last()).to.have.nested.property('data.payload.interactionData.interactionId', call);
  });
});

describe('the suggested numbers of the page', () => {
  const suggest = (numbers: unknown): unknown => ({suggestedNumbers: numbers});

  it('are replaced by the newest list, without entries that have no number', () => {
    const {centre} = quietCentre();
    centre.notify('suggestedNumbers', suggest([{clickToDialNumber: '1', crmObject: ALICE}, {}, null, 7]));
    expect(centre.state().suggestedNumbers).to.deep.equal([{clickToDialNumber: '1', crmObject: ALICE}]);
    centre.notify('suggestedNumbers', suggest([]));
    expect(centre.state().suggestedNumbers).to.deep.equal([]);
  });

  it('stay as they are if the data has no list', () => {
    const {centre} = quietCentre();
    centre.notify('suggestedNumbers', suggest([{clickToDialNumber: '1'}]));
    for (const data of [undefined, null, 7, 'list', suggest('list'), suggest({length: 3})]) {
      centre.notify('suggestedNumbers', data);
    }
    expect(centre.state().suggestedNumbers).to.have.lengthOf(1);
  });

  it('can be dialled, with their record and campaign', () => {
    const {centre, live} = quietCentre();
    const numbers = [{clickToDialNumber: '9255550161', crmObject: ALICE, preselectedCampaignName: 'Support'}];
    centre.notify('suggestedNumbers', suggest(numbers));
    expect(centre.dialSuggested(0)).to.be.a('string');
    expect(live()[0]!.data).to.include({campaignName: 'Support'});
    expect(live()[0]!.selectedNameObject).to.deep.equal(ALICE);
    for (const index of [1, -1, 0.5, '0', null]) {
      expect(() => centre.run('dialSuggested', [index])).to.throw('dialSuggested: there is no suggested number');
    }
  });
});

describe('the Application API', () => {
  async function withPage(answers: Answers = {}) {
    const quiet = quietCentre();
    return {...quiet, page: await openPage(quiet.centre, answers)};
  }

  it('gives the settings of the agent, only in the state WORKING', async () => {
    const {centre} = await withPage();
    expect(await centre.requestApi('applicationApi', 'getConfig')).to.deep.equal({
      timezone: 'America/Los_Angeles',
      lang: 'en',
    });
    centre.setLoginState('RELOGIN');
    const error: unknown = await centre.requestApi('applicationApi', 'getConfig').catch((it: unknown) => it);
    expect(error).to.include({
      errorCode: 'Generic',
      errorMessage: 'The login state is RELOGIN, but WORKING is required.',
    });
  });

  it('shows and hides messages by their text', async () => {
    const {centre} = await withPage();
    for (const msgText of ['One', 'Two', 'One']) {
      expect(await centre.requestApi('applicationApi', 'showErrorMessage', {msgText})).to.equal(null);
    }
    expect(centre.state().messages).to.deep.equal(['Two', 'One']);
    await centre.requestApi('applicationApi', 'hideErrorMessage', {msgText: 'Two'});
    expect(centre.state().messages).to.deep.equal(['One']);
    centre.hideMessage('One');
    expect(() => centre.hideMessage('One')).to.throw('hideMessage: there is no such message.');
  });

  it('keeps a bounded number of messages of a bounded length', async () => {
    const {centre} = await withPage();
    for (let number = 0; number < 30; number++) {
      await centre.requestApi('applicationApi', 'showErrorMessage', {msgText: `${number}${'x'.repeat(5000)}`});
    }
    const {messages} = centre.state();
    expect(messages).to.have.lengthOf(10);
    expect(messages.at(-1)).to.have.lengthOf(1001);
    await centre.requestApi('applicationApi', 'hideErrorMessage', {msgText: `29${'x'.repeat(5000)}`});
    expect(centre.state().messages).to.have.lengthOf(9);
  });

  it('knows no other method, and applies injected faults', async () => {
    const {centre} = await withPage();
    for (const method of ['notify', 'bringAppToFront', 'toString']) {
      const error: unknown = await centre.requestApi('applicationApi', method).catch((it: unknown) => it);
      expect(error).to.have.property('message', `Not Implemented: ${method}`);
    }
    centre.inject({fault: 'error', method: 'getConfig', errorMessage: 'Down'});
    const error: unknown = await centre.requestApi('applicationApi', 'getConfig').catch((it: unknown) => it);
    expect(error).to.include({errorMessage: 'Down'});
  });

  it('reports an error of the adapter', async () => {
    const {centre, page} = await withPage();
    centre.reportError({source: 'rest-api', errorMessage: 'No route', context: {statusCode: 503}});
    expect(page.events.at(-1)).to.deep.equal({
      api: 'applicationApi',
      name: 'error',
      data: {source: 'rest-api', errorMessage: 'No route', context: {statusCode: 503}},
    });
    expect(() => centre.run('reportError', [{source: 'moon', errorMessage: 'x'}])).to.throw('source must be one of');
    expect(() => centre.run('reportError', [{source: 'sdk'}])).to.throw('errorMessage must be a text.');
  });
});

describe('the Custom Methods API', () => {
  const call = (methodName: unknown, argument?: unknown) => ({methodName, argument});

  it('calls a method of the page, and returns its result', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {_callCustomMethod: ({argument}: {argument: unknown}) => ({argument})});
    expect(await centre.callCustomMethod('getValue', {a: 1})).to.deep.equal({argument: {a: 1}});
    expect(page.paramsOf('_callCustomMethod')).to.deep.equal([{methodName: 'getValue', argument: {a: 1}}]);
  });

  it('returns null if no page has the method, and an error if the method of the page fails', async () => {
    const {centre} = quietCentre();
    expect(centre.callCustomMethod('getValue')).to.equal(null);
    const page = await openPage(centre);
    expect(await centre.callCustomMethod('getValue')).to.equal(null);
    page.answers = {_callCustomMethod: () => Promise.reject(new Error('Broken'))};
    const error: unknown = await Promise.resolve(centre.callCustomMethod('getValue')).catch((it: unknown) => it);
    expect(error).to.include({name: 'CommandError', message: 'callCustomMethod: Broken'});
  });

  it('answers a page with the methods inside the adapter', async () => {
    const {centre} = quietCentre();
    const ask = (name: unknown, argument?: unknown) =>
      centre.requestApi('customMethodsApi', '_callCustomMethod', call(name, argument));
    centre.registerCustomMethods({double: (it) => Number(it) * 2});
    expect(await ask('double', 4)).to.equal(8);
    centre.answerCustomMethod('constant', {a: [1]});
    expect(await ask('constant')).to.deep.equal({a: [1]});
    centre.registerCustomMethods({});
    for (const name of ['double', 'constant', 'toString', '__proto__', 7, null, {toString: 1}]) {
      expect(await ask(name)).to.equal(null);
    }
  });
});
