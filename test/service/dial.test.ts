import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {InteractionApiError} from '../../src/interaction-api.js';
import {channelOf, freshName} from '../support/client.js';
import {callData, CRM_OBJECT} from '../support/samples.js';
import {
  connectService,
  freshId,
  allHandled,
  listen,
  openAdapter,
  openService,
  sendCallEvent,
} from '../support/service.js';
import {fakeClock, rejection, timersOf, turn, until, watch} from '../support/time.js';

const NUMBER = '9250000111';

describe('dialling', () => {
  it('sends the number, and no field without a value', async () => {
    const {service, adapter} = await connectService();
    watch(service.dial(NUMBER));

    const [receivedEvent] = await adapter.receives('event');

    expect(receivedEvent!.event).to.deep.equal({
      objectId: 'interactionApi',
      name: 'click2dial',
      data: {click2DialData: {clickToDialNumber: NUMBER}},
    });
  });

  it('sends the campaign and the CRM record', async () => {
    const {service, adapter} = await connectService();
    watch(service.dial(NUMBER, {campaign: 'Outbound Sales', crmObject: CRM_OBJECT}));

    const [receivedEvent] = await adapter.receives('event');

    expect(receivedEvent!.event.data).to.deep.equal({
      click2DialData: {clickToDialNumber: NUMBER, preselectedCampaignName: 'Outbound Sales', crmObject: CRM_OBJECT},
    });
  });

  for (const [written, fields] of [
    ['unchanged', {number: NUMBER}],
    ['with its country code', {number: '+1 (925) 000-0111'}],
    ['only as the called number', {number: undefined, dnis: '19250000111'}],
    ['missing', {number: undefined, dnis: undefined}],
  ] as const) {
    it(`resolves with the call that starts, with its number ${written}`, async () => {
      const line = await connectService();
      const dial = watch(line.service.dial(NUMBER));
      const interactionId = freshId();

      await sendCallEvent(line, 'callStarted', {interactionId, ...fields});
      await until(() => dial.state === 'fulfilled');

      expect(dial.value).to.include({type: 'Call', id: interactionId, state: 'offered'});
      expect(dial.value).to.equal(line.service.interaction(interactionId));
    });
  }

  it('resolves for a number that was dialled with a country code', async () => {
    const line = await connectService();
    const dial = watch(line.service.dial('+19250000111'));
    await sendCallEvent(line, 'callStarted', {interactionId: freshId(), number: NUMBER});
    await until(() => dial.state === 'fulfilled');
  });

  it('calls started() before the event of the call is dispatched', async () => {
    const target = new EventTarget();
    const line = await connectService({}, target);
    const order: string[] = [];
    target.addEventListener('five9-call-started', () => order.push('event'));
    watch(line.service.dial(NUMBER, {started: ({id}) => order.push(id)}));
    const interactionId = freshId();

    await sendCallEvent(line, 'callStarted', {interactionId});

    expect(order).to.deep.equal([interactionId, 'event']);
  });

  for (const [what, reason, fields] of [
    ['an inbound call', 'callStarted', {callType: 'INBOUND', number: NUMBER, ani: NUMBER}],
    ['a call to another number', 'callStarted', {number: '9250000112', dnis: '9250000112'}],
    ['the acceptance of a call', 'callAccepted', {}],
    ['a call that ended', 'callEnded', {}],
  ] as const) {
    it(`does not resolve with ${what}`, async () => {
      const line = await connectService();
      const dial = watch(line.service.dial(NUMBER));

      await sendCallEvent(line, reason, {interactionId: freshId(), ...fields});
      expect(dial.state).to.equal('pending');
      const interactionId = freshId();
      await sendCallEvent(line, 'callStarted', {interactionId});

      await until(() => dial.state === 'fulfilled');
      expect(dial.value).to.include({id: interactionId});
    });
  }

  it('does not resolve with a known call whose start is repeated', async () => {
    const line = await connectService();
    const before = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId: before});
    const dial = watch(line.service.dial(NUMBER));

    await sendCallEvent(line, 'callStarted', {interactionId: before});

    expect(dial.state).to.equal('pending');
  });

  it('of two numbers at once resolves each dial with its own call, in any order', async () => {
    const line = await connectService();
    const dials = [NUMBER, '9250000222'].map((number) => watch(line.service.dial(number)));
    const ids = [freshId(), freshId()];

    await sendCallEvent(line, 'callStarted', {interactionId: ids[1]!, number: '9250000222', dnis: '9250000222'});
    expect(dials[0]!.state).to.equal('pending');
    await sendCallEvent(line, 'callStarted', {interactionId: ids[0]!});
    await until(() => dials.every(({state}) => state === 'fulfilled'));

    expect(dials.map(({value}) => value?.id)).to.deep.equal(ids);
  });

  it('of the same number twice resolves the dials in the order of dialling', async () => {
    const line = await connectService();
    const dials = [1, 2].map(() => watch(line.service.dial(NUMBER)));
    const ids = [freshId(), freshId()];

    await sendCallEvent(line, 'callStarted', {interactionId: ids[0]!});
    await until(() => dials[0]!.state === 'fulfilled');
    expect(dials[1]!.state).to.equal('pending');
    await sendCallEvent(line, 'callStarted', {interactionId: ids[1]!});
    await until(() => dials[1]!.state === 'fulfilled');

    expect(dials.map(({value}) => value?.id)).to.deep.equal(ids);
  });
});

describe('a dial that starts no call', () => {
  it('rejects with NotConnected at once without an adapter, and never dials later', async () => {
    const name = freshName();
    const service = openService({name});

    const error = await rejection(service.dial(NUMBER));

    expect(error).to.be.instanceOf(InteractionApiError);
    expect(error).to.include({errorCode: 'NotConnected', method: 'click2dial'});
    const adapter = await openAdapter(name, {announces: true});
    await until(() => service.connected);
    await allHandled({service, adapter});
    expect(adapter.all('event')).to.deep.equal([]);
  });

  it('rejects with NotConnected while the adapter is disconnected', async () => {
    const {service, adapter, name} = await connectService();
    await adapter.mute();
    await adapter.disconnect();
    await until(() => !service.connected);

    expect(await rejection(service.dial(NUMBER))).to.include({errorCode: 'NotConnected'});

    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => service.connected);
    await allHandled({service, adapter});
    expect(adapter.all('event')).to.deep.equal([]);
  });

  for (const id of ['65', '75']) {
    it(`rejects with the text of WebSocket event ${id}`, async () => {
      const {service, adapter} = await connectService();
      const dial = watch(service.dial(NUMBER));
      await adapter.receives('event');

      await adapter.wsEvent(id, {errorCode: 'Generic', errorMessage: 'The number is on the DNC list'}, {eventId: id});
      await until(() => dial.state === 'rejected');

      expect(dial.error).to.be.instanceOf(InteractionApiError);
      expect(dial.error).to.include({
        errorCode: 'Generic',
        errorMessage: 'The number is on the DNC list',
        method: 'click2dial',
      });
    });

    it(`rejects at WebSocket event ${id} without a payload`, async () => {
      const {service, adapter} = await connectService();
      const dial = watch(service.dial(NUMBER));
      await adapter.receives('event');

      await adapter.wsEvent(id);
      await until(() => dial.state === 'rejected');

      expect(dial.error).to.be.instanceOf(InteractionApiError);
      expect((dial.error as InteractionApiError).errorMessage).to.not.equal('');
    });
  }

  it('subscribes to these WebSocket events', async () => {
    const {adapter} = await connectService();
    const {request} = (await adapter.receivesRequest('updateWebSocketSubscriptions')).at(-1)!;
    expect(request.args).to.include.members(['65', '75']);
  });

  it('is the one of two dials whose number is in the WebSocket event', async () => {
    const {service, adapter} = await connectService();
    const [one, two] = [watch(service.dial(NUMBER)), watch(service.dial('9250000222'))];
    await adapter.receives('event', 2);

    await adapter.wsEvent('65', {number: '+19250000222', errorMessage: 'no'});
    await until(() => two.state === 'rejected');

    expect(one.state).to.equal('pending');
  });

  it('does not reject at a WebSocket event with another number', async () => {
    const line = await connectService();
    await line.adapter.wsEvent('65', {number: NUMBER});
    await allHandled(line);
    const dial = watch(line.service.dial(NUMBER));
    await line.adapter.wsEvent('75', {number: '9250000222'});
    await allHandled(line);
    expect(dial.state).to.equal('pending');
  });

  it('rejects with Timeout if no call starts within the time limit', async () => {
    const {service, adapter} = await connectService({requestTimeout: 20_000});
    const clock = fakeClock();
    const dial = watch(service.dial(NUMBER));
    await turn();
    await adapter.sync();

    await clock.tickAsync(19_999);
    expect(dial.state).to.equal('pending');
    await clock.tickAsync(1);

    expect(dial.error).to.be.instanceOf(InteractionApiError);
    expect(dial.error).to.include({errorCode: 'Timeout', method: 'click2dial'});
  });

  it('waits for ever with a timeout of 0', async () => {
    const line = await connectService({requestTimeout: 0});
    const clock = fakeClock();
    const dial = watch(line.service.dial(NUMBER));

    // Jump, because the checks of the adapter's window would make hundreds of thousands of steps.
    clock.jump(7 * 24 * 3600 * 1000);
    await turn();
    expect(dial.state).to.equal('pending');

    await line.adapter.interactionEvent('callStarted', {callData: callData({interactionId: freshId()})});
    await until(() => dial.state === 'fulfilled');
  });

  it('rejects with ConnectionLost when the adapter disconnects', async () => {
    const {service, adapter} = await connectService();
    const dials = [watch(service.dial(NUMBER)), watch(service.dial('9250000222'))];
    await adapter.receives('event', 2);

    await adapter.disconnect();
    await until(() => dials.every(({state}) => state === 'rejected'));

    for (const {error} of dials) expect(error).to.include({errorCode: 'ConnectionLost', method: 'click2dial'});
  });

  it('rejects with ConnectionLost when the service is closed', async () => {
    const {service} = await connectService();
    const dial = watch(service.dial(NUMBER));
    await turn();
    service.close();
    await until(() => dial.state === 'rejected');
    expect(dial.error).to.include({errorCode: 'ConnectionLost'});
  });

  it('rejects with Aborted when its signal fires, and ignores later calls', async () => {
    const line = await connectService();
    const given = new AbortController();
    const started = sinon.spy();
    const dial = watch(line.service.dial(NUMBER, {signal: given.signal, started}));
    await turn();

    given.abort();
    await until(() => dial.state === 'rejected');
    await sendCallEvent(line, 'callStarted', {interactionId: freshId()});

    expect(dial.error).to.include({errorCode: 'Aborted', method: 'click2dial'});
    expect(started.called).to.equal(false);
  });

  it('is not sent if its signal has fired before', async () => {
    const line = await connectService();

    const error = await rejection(line.service.dial(NUMBER, {signal: AbortSignal.abort()}));

    expect(error).to.include({errorCode: 'Aborted'});
    await allHandled(line);
    expect(line.adapter.all('event')).to.deep.equal([]);
  });

  for (const requestTimeout of [0, Infinity]) {
    it(`never times out with a request timeout of ${requestTimeout}`, async () => {
      const line = await connectService({requestTimeout});
      const clock = fakeClock();
      const dial = watch(line.service.dial(NUMBER));

      await clock.tickAsync(3_600_000);
      expect(dial.state).to.equal('pending');
      const interactionId = freshId();
      await sendCallEvent(line, 'callStarted', {interactionId});
      await until(() => dial.state === 'fulfilled');
    });
  }

  it('does not time out at once with a request timeout that is longer than a browser’s timer', async () => {
    const line = await connectService({requestTimeout: 2 ** 31});
    const clock = fakeClock();
    const dial = watch(line.service.dial(NUMBER));

    await clock.tickAsync(3_600_000);

    expect(dial.state).to.equal('pending');
  });

  for (const requestTimeout of [null, undefined, NaN, -1, 'soon'] as unknown as number[]) {
    it(`times out after a minute with a request timeout of ${String(requestTimeout)}`, async () => {
      const line = await connectService({requestTimeout});
      const clock = fakeClock();
      const dial = watch(line.service.dial(NUMBER));

      await clock.tickAsync(59_999);
      expect(dial.state).to.equal('pending');
      await clock.tickAsync(1);

      await until(() => dial.state === 'rejected');
      expect(dial.error).to.include({errorCode: 'Timeout'});
    });
  }

  it('leaves no timer, however it ends', async () => {
    const line = await connectService();
    const clock = fakeClock();

    const dials = [1, 2, 3].map((number) => watch(line.service.dial(`925000011${number}`)));
    await sendCallEvent(line, 'callStarted', {interactionId: freshId(), number: '9250000111'});
    await line.adapter.wsEvent('65', {number: '9250000112'});
    await allHandled(line);
    line.service.close();
    await until(() => dials.every(({state}) => state !== 'pending'));

    expect(timersOf(clock)).to.equal(0);
  });

  it('does not affect the next dial', async () => {
    const line = await connectService();
    const events = listen(line.target, 'five9-call-started');
    const first = watch(line.service.dial(NUMBER));
    await turn();
    await line.adapter.wsEvent('65', {number: NUMBER, errorMessage: 'busy'});
    await until(() => first.state === 'rejected');

    const second = watch(line.service.dial(NUMBER));
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await until(() => second.state === 'fulfilled');

    expect(second.value).to.include({id: interactionId});
    expect(events).to.have.lengthOf(1);
  });
});
