import {expect} from '@open-wc/testing';
import {turn} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {ALICE, type Answers, CASE, held, openPage} from '../../page.js';

/** Offers a call to an agent whose page answers with `answers`. */
async function searched(answers: Answers) {
  const quiet = quietCentre();
  const page = await openPage(quiet.centre, {screenPop: null, ...answers});
  const id = quiet.centre.offerCall({ani: '9250000111'});
  const call = {interactionType: 'Call', interactionId: id};
  await turn();
  return {...quiet, page, id, call};
}

describe('the search of the page', () => {
  it('gets the interaction, the number and the variables', async () => {
    const {page, id} = await searched({search: {crmObjects: []}});
    const [params] = page.paramsOf('search') as Record<string, Record<string, unknown>>[];
    expect(params).to.have.all.keys('interactionType', 'interactionData', 'interactionSearchData');
    expect(params!['interactionData']).to.include({interactionId: id, ani: '9250000111'});
    expect(params!['interactionSearchData']).to.include({number: '9250000111'});
    expect(params!['interactionSearchData']!['cavs']).to.be.an('array').that.is.not.empty;
  });

  it('gives the results of getSearchResults and the lists of records', async () => {
    const {centre, call} = await searched({search: {crmObjects: [ALICE, CASE]}});
    expect(await centre.request('getSearchResults', call)).to.deep.equal([ALICE, CASE]);
    expect(await centre.request('getNameObjects', call)).to.deep.equal([ALICE]);
    expect(await centre.request('getRelatedToObjects', call)).to.deep.equal([CASE]);
  });

  it('pops a single record, and none of several', async () => {
    for (const [crmObjects, pops] of [
      [[ALICE], 1],
      [[ALICE, CASE], 0],
      [[], 0],
    ] as const) {
      const {page} = await searched({search: {crmObjects}});
      expect(page.paramsOf('screenPop')).to.have.lengthOf(pops);
    }
  });

  it('pops the record that the page names', async () => {
    const {page} = await searched({search: {crmObjects: [ALICE, CASE], screenPopObject: CASE}});
    const [params] = page.paramsOf('screenPop') as Record<string, unknown>[];
    expect(params).to.have.all.keys('interactionType', 'interactionData', 'crmObject');
    expect(params!['crmObject']).to.deep.equal(CASE);
  });

  it('gives the page its own record back, with its number as id and its own fields', async () => {
    const record = {id: 7, name: 'Mei', metadata: {url: '/7'}, visitedTime: 12};
    const {page, centre, id} = await searched({search: {crmObjects: [record], screenPopObject: null}});
    await centre.popRecord(id, '7');
    for (const params of page.paramsOf('screenPop')) expect(params).to.deep.include({crmObject: record});
  });

  it('finds nothing if the page returns nothing', async () => {
    for (const search of [null, {crmObjects: []}]) {
      const {centre, call, live} = await searched({search});
      expect(await centre.request('getSearchResults', call)).to.deep.equal([]);
      expect(live()[0]).to.include({search: 'done'});
      expect(centre.state().questions.find(({method}) => method === 'search')).to.not.have.property('problem');
    }
  });

  for (const search of [7, 'Alice', true, {crmObjects: 'none'}, {crmObjects: {id: '1'}}]) {
    it(`finds nothing, and says so in the journal, if the page returns ${JSON.stringify(search)}`, async () => {
      const {centre, live} = await searched({search});
      expect(live()[0]!.searchResults).to.deep.equal([]);
      const question = centre.state().questions.find(({method}) => method === 'search');
      expect(question).to.include({outcome: 'answered', problem: 'The answer has no list crmObjects.'});
    });
  }

  it('ignores records without an id', async () => {
    const {centre, live} = await searched({search: {crmObjects: [null, {name: 'No id'}, CASE, {id: {}}]}});
    expect(live()[0]!.searchResults).to.deep.equal([CASE]);
    const question = centre.state().questions.find(({method}) => method === 'search');
    expect(question).to.include({problem: 'The adapter ignores records without an id.'});
  });

  it('shows its error, and no records', async () => {
    const fail = (): never => {
      throw new Error('No connection');
    };
    const {live, page} = await searched({search: fail});
    expect(live()[0]).to.include({search: 'failed', searchError: 'No connection'});
    expect(live()[0]!.searchResults).to.deep.equal([]);
    expect(page.log).to.not.include('screenPop');
  });

  it('can be repeated, and the newest search counts', async () => {
    const first = held();
    const {centre, page, id, live} = await searched({search: first.promise});
    expect(live()[0]).to.include({search: 'searching'});
    page.answers = {search: {crmObjects: [CASE]}, screenPop: null};
    await centre.searchAgain(id);
    first.resolve({crmObjects: [ALICE]});
    await turn();
    expect(live()[0]!.searchResults).to.deep.equal([CASE]);
  });

  it('has no effect on an interaction that is over', async () => {
    const late = held();
    const {centre, page, id} = await searched({search: late.promise});
    centre.reject(id);
    late.resolve({crmObjects: [ALICE]});
    await turn();
    expect(page.log).to.not.include('screenPop');
    expect(() => centre.searchAgain(id)).to.throw('searchAgain: the Call has finished.');
    expect(() => centre.popRecord(id, ALICE.id)).to.throw('popRecord: the Call has finished.');
  });

  it('is not made for a dial that needs none', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {search: {crmObjects: [ALICE]}});
    centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111', screenpopC2DSearch: false}});
    await turn();
    expect(page.log).to.not.include('search');
  });
});

describe('a record that the agent picks', () => {
  it('is selected, shown and logged', async () => {
    const {centre, page, id, call, events} = await searched({search: {crmObjects: [ALICE, CASE]}, saveLog: null});
    await centre.popRecord(id, CASE.id);
    expect(page.paramsOf('screenPop')).to.have.nested.property('[0].crmObject').that.deep.equals(CASE);
    expect(await centre.request('getSelectedRelatedToObject', call)).to.deep.equal(CASE);
    const selected = events.find((it) => it.kind === 'interaction' && it.name === 'objectSelected');
    expect(selected).to.have.nested.property('params.crmObject').that.deep.equals(CASE);
    centre.answer(id);
    centre.hangUp(id);
    await centre.dispose(id, '3558');
    const [log] = page.paramsOf('saveLog') as {interactionLogData: object}[];
    expect(log!.interactionLogData).to.deep.include({what: CASE, dispositionName: 'Left Voicemail'});
    expect(log!.interactionLogData).to.have.all.keys(
      'dispositionName',
      'subject',
      'comments',
      'what',
      'talkTime',
      'duration',
    );
  });

  it('is shown again with force', async () => {
    const {centre, page, id} = await searched({search: {crmObjects: [ALICE, CASE]}, beforeScreenPop: null});
    await centre.popRecord(id, CASE.id, {force: true});
    expect(page.paramsOf('screenPop')).to.have.nested.property('[0].force', true);
    expect(page.paramsOf('beforeScreenPop')).to.have.nested.property('[0].force', true);
  });

  it('stays selected if a later search does not find it', async () => {
    const {centre, page, id, call} = await searched({search: {crmObjects: [ALICE, CASE]}});
    await centre.popRecord(id, ALICE.id);
    page.answers = {search: {crmObjects: []}};
    await centre.searchAgain(id);
    expect(await centre.request('getSelectedNameObject', call)).to.deep.equal(ALICE);
    expect(await centre.request('getNameObjects', call)).to.deep.equal([ALICE]);
    expect(await centre.request('getRelatedToObjects', call)).to.deep.equal([]);
  });
});
