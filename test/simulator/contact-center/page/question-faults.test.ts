import {expect} from '@open-wc/testing';
import type {Fault} from '../../../../src/simulator.js';
import {turn, watch} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {ALICE, openPage} from '../../page.js';

/** Presses a tile under a fault. */
async function pressUnder(fault: Fault) {
  const quiet = quietCentre();
  const page = await openPage(quiet.centre, {openMyCallsToday: null});
  quiet.centre.inject(fault);
  const press = watch(Promise.resolve(quiet.centre.pressTile('calls')));
  await turn();
  return {...quiet, page, press, question: () => quiet.centre.state().questions.at(-1)!};
}

describe('a fault of a question to the page', () => {
  it('late-answer: the answer comes later', async () => {
    const {clock, press, question, page} = await pressUnder({fault: 'late-answer', ms: 2000});
    expect(page.paramsOf('openMyCallsToday')).to.have.lengthOf(1);
    clock.advance(1999);
    await turn();
    expect(press.state).to.equal('pending');
    clock.advance(1);
    await turn();
    expect(press.state).to.equal('fulfilled');
    expect(question()).to.include({outcome: 'answered'});
  });

  it('lost-answer: the page is asked, and the question ends at its time limit', async () => {
    const {clock, press, question, page} = await pressUnder({fault: 'lost-answer'});
    expect(page.paramsOf('openMyCallsToday')).to.have.lengthOf(1);
    clock.advance(60_000);
    await turn();
    expect(press.state).to.equal('fulfilled');
    expect(question()).to.include({outcome: 'timeout'});
  });

  it('page-error: the question fails without the page', async () => {
    const {press, question, page} = await pressUnder({fault: 'page-error', errorMessage: 'Broken'});
    expect(page.paramsOf('openMyCallsToday')).to.have.lengthOf(0);
    expect(press.state).to.equal('fulfilled');
    expect(question()).to.include({outcome: 'failed', error: 'Broken'});
  });

  it('rubbish: the answer is useless, or a given value', async () => {
    const {centre} = await pressUnder({fault: 'rubbish'});
    centre.inject({fault: 'rubbish', method: 'getConfig'});
    centre.inject({fault: 'rubbish', method: '_callCustomMethod', answer: [ALICE]});
    expect(await centre.callCustomMethod('any')).to.deep.equal([ALICE]);
  });

  it('applies to the named question, as often as it says', async () => {
    const {centre} = quietCentre();
    const page = await openPage(centre, {openMyCallsToday: null, openMyChatsToday: null});
    centre.inject({fault: 'page-error', method: 'openMyChatsToday', times: 2});
    await centre.pressTile('calls');
    for (let times = 0; times < 3; times++) await centre.pressTile('chats');
    expect(page.log.filter((name) => name.startsWith('open'))).to.deep.equal(['openMyCallsToday', 'openMyChatsToday']);
    expect(centre.state().faults).to.deep.equal([]);
  });

  it('never applies if no page is connected, and ends with clear', () => {
    const {centre} = quietCentre();
    centre.inject({fault: 'page-error'});
    centre.offerCall({ani: '9250000111'});
    expect(centre.state().faults).to.have.lengthOf(1);
    centre.inject({fault: 'clear'});
    expect(centre.state().faults).to.deep.equal([]);
  });

  for (const fault of [
    {fault: 'late-answer'},
    {fault: 'late-answer', ms: -1},
    {fault: 'late-answer', ms: '9'},
    {fault: 'page-error', method: 7},
    {fault: 'page-error', errorMessage: {}},
    {fault: 'lost-answer', times: 0},
    {fault: 'rubbish', times: 'all'},
  ]) {
    it(`is refused with wrong values: ${JSON.stringify(fault)}`, () => {
      const {centre} = quietCentre();
      expect(() => centre.inject(fault as Fault)).to.throw(/^inject: /);
      expect(centre.state().faults).to.deep.equal([]);
    });
  }
});
