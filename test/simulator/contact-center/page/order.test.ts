/**
 * The order in which the adapter asks the page around each action. Source: SDK documentation and public code. What is
 * unknown is an option of the contact centre.
 */
import {expect} from '@open-wc/testing';
import type {ContactCenterInit} from '../../../../src/simulator.js';
import {turn} from '../../../support/time.js';
import {centreWithCall, quietCentre} from '../../centre.js';
import {ALICE, type Answers, CASE, openPage} from '../../page.js';

const HOOKS = [
  'beforeClickToDial',
  'beforeSuggestedNumbers',
  'beforeMakeCall',
  'beforeTransfer',
  'beforeRecord',
  'beforeDisposition',
  'beforeObjectVisited',
  'beforeSearch',
  'afterSearch',
  'beforeScreenPop',
  'afterScreenPop',
  'beforeSaveLog',
  'afterSaveLog',
];

/** A page that implements everything, and finds one record. */
const FULL: Answers = {
  getAdtConfig: {myCallsTodayEnabled: true, myChatsTodayEnabled: false, myEmailsTodayEnabled: true},
  getTodayCallsCount: 3,
  getTodayEmailsCount: 0,
  search: {crmObjects: [ALICE]},
  ...Object.fromEntries(
    ['screenPop', 'saveLog', 'enableClickToDial', 'disableClickToDial', 'bringAppToFront', '_beforeCallFinished'].map(
      (name) => [name, null],
    ),
  ),
  ...Object.fromEntries(HOOKS.map((name) => [name, null])),
};

/** Creates a contact centre with a page that implements everything. */
async function withPage(init: ContactCenterInit = {}, answers: Answers = {}) {
  const quiet = quietCentre(init);
  const page = await openPage(quiet.centre, {...FULL, ...answers});
  const connecting = page.takeLog();
  return {...quiet, page, connecting};
}

const SEARCH = ['beforeSearch', 'search', 'afterSearch', 'beforeScreenPop', 'screenPop', 'afterScreenPop'];
const LOG = ['beforeSaveLog', 'saveLog', 'afterSaveLog'];
const READY = ['enableClickToDial', 'getTodayCallsCount', 'getTodayEmailsCount'];

describe('the order of the questions to the page', () => {
  it('when the page connects', async () => {
    const {connecting} = await withPage();
    expect(connecting).to.deep.equal([
      'getAdtConfig',
      'enableClickToDial',
      'getCustomComponents',
      'sessionInitialized',
      'loginStateChanged',
      'getTodayCallsCount',
      'getTodayEmailsCount',
    ]);
  });

  it('when the agent reaches WORKING', async () => {
    const {centre, page} = await withPage({loggedIn: false});
    for (const state of ['SELECT_STATION', 'SELECT_SKILLS', 'ACCEPT_NOTICE', 'WORKING'] as const) {
      centre.setLoginState(state);
    }
    await turn();
    expect(page.takeLog()).to.deep.equal([
      'loginStateChanged',
      'loginStateChanged',
      'loginStateChanged',
      'sessionInitialized',
      'loginStateChanged',
      ...READY,
    ]);
    expect(page.events.map(({data}) => (data as {state?: string} | undefined)?.state)).to.deep.equal([
      'LOGOUT',
      'SELECT_STATION',
      'SELECT_SKILLS',
      'ACCEPT_NOTICE',
      undefined,
      'WORKING',
    ]);
  });

  it('when a customer calls, until the call is finished', async () => {
    const {centre, page} = await withPage();
    const id = centre.offerCall({ani: '9250000111'});
    await turn();
    expect(page.takeLog()).to.deep.equal(['callStarted', 'disableClickToDial', 'bringAppToFront', ...SEARCH]);
    centre.answer(id);
    centre.hangUp(id);
    await turn();
    expect(page.takeLog()).to.deep.equal(['callAccepted', 'callEnded']);
    await centre.dispose(id, '3558');
    await turn();
    expect(page.takeLog()).to.deep.equal(['beforeDisposition', ...LOG, 'callFinished', ...READY]);
  });

  it('when the page dials', async () => {
    const {centre, page} = await withPage();
    centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}});
    await turn();
    expect(page.takeLog()).to.deep.equal([
      'beforeClickToDial',
      'beforeMakeCall',
      'callStarted',
      'disableClickToDial',
      ...SEARCH.slice(0, 1),
      'callAccepted',
      ...SEARCH.slice(1),
    ]);
  });

  it('when the agent dials', async () => {
    const {centre, page} = await withPage();
    const id = await centre.dial({number: '9250000111'});
    await turn();
    expect(id).to.match(/^[0-9A-F]{32}$/);
    expect(page.takeLog().slice(0, 2)).to.deep.equal(['beforeMakeCall', 'callStarted']);
  });

  it('when the agent picks one of several results', async () => {
    const {centre, page} = await withPage({}, {search: {crmObjects: [ALICE, CASE]}});
    const id = centre.offerCall({ani: '9250000111'});
    await turn();
    expect(page.takeLog()).to.deep.equal([
      'callStarted',
      'disableClickToDial',
      'bringAppToFront',
      'beforeSearch',
      'search',
      'afterSearch',
    ]);
    await centre.popRecord(id, CASE.id);
    expect(page.takeLog()).to.have.members(['objectSelected', 'beforeScreenPop', 'screenPop', 'afterScreenPop']);
  });

  it('when the page visits a record', async () => {
    const {centre, page} = await withPage();
    centre.notify('objectVisited', {crmObject: ALICE});
    await turn();
    expect(page.takeLog()).to.deep.equal(['beforeObjectVisited']);
    expect(centre.state().visitedObjects).to.deep.equal([ALICE]);
  });

  it('when the agent records and transfers a call', async () => {
    const {centre, page} = await withPage();
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await turn();
    page.takeLog();
    await centre.record(id);
    expect(centre.state().interactions[0]).to.include({recorded: true});
    await centre.transfer(id);
    await turn();
    expect(page.takeLog()).to.deep.equal([
      'beforeRecord',
      'beforeTransfer',
      'callEnded',
      ...LOG,
      'callFinished',
      ...READY,
    ]);
    expect(page.paramsOf('saveLog')).to.have.nested.property('[0].interactionLogData.dispositionName', '');
  });

  for (const [type, offer, accept] of [
    ['chat', 'offerChat', ['chatAccepted']],
    ['email', 'offerEmail', ['emailAccepted']],
  ] as const) {
    it(`for a ${type}, which does not end the possibility to dial`, async () => {
      const {centre, page} = await withPage();
      const id = centre[offer]({from: 'Mei'});
      await turn();
      expect(page.takeLog()).to.deep.equal([`${type}Offered`, 'bringAppToFront', ...SEARCH]);
      centre.accept(id);
      if (type === 'chat') centre.end(id);
      await turn();
      expect(page.takeLog()).to.deep.equal([...accept, ...(type === 'chat' ? ['chatEnded'] : [])]);
      await centre.dispose(id, '3552');
      await turn();
      expect(page.takeLog()).to.deep.equal(['beforeDisposition', ...LOG, `${type}Finished`, ...READY.slice(1)]);
    });
  }

  it('when the wrap-up time is over', async () => {
    const {centre, page, clock} = await withPage({wrapUpSeconds: 10});
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    centre.hangUp(id);
    await turn();
    page.takeLog();
    clock.advance(10_000);
    await turn();
    expect(page.takeLog()).to.deep.equal([...LOG, 'callFinished', ...READY]);
    expect(page.paramsOf('saveLog')).to.have.nested.property(
      '[0].interactionLogData.dispositionName',
      'No Disposition',
    );
  });
});

describe('an unknown part of the order is an option:', () => {
  it('searchAt: the search can begin when the agent accepts', async () => {
    const {centre, page} = await withPage({searchAt: 'accept'});
    const id = centre.offerCall({ani: '9250000111'});
    await turn();
    expect(page.takeLog()).to.deep.equal(['callStarted', 'disableClickToDial', 'bringAppToFront']);
    centre.answer(id);
    await turn();
    expect(page.takeLog()).to.deep.equal(['callAccepted', ...SEARCH]);
  });

  it('searchesBeforeStart: the search can begin before the page knows of the call', async () => {
    const {centre, page} = await withPage({searchesBeforeStart: true});
    centre.offerCall({ani: '9250000111'});
    await turn();
    expect(page.takeLog().slice(0, 2)).to.deep.equal(['beforeSearch', 'callStarted']);
  });

  it('searchesAgain: a page that connects later can be asked for the records', async () => {
    for (const searchesAgain of [false, true]) {
      const {centre} = centreWithCall('talking', {searchesAgain});
      const page = await openPage(centre, FULL);
      expect(page.paramsOf('search')).to.have.lengthOf(searchesAgain ? 1 : 0);
    }
  });

  it('searchesAgentCalls: the records of an agent can be searched', async () => {
    for (const searchesAgentCalls of [false, true]) {
      const {centre, page} = await withPage({searchesAgentCalls});
      centre.offerCall({ani: '9250000111', transferredFrom: 'kim@northwind.example'});
      await turn();
      expect(page.paramsOf('search')).to.have.lengthOf(searchesAgentCalls ? 1 : 0);
    }
  });

  it('searchData: the data of the search can be empty or missing', async () => {
    for (const [searchData, expected] of [
      ['empty', {}],
      ['none', undefined],
    ] as const) {
      const {centre, page} = await withPage({searchData});
      centre.offerCall({ani: '9250000111'});
      await turn();
      const [params] = page.paramsOf('search') as {interactionSearchData?: object}[];
      expect(params!.interactionSearchData).to.deep.equal(expected);
    }
  });

  it('logsTransfers: the log of a transferred interaction can be left out', async () => {
    const {centre, page} = await withPage({logsTransfers: false});
    const id = centre.offerChat({from: 'Mei'});
    centre.accept(id);
    await turn();
    page.takeLog();
    await centre.transfer(id);
    expect(page.takeLog().slice(0, 2)).to.deep.equal(['beforeTransfer', 'chatTransferred']);
  });

  it('asksBeforeCallFinished: the question of SDK 1.0.10 can follow the log', async () => {
    const {centre, page} = await withPage({asksBeforeCallFinished: true});
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    centre.hangUp(id);
    await turn();
    page.takeLog();
    await centre.dispose(id, '3558');
    expect(page.takeLog().slice(0, 6)).to.deep.equal([
      'beforeDisposition',
      ...LOG,
      '_beforeCallFinished',
      'callFinished',
    ]);
  });

  it('bringsToFront: the adapter can stay in the background', async () => {
    const {centre, page} = await withPage({bringsToFront: false});
    centre.offerCall({ani: '9250000111'});
    await turn();
    expect(page.log).to.not.include('bringAppToFront');
  });

  it('repeatsLoginState: a page that connects after the login can stay without its state', async () => {
    const {connecting} = await withPage({repeatsLoginState: false});
    expect(connecting).to.not.include.members(['sessionInitialized']);
  });

  it('dispositionIdType: the id in beforeDisposition can be a text', async () => {
    for (const [dispositionIdType, expected] of [
      ['number', 3558],
      ['text', '3558'],
    ] as const) {
      const {centre, page} = await withPage({dispositionIdType});
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      centre.hangUp(id);
      await centre.dispose(id, '3558');
      expect(page.paramsOf('beforeDisposition')).to.have.nested.property('[0].dispositionId', expected);
    }
  });

  it('fillsHookFields, hookDestination and hookPopObjects: the parameters of hooks can have another form', async () => {
    const {centre, page} = await withPage({fillsHookFields: false, hookDestination: 'text', hookPopObjects: 'ids'});
    await centre.dial({number: '9250000111'});
    await turn();
    expect(page.paramsOf('beforeMakeCall')).to.deep.equal([{destination: '9250000111', campaignId: '300000000000483'}]);
    const [params] = page.paramsOf('beforeScreenPop') as Record<string, unknown>[];
    expect(params).to.have.all.keys('interactionType', 'interactionData', 'screenPopObjects');
    expect(params!['screenPopObjects']).to.deep.equal([{params: {recordId: '123'}}]);
  });

  it('hookPopObjects: the objects of a screen pop are records, and have the ids as in Salesforce', async () => {
    for (const [hookPopObjects, keys] of [
      ['both', ['id', 'params']],
      ['records', ['id']],
    ] as const) {
      const {centre, page} = await withPage({hookPopObjects});
      await centre.dial({number: '9250000111'});
      await turn();
      const [popped] = page.paramsOf('beforeScreenPop') as {screenPopObjects: Record<string, unknown>[]}[];
      const [object] = popped!.screenPopObjects;
      expect(['id', 'params'].filter((key) => key in object!)).to.deep.equal(keys);
      expect(object).to.include({id: '123'});
      if (hookPopObjects === 'both') expect(object).to.deep.include({params: {recordId: '123'}});
    }
  });

  it('failedHook: an action whose hook fails can be blocked', async () => {
    for (const failedHook of ['proceed', 'block'] as const) {
      const fail = (): never => {
        throw new Error('Broken');
      };
      const {centre} = await withPage({failedHook}, {beforeMakeCall: fail});
      const id = await centre.dial({number: '9250000111'});
      expect(id === null).to.equal(failedHook === 'block');
      expect(centre.state().messages).to.deep.equal(['The hook beforeMakeCall failed: Broken']);
    }
  });

  it('failedLog: an interaction whose log is not saved can stay open', async () => {
    for (const failedLog of ['finish', 'stop'] as const) {
      const fail = (): never => {
        throw new Error('Broken');
      };
      const {centre, live} = await withPage({failedLog}, {saveLog: fail});
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      centre.hangUp(id);
      await centre.dispose(id, '3558');
      expect(live()).to.have.lengthOf(failedLog === 'stop' ? 1 : 0);
      expect(centre.state().messages).to.deep.equal(['The log was not saved: Broken']);
    }
  });
});

describe('a page without clients of the other APIs', () => {
  it('changes no command into a promise, and adds no event', () => {
    const {centre, takeEvents} = quietCentre();
    const id = centre.dial({number: '9250000111'});
    expect(id).to.be.a('string');
    centre.remoteAnswer(id as string);
    centre.hangUp(id as string);
    expect(centre.dispose(id as string, '3558')).to.equal(undefined);
    expect(takeEvents()).to.deep.equal([
      '3 CREATED',
      'callStarted',
      '4 UPDATED',
      'callAccepted',
      '4 CONNECTED',
      '4 DISCONNECTED_BY_AGENT',
      'callEnded',
      '5 DISPOSITIONED',
      'callFinished',
    ]);
    expect(centre.state().questions).to.deep.equal([]);
  });

  it('keeps the records of the company as the result of the search', async () => {
    const {centre, call} = centreWithCall('talking');
    const records = await centre.request('getSearchResults', call);
    expect(records).to.have.lengthOf(3);
    const page = await openPage(centre);
    await centre.searchAgain(call.interactionId);
    expect(page.paramsOf('search')).to.have.lengthOf(1);
    expect(await centre.request('getSearchResults', call)).to.deep.equal(records);
  });
});
