import {expect} from '@open-wc/testing';
import {turn, watch} from '../../../support/time.js';
import {quietCentre} from '../../centre.js';
import {type Answers, held, hookAnswer, openPage} from '../../page.js';

/** Brings a call into wrap-up, with a page that answers with `answers`. */
async function inWrapUp(answers: Answers, init = {}) {
  const quiet = quietCentre(init);
  const page = await openPage(quiet.centre, answers);
  const id = quiet.centre.offerCall({ani: '9250000111'});
  quiet.centre.answer(id);
  await turn();
  quiet.clock.advance(65_000);
  quiet.centre.hangUp(id);
  await turn();
  page.takeLog();
  quiet.takeEvents();
  const dispose = (dispositionId = '3558') =>
    watch(quiet.centre.request('setDisposition', {interactionType: 'Call', interactionId: id, dispositionId}));
  return {...quiet, page, id, dispose};
}

describe('a disposition', () => {
  it('waits until the page has saved the log, and finishes the call then', async () => {
    const saved = held();
    const {centre, dispose, takeEvents} = await inWrapUp({saveLog: saved.promise});
    const request = dispose();
    await turn();
    expect(centre.state().interactions[0]).to.include({state: 'WRAP_UP', logged: 'saving'});
    expect(takeEvents()).to.deep.equal([]);
    saved.resolve(null);
    await turn();
    expect(request.state).to.equal('fulfilled');
    expect(takeEvents()).to.deep.equal(['5 DISPOSITIONED', 'callFinished']);
    expect(centre.state().interactions[0]).to.include({state: 'FINISHED', logged: 'saved'});
  });

  it('is refused while the log is saved, so that no log is saved twice', async () => {
    const saved = held();
    const {dispose, page} = await inWrapUp({saveLog: saved.promise});
    const first = dispose();
    await turn();
    const second = dispose('3551');
    await turn();
    expect(second.error).to.include({
      errorMessage: 'The log is being saved, so the disposition cannot be changed now.',
    });
    saved.resolve(null);
    await turn();
    expect(first.state).to.equal('fulfilled');
    expect(page.paramsOf('saveLog')).to.have.lengthOf(1);
  });

  it('that two hooks allow at the same time is set once', async () => {
    const [one, two] = [held(), held()];
    const decisions = [one.promise, two.promise];
    const {dispose, page} = await inWrapUp({beforeDisposition: () => decisions.shift(), saveLog: null});
    const [first, second] = [dispose('3551'), dispose('3558')];
    await turn();
    two.resolve(null);
    await turn();
    one.resolve(null);
    await turn();
    expect([first.state, second.state]).to.deep.equal(['rejected', 'fulfilled']);
    expect(first.error).to.include({errorMessage: 'The Call has finished meanwhile.'});
    expect(page.paramsOf('saveLog')).to.have.lengthOf(1);
  });

  it('is not replaced by the automatic disposition while the log is saved', async () => {
    const saved = held();
    const {centre, clock, dispose, page, takeEvents} = await inWrapUp(
      {saveLog: saved.promise},
      {wrapUpSeconds: 10, failedLog: 'stop'},
    );
    const request = dispose();
    await turn();
    clock.advance(10_000);
    await turn();
    expect(centre.state().interactions[0]).to.include({state: 'WRAP_UP'});
    saved.reject('Offline');
    await turn();
    // The wrap-up time is over, so the call finishes although the log is not saved.
    expect(request.state).to.equal('fulfilled');
    expect(takeEvents()).to.deep.equal(['5 DISPOSITIONED', 'callFinished']);
    expect(centre.state().interactions[0]!.disposition).to.include({id: '3558'});
    expect(page.paramsOf('saveLog')).to.have.lengthOf(1);
  });

  it('that is not possible is refused after its hook, because the hook is asked before the checks', async () => {
    const {dispose, page} = await inWrapUp({beforeDisposition: null});
    const request = dispose('9999');
    await turn();
    expect(page.log).to.deep.equal(['beforeDisposition']);
    expect(request.error).to.include({errorMessage: 'There is no disposition 9999 for this Call.'});
  });

  it('ends a conversation before the log is saved, so that the log has its times', async () => {
    const {centre, page, takeEvents} = await inWrapUp({saveLog: null}, {disposeWhileTalking: 'end'});
    centre.reset();
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await turn();
    takeEvents();
    const params = {interactionType: 'Call', interactionId: id, dispositionId: '3558'};
    await centre.request('setDisposition', params);
    expect(takeEvents().filter((name) => name.startsWith('call'))).to.deep.equal(['callEnded', 'callFinished']);
    expect(page.paramsOf('saveLog')).to.have.nested.property('[0].interactionLogData.duration', 0);
  });
});

describe('a log', () => {
  it('has all known fields, with the talk time in milliseconds and the duration in seconds', async () => {
    const {dispose, page, id} = await inWrapUp({saveLog: null});
    dispose();
    await turn();
    expect(page.paramsOf('saveLog')).to.have.lengthOf(1);
    const [params] = page.paramsOf('saveLog') as Record<string, object>[];
    expect(params).to.have.all.keys('interactionType', 'interactionData', 'interactionLogData');
    expect(params!['interactionData']).to.include({interactionId: id});
    expect(params!['interactionLogData']).to.deep.equal({
      dispositionName: 'Left Voicemail',
      subject: 'Call 9250000111',
      comments: '',
      talkTime: 65_000,
      duration: 65,
    });
  });

  it('of the last event is the log that was saved', async () => {
    const {dispose, page, events} = await inWrapUp({saveLog: null});
    dispose();
    await turn();
    const finished = events.find((it) => it.kind === 'interaction' && it.name === 'callFinished')!;
    const [{interactionLogData}] = page.paramsOf('saveLog') as [{interactionLogData: object}];
    expect(finished).to.have.nested.property('params.callLogData').that.deep.equals(interactionLogData);
  });

  it('that a hook has stopped is not saved, and the call finishes', async () => {
    const {centre, dispose, page} = await inWrapUp({beforeSaveLog: hookAnswer('Cancel'), saveLog: null});
    dispose();
    await turn();
    expect(page.log).to.not.include('saveLog');
    expect(centre.state().interactions[0]).to.include({state: 'FINISHED', logged: 'cancelled'});
  });

  it('that failed is reported, and can be saved with the disposition again', async () => {
    const {centre, dispose, page} = await inWrapUp(
      {saveLog: () => Promise.reject(new Error('Offline'))},
      {failedLog: 'stop'},
    );
    const request = dispose();
    await turn();
    expect(request.error).to.include({
      errorMessage: 'The disposition is set, but the log was not saved. Set it again.',
    });
    expect(centre.state()).to.deep.include({messages: ['The log was not saved: Offline']});
    page.answers = {saveLog: null};
    dispose();
    await turn();
    expect(centre.state().interactions[0]).to.include({state: 'FINISHED', logged: 'saved'});
  });

  it('is reported in the words of the page if these already say that the log was not saved', async () => {
    const text = 'The log was not saved: the server is busy.';
    const {centre, dispose} = await inWrapUp({saveLog: () => Promise.reject(new Error(text))});
    dispose();
    await turn();
    expect(centre.state().messages).to.deep.equal([text]);
  });

  it('of a page that does not answer ends at the time limit', async () => {
    const {centre, clock, dispose} = await inWrapUp({saveLog: held().promise});
    const request = dispose();
    await turn();
    clock.advance(60_000);
    await turn();
    expect(request.state).to.equal('fulfilled');
    expect(centre.state().interactions[0]).to.include({state: 'FINISHED', logged: 'failed'});
    expect(centre.state().messages).to.deep.equal(['The log was not saved: saveLog: the page did not answer in time.']);
    const question = centre.state().questions.find(({method}) => method === 'saveLog');
    expect(question).to.include({outcome: 'timeout', answers: 0});
  });
});

describe('a transfer', () => {
  it('finishes also if the log fails', async () => {
    const {centre} = quietCentre();
    await openPage(centre, {saveLog: () => Promise.reject(new Error('Offline'))});
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await centre.transfer(id);
    expect(centre.state().interactions[0]).to.include({state: 'FINISHED', outcome: 'transferred', logged: 'failed'});
  });

  it('finishes with its last event if the contact centre is reset while the log is saved', async () => {
    const {centre, takeEvents} = quietCentre();
    await openPage(centre, {saveLog: held().promise});
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    const transfer = watch(Promise.resolve(centre.transfer(id)));
    await turn();
    takeEvents();
    centre.reset();
    await turn();
    expect(takeEvents()).to.deep.equal(['callFinished']);
    expect(transfer.state).to.equal('rejected');
  });
});
