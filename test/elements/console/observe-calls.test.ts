import {expect} from '@open-wc/testing';
import {callUnobserved, type CallOutcome, observeCalls} from '../../../src/elements/console/observe-calls.js';
import {freshName} from '../../support/client.js';
import {connectService, openService} from '../../support/service.js';
import {rejection} from '../../support/time.js';

/** Returns an observer that records methods and outcomes. */
function notes() {
  const methods: string[] = [];
  const outcomes: CallOutcome[] = [];
  const observer = ({method}: {method: string}) => {
    methods.push(method);
    return (outcome: CallOutcome) => void outcomes.push(outcome);
  };
  return {methods, outcomes, observer};
}

describe('observeCalls', () => {
  it('reports each call and its outcome to each observer, until the observer is removed', async () => {
    const {service, adapter} = await connectService();
    const {api} = service;
    await adapter.reply('mute', {response: null});
    await adapter.reply('getCav', {error: {errorCode: 'NoData', errorMessage: 'None.'}});
    const [a, b] = [notes(), notes()];
    const stopA = observeCalls(api, a.observer);
    const stopB = observeCalls(api, b.observer);
    await api.mute();
    const error = await rejection(api.getCav());
    expect([a.methods, b.methods]).to.deep.equal([
      ['mute', 'getCav'],
      ['mute', 'getCav'],
    ]);
    expect(a.outcomes[1]).to.have.property('error', error);
    expect(a.outcomes[1]!.took).to.be.at.least(0);
    stopA();
    await api.mute();
    stopB();
    await api.mute();
    expect([a.methods.length, b.methods.length]).to.deep.equal([2, 3]);
  });

  it('does not report the calls that the console makes for itself', async () => {
    const {service, adapter} = await connectService();
    await adapter.reply('getCav', {response: []});
    const {methods, observer} = notes();
    observeCalls(service.api, observer);
    expect(await callUnobserved(service.api, 'getCav', {interactionId: 'A'})).to.deep.equal([]);
    expect(methods).to.be.empty;
  });

  it('reports methods without an answer, also if they throw', async () => {
    const {service} = await connectService();
    const {methods, outcomes, observer} = notes();
    observeCalls(service.api, observer);
    service.api.objectVisited({crmObject: {id: '1', isWho: false, isWhat: true}});
    expect(methods).to.deep.equal(['objectVisited']);
    expect(outcomes[0]).to.have.all.keys('took');

    const unconnected = openService({name: freshName()});
    observeCalls(unconnected.api, observer);
    expect(() => unconnected.api.click2dial({click2DialData: {clickToDialNumber: '1'}})).to.throw();
    expect(outcomes[1]!.error).to.include({errorCode: 'NotConnected'});
  });
});
