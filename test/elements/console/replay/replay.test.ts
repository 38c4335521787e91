import {expect, fixture, html} from '@open-wc/testing';
import {recordingOf} from '../recording/recording-sample.js';
import {Recorder} from '../../../../src/elements/console/recording/recorder.js';
import type {Recording, RecordingEntry} from '../../../../src/elements/console/recording/recording.js';
import {Replay, type ReplayError, type ReplaySpeed} from '../../../../src/elements/console/replay/replay.js';
import {scrub} from '../../../../src/elements/console/recording/scrub.js';
import {observeCalls} from '../../../../src/elements/console/observe-calls.js';
import '../../../../src/elements/disposition/define.js';
import '../../../../src/elements/provider/define.js';
import type {InteractionService} from '../../../../src/service/interaction-service.js';
import {ContactCenter, SimulatedAdapter} from '../../../../src/simulator.js';
import {freshName} from '../../../support/client.js';
import {atEnd} from '../../../support/lifecycle.js';
import {CALL_ID, callData} from '../../../support/samples.js';
import {listen, openAdapter, openService} from '../../../support/service.js';
import {fakeClock, rejection, until} from '../../../support/time.js';

const EVENTS = ['started', 'accepted', 'ended', 'finished'].map((step) => `five9-call-${step}`);

/** An event that a page received. */
interface ReceivedEvent {
  type: string;
  detail: unknown;
  replayed: boolean;
}

/** Shows a disposition picker with its own service that is not connected, and collects the events of the service. */
async function openPage() {
  sessionStorage.clear();
  const name = freshName();
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
    html`<five9-provider scoped name=${name}><five9-disposition></five9-disposition></five9-provider>`,
  );
  const events = listen<CustomEvent & {replayed: boolean}>(provider, ...EVENTS);
  const received = (): ReceivedEvent[] =>
    events.map(({type, detail, replayed}) => ({type, detail: detail as unknown, replayed}));
  return {name, service: provider.service, received, picker: provider.querySelector('five9-disposition')!};
}

/** Records an inbound call, from the offer to the disposition. Returns the recording, and the events that the page received. */
async function recordCall(): Promise<{recording: Recording; events: ReceivedEvent[]}> {
  const {service, received, picker} = await openPage();
  const centre = new ContactCenter();
  const adapter = new SimulatedAdapter(centre);
  adapter.start();
  await until(() => service.connected);
  const recorder = new Recorder(service.connection);
  const stopObserving = observeCalls(service.api, (call) => recorder.callStarted(call));
  const stopListening = service.listen({
    serviceChanged: () => undefined,
    sdkEvent: (_, mirror) => {
      const {sdkName, detail} = mirror();
      recorder.event(sdkName, detail);
    },
  });
  const id = centre.offerCall({ani: '9250000111', cavs: {'Custom.note': 'Wants two'}});
  centre.answer(id);
  await until(() => picker.dispositions.length && picker.interaction?.state === 'accepted');
  await service.api.getCav({interactionId: id});
  centre.hangUp(id, {by: 'customer'});
  await until(() => picker.interaction?.state === 'ended');
  picker.value = '3558';
  expect(await picker.set()).to.be.true;
  await until(() => received().length === 4);
  await rejection(service.api.getCav({interactionId: id}));
  stopListening();
  stopObserving();
  adapter.stop();
  return {recording: recorder.finish(), events: received()};
}

function startReplay(service: InteractionService, recording: Recording, speed: ReplaySpeed) {
  const errors: ReplayError[] = [];
  const differences: object[] = [];
  const replay = new Replay(recording, service, speed, {
    replayChanged: () => undefined,
    replayFailed: (error) => errors.push(error),
    answerDiffers: (question, answers) => differences.push({method: question.method, ...answers}),
  });
  atEnd(() => replay.stop());
  return {replay, errors, differences};
}

const event = (at: number, name: string, fields: object = {}): RecordingEntry => ({
  at,
  kind: 'event',
  name,
  params: {callData: callData(fields)},
});

describe('Replay', () => {
  it('sends the recorded events in their order, and gives the recorded answers', async () => {
    const {recording, events} = await recordCall();
    expect(events.map(({type}) => type)).to.deep.equal(EVENTS);
    const fresh = await openPage();
    const {replay, errors} = startReplay(fresh.service, recording, 'instant');
    await until(() => replay.state === 'done' && fresh.received().length === 4);
    expect(fresh.received()).to.deep.equal(events);
    const {dispositionName} = (fresh.received()[3]!.detail as {callLogData: {dispositionName: string}}).callLogData;
    expect(dispositionName).to.equal('Left Voicemail');
    const id = fresh.service.interactions[0]!.id;
    const cavs = await fresh.service.api.getCav({interactionId: id});
    expect(cavs.find(({name}) => name === 'note')).to.include({value: 'Wants two'});
    expect(await rejection(fresh.service.api.getCav({interactionId: id}))).to.include({
      errorCode: 'InteractionNotFound',
    });
    expect(errors).to.be.empty;
  });

  it('replays a scrubbed recording too: the disposition picker works', async () => {
    const {recording} = await recordCall();
    const made = scrub(recording);
    expect(JSON.stringify(made)).not.to.match(/9250000111|Wants two|Robin/);
    const {service, received, picker} = await openPage();
    const {replay} = startReplay(service, made, 'step');
    await until(() => replay.state === 'paused');
    expect(received(), 'no event before a step').to.be.empty;
    replay.step();
    replay.step();
    await until(() => picker.dispositions.length);
    expect(picker.interaction).to.include({state: 'accepted'});
    expect(picker.dispositions.map(({name}) => name)).to.include('Left Voicemail');
    expect(replay.progress).to.deep.equal({played: 2, total: 4});
    replay.step();
    await until(() => picker.interaction?.state === 'ended');
    picker.value = '3558';
    expect(await picker.set(), 'the recorded answer').to.be.true;
    replay.step();
    await until(() => received().length === 4);
    expect(replay.state).to.equal('done');
  });

  it('can be repeated in the same page', async () => {
    const {recording, events} = await recordCall();
    const fresh = await openPage();
    for (const times of [1, 2]) {
      const {replay} = startReplay(fresh.service, recording, 'instant');
      await until(() => fresh.received().length === 4 * times);
      replay.stop();
      await until(() => !fresh.service.connected);
    }
    expect(fresh.received()).to.deep.equal([...events, ...events]);
  });

  it('keeps the recorded times, can be paused, and can run ten times as fast', async () => {
    const {service, received} = await openPage();
    const made = recordingOf(event(50, 'callStarted'), event(1050, 'callAccepted'), event(11_050, 'callEnded'));
    await until(() => service.api.connection);
    const clock = fakeClock();
    const {replay} = startReplay(service, made, '1');
    await until(() => replay.state === 'playing');
    await until(() => received().length === 1, 'the first comes at once');
    clock.tick(999);
    expect(replay.progress.played).to.equal(1);
    clock.tick(1);
    expect(replay.progress.played).to.equal(2);
    replay.togglePause();
    expect(replay.state).to.equal('paused');
    clock.tick(60_000);
    expect(replay.progress.played).to.equal(2);
    replay.speed = '10';
    replay.togglePause();
    clock.tick(999);
    expect(replay.progress.played).to.equal(2);
    clock.tick(1);
    expect(replay.state).to.equal('done');
    await until(() => received().length === 3);
  });

  it('repeats changes of the connection, and sends no event while the connection is lost', async () => {
    const {service, received} = await openPage();
    const seen: string[] = [];
    atEnd(service.listen({serviceChanged: () => seen.push(service.connection.status)}));
    const {replay} = startReplay(
      service,
      recordingOf(
        {at: 0, kind: 'connection', status: 'connected'},
        event(1, 'callStarted'),
        {at: 2, kind: 'connection', status: 'lost', reason: 'adapter-disconnected'},
        {at: 3, kind: 'connection', status: 'unreachable'},
        {at: 4, kind: 'connection', status: 'connected'},
        event(5, 'callAccepted'),
      ),
      'instant',
    );
    await until(() => replay.state === 'done' && received().length === 2);
    expect(seen.join(' ')).to.match(/connected .*lost .*connected/);
  });

  it('refuses a connected page, and stops if another adapter connects', async () => {
    const {name, service} = await openPage();
    const made = recordingOf(event(0, 'callStarted'), event(1_000_000, 'callEnded'));
    const {replay, errors} = startReplay(service, made, '1');
    await until(() => replay.state === 'playing' && replay.progress.played === 1);
    const adapter = await openAdapter(name, {announces: true});
    await until(() => replay.state === 'stopped');
    expect(errors.map(({message}) => message)).to.deep.equal([
      'Another adapter has connected, so the replay was ended.',
    ]);
    await until(() => service.connected);
    expect(() => startReplay(service, made, '1')).to.throw('must not mix with live calls');
    await adapter.stop();
  });

  it('answers unknown requests with NoData, requests for an interaction that has not started with InteractionNotFound, and requests that timed out not at all', async () => {
    const service = openService({name: freshName()});
    const ref = {interactionType: 'Call', interactionId: CALL_ID} as const;
    const error = (errorCode: string) => ({took: 1, error: {errorCode, errorMessage: 'As it was.'}});
    const {replay} = startReplay(
      service,
      recordingOf(
        {at: 0, kind: 'request', method: 'getMetadata', took: 1, result: {agentId: '1', tenantId: '2'}},
        {at: 0, kind: 'request', method: 'isMasterPage', took: 1, result: false},
        {
          at: 0,
          kind: 'request',
          method: 'executeRestApi',
          params: {path: '/x'},
          took: 1,
          result: {status: 204, response: ''},
        },
        {at: 0, kind: 'request', method: 'unMute', ...error('Generic')},
        {at: 0, kind: 'request', method: 'getCrm', params: ref, ...error('NotSupported')},
        {at: 0, kind: 'request', method: 'mute', ...error('Timeout')},
        event(1, 'callStarted'),
      ),
      'step',
    );
    await until(() => replay.state === 'paused');
    const {api} = service;
    expect(await rejection(api.getDispositions(ref))).to.include({errorCode: 'InteractionNotFound'});
    replay.step();
    expect(await rejection(api.getDispositions(ref))).to.include({errorCode: 'NoData'});
    expect(await api.getMetadata()).to.deep.equal({agentId: '1', tenantId: '2'});
    expect(await api.isMasterPage()).to.be.false;
    expect(await api.executeRestApi({path: '/x'})).to.deep.equal({status: 204, response: ''});
    expect(await rejection(api.unmute())).to.include({errorCode: 'Generic', errorMessage: 'As it was.'});
    expect(await rejection(api.getCrm(ref))).to.include({errorCode: 'NotSupported'});
    expect(await rejection(api.mute({timeout: 20}))).to.include({errorCode: 'Timeout'});
  });
});
