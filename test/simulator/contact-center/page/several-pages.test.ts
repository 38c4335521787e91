import {expect} from '@open-wc/testing';
import {turn} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {ALICE, CASE, held, hookAnswer, openPage} from '../../page.js';

describe('several adapters with pages', () => {
  it('are all asked, and the first answer counts', async () => {
    const {centre, live} = quietCentre();
    const late = held();
    const first = await openPage(centre, {search: late.promise});
    const second = await openPage(centre, {search: {crmObjects: [CASE, ALICE]}});
    centre.offerCall({ani: '9250000111'});
    await turn();
    late.resolve({crmObjects: []});
    await turn();
    expect([first, second].map((page) => page.paramsOf('search').length)).to.deep.equal([1, 1]);
    expect(live()[0]!.searchResults).to.deep.equal([CASE, ALICE]);
    const question = centre.state().questions.find(({method}) => method === 'search');
    expect(question).to.include({asked: 2, answers: 2, outcome: 'answered'});
  });

  it('whose first answer is an error lose the answer of the other, and the journal says so', async () => {
    const {centre, live} = quietCentre();
    await openPage(centre);
    const late = held();
    await openPage(centre, {search: late.promise});
    centre.offerCall({ani: '9250000111'});
    await turn();
    late.resolve({crmObjects: [CASE]});
    await turn();
    expect(live()[0]!.searchResults).to.have.lengthOf(3);
    const question = centre.state().questions.find(({method}) => method === 'search');
    expect(question).to.include({outcome: 'no opinion', answers: 1});
    expect(question!.problem).to.contain('another page had answered first');
  });

  it('that both save the log are reported to the agent', async () => {
    const {centre} = quietCentre();
    await openPage(centre, {saveLog: null});
    await openPage(centre, {saveLog: null});
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    centre.hangUp(id);
    await centre.dispose(id, '3558');
    await turn();
    expect(centre.state().messages).to.deep.equal([
      'A second page has answered saveLog, so the log may be saved twice.',
    ]);
    const question = centre.state().questions.find(({method}) => method === 'saveLog');
    expect(question).to.include({answers: 2});
  });

  it('with one hook each ask the agent once', async () => {
    const {centre} = quietCentre();
    await openPage(centre, {beforeMakeCall: hookAnswer('Confirmation')});
    await openPage(centre, {beforeMakeCall: hookAnswer('Confirmation')});
    void centre.dial({number: '9250000111'});
    await turn();
    expect(centre.state().dialogs).to.have.lengthOf(1);
  });

  it('all get the events', async () => {
    const {centre} = quietCentre();
    const pages = [await openPage(centre), await openPage(centre)];
    centre.setLoginState('RELOGIN');
    for (const page of pages) expect(page.events.at(-1)!.data).to.deep.equal({state: 'RELOGIN'});
  });

  it('that are gone are not asked', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {search: {crmObjects: []}});
    page.detach();
    centre.offerCall({ani: '9250000111'});
    expect(page.log).to.not.include('search');
  });
});

describe('the journal of questions', () => {
  it('keeps the last 50 questions, with their outcomes', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {openMyCallsToday: null});
    for (let count = 0; count < 60; count++) await centre.pressTile('calls');
    const {questions} = centre.state();
    expect(questions).to.have.lengthOf(50);
    expect(questions.at(-1)).to.deep.equal({
      number: 63,
      at: centre.state().now,
      api: 'crmApi',
      method: 'openMyCallsToday',
      asked: 1,
      outcome: 'answered',
      answers: 1,
    });
    page.answers = {openMyCallsToday: () => Promise.reject(new Error('No list'))};
    await centre.pressTile('calls');
    expect(centre.state().questions.at(-1)).to.include({outcome: 'failed', error: 'No list'});
  });

  it('shows the decisions of hooks', async () => {
    const {centre} = quietCentre();
    await openPage(centre, {beforeMakeCall: hookAnswer('Cancel')});
    await centre.dial({number: '9250000111'});
    expect(centre.state().questions.at(-1)).to.include({method: 'beforeMakeCall', decision: 'Cancel'});
  });
});
