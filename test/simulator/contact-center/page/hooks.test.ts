import {expect} from '@open-wc/testing';
import type {ContactCenter} from '../../../../src/simulator.js';
import {rejection, turn, watch} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {ALICE, type Answers, CASE, type FakePage, held, hookAnswer, openPage} from '../../page.js';

async function withPage(answers: Answers) {
  const quiet = quietCentre();
  return {...quiet, page: await openPage(quiet.centre, answers)};
}

/** Offers a call, answers it, and lets the page settle. */
async function talking(centre: ContactCenter): Promise<string> {
  const id = centre.offerCall({ani: '9250000111'});
  centre.answer(id);
  await turn();
  return id;
}

/** For each hook: the action that asks it, and whether the action has had its effect. */
const PLACES: Record<
  string,
  {act: (centre: ContactCenter, id: string) => unknown; happened: (centre: ContactCenter, page: FakePage) => boolean}
> = {
  beforeClickToDial: {
    act: (it) => it.notify('click2dial', {click2DialData: {clickToDialNumber: '9255550161'}}),
    happened: ({state}) => state().interactions.length > 1,
  },
  beforeMakeCall: {
    act: (it) => it.dial({number: '9255550161'}),
    happened: ({state}) => state().interactions.length > 1,
  },
  beforeSuggestedNumbers: {
    act: (it) => it.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9255550161'}]}),
    happened: ({state}) => state().suggestedNumbers.length === 1,
  },
  beforeTransfer: {
    act: (it, id) => it.transfer(id),
    happened: ({state}) => state().interactions[0]!.state === 'FINISHED',
  },
  beforeRecord: {
    act: (it, id) => it.record(id),
    happened: ({state}) => 'recorded' in state().interactions[0]!,
  },
  beforeDisposition: {
    act: (it, id) => {
      it.hangUp(id);
      return it.dispose(id, '3558');
    },
    happened: ({state}) => state().interactions[0]!.disposition?.id === '3558',
  },
  beforeObjectVisited: {
    act: (it) => it.visitObject(ALICE),
    happened: ({state}) => state().visitedObjects.length === 1,
  },
  beforeSearch: {
    act: (it, id) => it.searchAgain(id),
    happened: (_, page) => page.log.includes('search'),
  },
  beforeScreenPop: {
    act: (it, id) => it.popRecord(id, '123'),
    happened: (_, page) => page.log.includes('screenPop'),
  },
  beforeSaveLog: {
    act: (it, id) => {
      it.hangUp(id);
      return it.dispose(id, '3558');
    },
    happened: ({state}) => state().interactions[0]!.logged === 'no opinion',
  },
};

/** Carries out the action of a hook whose page answers with `answer`. Returns whether the action has had its effect. */
async function actWith(hook: string, answer: unknown) {
  const {centre, page} = await withPage({});
  centre.configure({oneCallAtATime: false});
  const bound = Object.assign(Object.create(centre) as ContactCenter, {state: () => centre.state()});
  const id = await talking(centre);
  page.takeLog();
  page.answers = {[hook]: answer};
  const {act, happened} = PLACES[hook]!;
  await act(centre, id);
  await turn();
  return {centre, page, happened: () => happened(bound, page)};
}

describe('a hook before an action', () => {
  for (const hook of Object.keys(PLACES)) {
    describe(hook, () => {
      for (const [name, answer] of [
        ['nothing', null],
        ['Proceed', hookAnswer('Proceed')],
        ['ProceedWithParams without params', hookAnswer('ProceedWithParams')],
        ['an unknown status', hookAnswer('Maybe')],
        ['a text', 'Cancel'],
        ['an object without a status', {searchResults: 7}],
      ] as const) {
        it(`lets the adapter act with ${name}`, async () => {
          const {happened} = await actWith(hook, answer);
          expect(happened()).to.equal(true);
        });
      }

      it('stops the adapter with Cancel', async () => {
        const {happened} = await actWith(hook, hookAnswer('Cancel'));
        expect(happened()).to.equal(false);
      });

      it('stops the adapter with Error, and shows its message', async () => {
        const {centre, happened} = await actWith(hook, hookAnswer('Error', {}, {message: 'No', messageHeader: 'Stop'}));
        expect(happened()).to.equal(false);
        expect(centre.state().messages).to.deep.equal(['Stop: No']);
      });

      for (const isYes of [true, false]) {
        it(`asks the agent with Confirmation, who answers ${isYes ? 'Yes' : 'No'}`, async () => {
          const quiet = await confirmationOf(hook);
          expect(quiet.centre.state().dialogs).to.deep.include.members([quiet.dialog]);
          expect(quiet.happened()).to.equal(false);
          quiet.centre.answerDialog(quiet.dialog.id, isYes);
          await turn();
          expect(quiet.happened()).to.equal(isYes);
          expect(quiet.centre.state().dialogs).to.deep.equal([]);
        });
      }

      it('lets the adapter act if it fails, and says so to the agent and to the page', async () => {
        const fail = (): never => {
          throw new Error('Broken');
        };
        const {centre, page, happened} = await actWith(hook, fail);
        expect(happened()).to.equal(true);
        expect(centre.state().messages).to.deep.equal([`The hook ${hook} failed: Broken`]);
        const {data} = page.events.find(({name}) => name === 'error')!;
        expect(data).to.deep.equal({source: 'hook', errorMessage: 'Broken', context: {hookName: hook}});
      });
    });
  }

  /** Carries out the action of a hook that asks the agent. */
  async function confirmationOf(hook: string) {
    const {centre, page} = await withPage({});
    centre.configure({oneCallAtATime: false});
    const id = await talking(centre);
    page.takeLog();
    page.answers = {[hook]: hookAnswer('Confirmation', {}, {message: 'Sure?', messageHeader: 'Check'})};
    const {act, happened} = PLACES[hook]!;
    const result = act(centre, id);
    if (result instanceof Promise) watch(result);
    await turn();
    const [dialog] = centre.state().dialogs;
    expect(dialog).to.include({header: 'Check', message: 'Sure?'});
    const bound = Object.assign(Object.create(centre) as ContactCenter, {state: () => centre.state()});
    return {centre, page, dialog: dialog!, happened: () => happened(bound, page)};
  }
});

describe('a hook that gives values', () => {
  it('changes the number and the campaign of a dial', async () => {
    const click2DialData = {clickToDialNumber: '9255550161', preselectedCampaignName: 'Renewals'};
    const {centre, page} = await withPage({
      beforeClickToDial: hookAnswer('ProceedWithParams', {params: {click2DialData}}),
      beforeMakeCall: null,
    });
    centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111', note: 'kept'}});
    await turn();
    expect(page.paramsOf('beforeClickToDial')).to.deep.equal([
      {click2DialData: {clickToDialNumber: '9250000111', note: 'kept'}},
    ]);
    expect(page.paramsOf('beforeMakeCall')).to.deep.equal([
      {destination: {number: '9255550161'}, callDialog: '', campaignId: '300000000000485'},
    ]);
    expect(centre.state().interactions[0]).to.include({number: '9255550161'});
  });

  it('replaces and removes the records that the agent has visited, by their ids', async () => {
    const {centre, page} = await withPage({});
    void centre.visitObject(ALICE);
    await turn();
    const params = {visitedObjects: [{...CASE, name: 'Toaster'}], objectsToRemove: [{id: ALICE.id}]};
    page.answers = {beforeObjectVisited: hookAnswer('ProceedWithParams', {params})};
    await centre.visitObject(CASE);
    expect(centre.state().visitedObjects).to.deep.equal([{...CASE, name: 'Toaster'}]);
  });

  it('replaces the suggested numbers', async () => {
    const params = {suggestedNumbers: [{clickToDialNumber: 1}, {clickToDialNumber: ''}, null]};
    const {centre} = await withPage({beforeSuggestedNumbers: hookAnswer('ProceedWithParams', {params})});
    centre.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '2'}]});
    await turn();
    expect(centre.state().suggestedNumbers).to.deep.equal([{clickToDialNumber: '1'}]);
  });

  for (const statusCode of ['ProceedWithParams', 'Cancel']) {
    it(`replaces the search with its own records (${statusCode}), and afterSearch is not asked`, async () => {
      const {centre, page, live} = await withPage({
        beforeSearch: hookAnswer(statusCode, {searchResults: [CASE, ALICE]}),
        search: {crmObjects: []},
        afterSearch: null,
      });
      const id = await talking(centre);
      expect(page.log).to.not.include.members(['search']);
      expect(page.log).to.not.include.members(['afterSearch']);
      expect(live()[0]!.searchResults).to.deep.equal([CASE, ALICE]);
      const results = await centre.request('getSearchResults', {interactionType: 'Call', interactionId: id});
      expect(results).to.deep.equal([CASE, ALICE]);
    });
  }

  it('changes the result of the search, also if it returns a whole SearchResult', async () => {
    for (const searchResults of [[CASE], {crmObjects: [CASE]}]) {
      const {centre, page, live} = await withPage({
        search: {crmObjects: [ALICE, CASE], screenPopObject: ALICE},
        afterSearch: hookAnswer('ProceedWithParams', {searchResults}),
      });
      await talking(centre);
      expect(live()[0]!.searchResults).to.deep.equal([CASE]);
      expect(page.paramsOf('screenPop')).to.have.nested.property('[0].crmObject.id', CASE.id);
    }
  });

  it('adds fields to the log, which are also in the log of the last event', async () => {
    const newFields = {subject: 'Renewal', who: ALICE, score: 7};
    const {centre, page, events} = await withPage({
      beforeSaveLog: hookAnswer('ProceedWithParams', {newFields}),
      saveLog: null,
    });
    const id = await talking(centre);
    centre.hangUp(id);
    await centre.dispose(id, '3558');
    expect(page.paramsOf('saveLog')).to.have.nested.property('[0].interactionLogData').that.deep.includes(newFields);
    const finished = events.find((it) => it.kind === 'interaction' && it.name === 'callFinished');
    expect(finished).to.have.nested.property('params.callLogData').that.deep.includes(newFields);
  });
});

describe('a hook that stops an action', () => {
  it('lets the request of the page fail, so that the page does not report a disposition that is not set', async () => {
    const {centre} = await withPage({beforeDisposition: hookAnswer('Cancel')});
    const id = await talking(centre);
    centre.hangUp(id);
    const params = {interactionType: 'Call', interactionId: id, dispositionId: '3558'};
    expect(await rejection(centre.request('setDisposition', params))).to.include({
      errorCode: 'Generic',
      errorMessage: 'A hook of the page has stopped the disposition.',
    });
  });

  it('reports the refused dial to the page', async () => {
    const {centre, takeEvents} = await withPage({beforeMakeCall: hookAnswer('Cancel')});
    centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}});
    await turn();
    expect(takeEvents()).to.deep.equal(['65 FAILED_TO_CONNECT']);
    expect(centre.state().refusedDials[0]).to.include({number: '9250000111', errorCode: 'STOPPED_BY_HOOK'});
  });

  it('leaves no result of a search that it has stopped', async () => {
    const {centre, page, live} = await withPage({beforeSearch: hookAnswer('Cancel'), search: {crmObjects: [CASE]}});
    await talking(centre);
    expect(page.log).to.not.include.members(['search']);
    expect(live()[0]).to.not.have.property('search');
  });

  it('has shown the record by itself with Cancel of beforeScreenPop, so afterScreenPop is not asked', async () => {
    const {centre, page} = await withPage({
      search: {crmObjects: [ALICE]},
      beforeScreenPop: hookAnswer('Cancel'),
      afterScreenPop: null,
    });
    await talking(centre);
    expect(page.log).to.not.include.members(['afterScreenPop']);
  });
});

describe('a question to the agent', () => {
  it('ends with No when its interaction is over', async () => {
    const {centre} = await withPage({beforeTransfer: hookAnswer('Confirmation')});
    const id = await talking(centre);
    const transfer = watch(Promise.resolve(centre.transfer(id)));
    await turn();
    expect(centre.state().dialogs[0]).to.include({header: 'Please confirm', interactionId: id});
    centre.hangUp(id);
    await centre.dispose(id, '3558');
    await turn();
    expect(centre.state().dialogs).to.deep.equal([]);
    expect(transfer.state).to.equal('fulfilled');
  });

  it('cannot be answered twice, and needs true or false', async () => {
    const {centre} = await withPage({beforeMakeCall: hookAnswer('Confirmation')});
    void centre.dial({number: '9250000111'});
    await turn();
    const {id} = centre.state().dialogs[0]!;
    expect(() => centre.run('answerDialog', [id, 'yes'])).to.throw('the answer must be true or false.');
    centre.answerDialog(id, true);
    expect(() => centre.answerDialog(id, true)).to.throw(`no question ${id} is open.`);
  });

  it('ends with a reset, and so does each action that waits for a page', async () => {
    const never = held();
    const {centre, page} = await withPage({beforeMakeCall: hookAnswer('Confirmation'), beforeTransfer: never.promise});
    const id = await talking(centre);
    const transfer = watch(Promise.resolve(centre.transfer(id)));
    centre.configure({oneCallAtATime: false});
    const dial = watch(Promise.resolve(centre.dial({number: '9250000111'})));
    await turn();
    centre.reset();
    await turn();
    expect(transfer.error).to.have.property('message', 'transfer: the contact centre was reset.');
    expect(dial.error).to.have.property('message', 'dial: the contact centre was reset.');
    expect(centre.state()).to.deep.include({dialogs: [], messages: [], interactions: []});
    page.takeLog();
    never.resolve(null);
    await turn();
    expect(page.takeLog()).to.deep.equal([]);
  });
});
