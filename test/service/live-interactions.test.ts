import {expect} from '@open-wc/testing';
import type {Interaction} from '../../src/service/index.js';
import {channelOf} from '../support/client.js';
import {callData, CRM_OBJECT, EVENT_SAMPLES} from '../support/samples.js';
import {connectService, freshId, allHandled, openService, type ServiceLine, sendCallEvent} from '../support/service.js';
import {fakeDate, rejection, until} from '../support/time.js';

/** Restarts the adapter, as a reload of its page does. */
async function reconnect({service, adapter, name}: ServiceLine): Promise<void> {
  const before = adapter.all('connected').length;
  await adapter.start({channel: channelOf(name), announces: true, answers: false});
  await adapter.receives('connected', before + 1);
  await allHandled({service, adapter});
}

/** Simulates a refresh of the page: the services end without an event, and new services start. */
async function refresh(...lines: ServiceLine[]): Promise<ServiceLine[]> {
  const stored = Object.entries(sessionStorage) as [string, string][];
  for (const {service} of lines) service.close();
  sessionStorage.clear();
  for (const [key, value] of stored) sessionStorage.setItem(key, value);
  return Promise.all(
    lines.map(async ({adapter, name}) => {
      const before = adapter.all('connected').length;
      const target = new EventTarget();
      const service = openService({name}, target);
      await until(() => service.api.connection.status === 'connected');
      await adapter.receives('connected', before + 1);
      return {service, adapter, name, target};
    }),
  );
}

describe('the data of an interaction', () => {
  it('is one frozen snapshot, replaced when something changes', async () => {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    const offered = line.service.interaction(interactionId)!;
    expect(offered).to.deep.include({
      type: 'Call',
      id: interactionId,
      state: 'offered',
      data: callData({interactionId}),
      replayed: false,
    });
    expect(Object.isFrozen(offered)).to.equal(true);

    await sendCallEvent(line, 'callAccepted', {interactionId, campaignName: 'Newer'});
    const accepted = line.service.interaction(interactionId)!;

    expect(accepted).to.not.equal(offered);
    expect(offered.state, 'the old snapshot is unchanged').to.equal('offered');
    expect(accepted).to.include({state: 'accepted', startedAt: offered.startedAt});
    expect(accepted.data).to.have.property('campaignName', 'Newer');
  });

  it('follows the states to the end, with the log', async () => {
    const line = await connectService();
    const interactionId = freshId();
    for (const [reason, state] of [
      ['callStarted', 'offered'],
      ['callAccepted', 'accepted'],
      ['callEnded', 'ended'],
    ] as const) {
      await sendCallEvent(line, reason, {interactionId});
      expect(line.service.interaction(interactionId)?.state).to.equal(state);
    }
    await sendCallEvent(line, 'callFinished', {interactionId}, {callLogData: {dispositionName: 'Sale'}});

    expect(line.service.interaction(interactionId)).to.deep.include({
      state: 'finished',
      log: {dispositionName: 'Sale'},
    });
    expect(line.service.current).to.equal(undefined);
  });

  it('notifies listeners after each event', async () => {
    const line = await connectService();
    const interactionId = freshId();
    const seen: (string | undefined)[] = [];
    line.service.listen({serviceChanged: () => seen.push(line.service.interaction(interactionId)?.state)});

    await sendCallEvent(line, 'callStarted', {interactionId});
    await sendCallEvent(line, 'callAccepted', {interactionId});

    expect(seen).to.deep.equal(['offered', 'accepted']);
  });

  it('exists for chats and e-mails too', async () => {
    const {service, adapter} = await connectService();
    await adapter.interactionEvent('chatOffered', {chatData: {interactionId: freshId()}});
    await adapter.interactionEvent('emailOffered', {emailData: {interactionId: freshId()}});
    await adapter.interactionEvent('chatTransferred', {chatData: {interactionId: freshId()}});
    await allHandled({service, adapter});

    expect(service.interactions.map(({type, state}) => [type, state])).to.deep.equal([
      ['Chat', 'offered'],
      ['Email', 'offered'],
      ['Chat', 'transferred'],
    ]);
  });

  it('is kept while the interaction lives, and for the last twenty that are over', async () => {
    const line = await connectService();
    const live = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId: live});
    for (let times = 0; times < 30; times++) {
      const interactionId = freshId();
      await line.adapter.interactionEvent('callStarted', {callData: callData({interactionId})});
      await line.adapter.interactionEvent('callFinished', {callData: callData({interactionId})});
    }
    await allHandled(line);

    expect(line.service.interactions).to.have.lengthOf(21);
    expect(line.service.current?.id).to.equal(live);
  });

  it('is not changed by events without an interaction', async () => {
    const {service, adapter} = await connectService();
    for (const params of [undefined, null, 7, {}, {callData: null}, {callData: {}}]) {
      await adapter.interactionEvent('callStarted', params);
      await adapter.interactionEvent('callFinished', params);
    }
    await adapter.interactionEvent('objectSelected', EVENT_SAMPLES.objectSelected);
    await allHandled({service, adapter});
    expect(service.interactions).to.deep.equal([]);
  });
});

describe('the current interaction', () => {
  it('is the live one that started last', async () => {
    const line = await connectService();
    const [one, two] = [freshId(), freshId()];
    const {service} = line;
    expect(service.current).to.equal(undefined);
    await sendCallEvent(line, 'callStarted', {interactionId: one});
    await sendCallEvent(line, 'callStarted', {interactionId: two});
    expect(service.current?.id).to.equal(two);
    await sendCallEvent(line, 'callAccepted', {interactionId: one});
    expect(service.current?.id).to.equal(two);
    await sendCallEvent(line, 'callFinished', {interactionId: two});
    expect(service.current?.id).to.equal(one);
    await sendCallEvent(line, 'callEnded', {interactionId: one});
    expect(service.current?.id, 'it still wants its disposition').to.equal(one);
    await sendCallEvent(line, 'callRejected', {interactionId: one});
    expect(service.current).to.equal(undefined);
  });
});

describe('after a reconnection', () => {
  it('repeated events are marked as replayed', async () => {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await sendCallEvent(line, 'callAccepted', {interactionId});
    const {startedAt} = line.service.interaction(interactionId)!;

    await reconnect(line);
    await sendCallEvent(line, 'callStarted', {interactionId});
    expect(line.service.interaction(interactionId)).to.include({state: 'accepted', replayed: true, startedAt});
    await sendCallEvent(line, 'callAccepted', {interactionId});

    expect(line.service.interaction(interactionId)).to.include({state: 'accepted', replayed: true, startedAt});
    expect(line.service.interactions).to.have.lengthOf(1);
  });

  it('a call that the adapter no longer knows is over', async () => {
    const line = await connectService();
    const [gone, alive] = [freshId(), freshId()];
    await sendCallEvent(line, 'callStarted', {interactionId: gone});
    await line.adapter.reply('getDispositions', {error: {errorCode: 'InteractionNotFound'}});

    await reconnect(line);
    await until(() => line.service.interaction(gone)?.state === 'finished');

    expect(line.service.current).to.equal(undefined);
    await line.adapter.reply('getDispositions', {response: []});
    await sendCallEvent(line, 'callStarted', {interactionId: alive});
    expect(line.service.current?.id).to.equal(alive);
  });

  it('a call stays live after any other error', async () => {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await line.adapter.reply('getDispositions', {error: {errorCode: 'NoData'}});

    await reconnect(line);
    await line.adapter.receivesRequest('getDispositions');
    await allHandled(line);

    expect(line.service.current?.id).to.equal(interactionId);
  });
});

describe('after a refresh of the page', () => {
  it('a repeated call is known, with its time', async () => {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await sendCallEvent(line, 'callAccepted', {interactionId});
    const before = line.service.interaction(interactionId)!;
    fakeDate(before.startedAt + 90_000);

    const [after] = (await refresh(line)) as [ServiceLine];
    await sendCallEvent(after, 'callStarted', {interactionId});
    expect(after.service.interaction(interactionId)).to.include({
      state: 'offered',
      replayed: true,
      startedAt: before.startedAt,
    });
    await sendCallEvent(after, 'callAccepted', {interactionId});

    expect(after.service.interaction(interactionId)).to.include({
      state: 'accepted',
      replayed: true,
      startedAt: before.startedAt,
    });
    await sendCallEvent(after, 'callEnded', {interactionId});
    expect(after.service.interaction(interactionId)).to.include({state: 'ended', replayed: false});
  });

  it('another call is not known', async () => {
    const line = await connectService();
    await sendCallEvent(line, 'callStarted', {interactionId: freshId()});

    const [after] = (await refresh(line)) as [ServiceLine];
    const interactionId = freshId();
    await sendCallEvent(after, 'callStarted', {interactionId});

    expect(after.service.interaction(interactionId)?.replayed).to.equal(false);
  });

  it('a call that was over is not known', async () => {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await sendCallEvent(line, 'callFinished', {interactionId});

    const [after] = (await refresh(line)) as [ServiceLine];
    await sendCallEvent(after, 'callStarted', {interactionId});

    expect(after.service.interaction(interactionId)?.replayed).to.equal(false);
  });

  it('a call is known after a second refresh, also if no event arrived between the refreshes', async () => {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    const {startedAt} = line.service.interaction(interactionId)!;

    const [after] = (await refresh(...(await refresh(line)))) as [ServiceLine];
    await sendCallEvent(after, 'callStarted', {interactionId});

    expect(after.service.interaction(interactionId)).to.include({replayed: true, startedAt});
  });

  it('each of two services knows its own call', async () => {
    const [one, two] = [await connectService(), await connectService()];
    const [oneId, twoId] = [freshId(), freshId()];
    await sendCallEvent(one, 'callStarted', {interactionId: oneId});
    await sendCallEvent(two, 'callStarted', {interactionId: twoId});

    const [oneAfter, twoAfter] = (await refresh(one, two)) as [ServiceLine, ServiceLine];
    await sendCallEvent(oneAfter, 'callStarted', {interactionId: oneId});
    await sendCallEvent(twoAfter, 'callStarted', {interactionId: twoId});

    expect(oneAfter.service.interaction(oneId)?.replayed).to.equal(true);
    expect(twoAfter.service.interaction(twoId)?.replayed).to.equal(true);
  });

  it('the storage has no customer data', async () => {
    const line = await connectService();
    await sendCallEvent(
      line,
      'callStarted',
      {interactionId: freshId(), ani: '5551234567', customer: 'Jill Doe'},
      {note: 'Secret'},
    );

    const stored = Object.values(sessionStorage).join();
    expect(stored, 'something is stored').to.not.equal('');
    for (const word of ['5551234567', 'Jill', 'Secret', '9250000111', 'Outbound']) expect(stored).to.not.contain(word);
  });

  for (const garbage of [
    '',
    'nonsense',
    '7',
    'null',
    '{}',
    '[7]',
    '[[]]',
    '[["a"]]',
    '[["a",null]]',
    '[["a",{"state":{},"startedAt":"x"}]]',
    '{"__proto__":[]}',
  ]) {
    it(`${JSON.stringify(garbage)} in the storage is ignored`, async () => {
      const line = await connectService();
      const interactionId = freshId();
      await sendCallEvent(line, 'callStarted', {interactionId});
      line.service.close();
      for (const key of Object.keys(sessionStorage))
        sessionStorage.setItem(key, garbage.replace('"a"', `"${interactionId}"`));

      const [after] = (await refresh(line)) as [ServiceLine];
      await sendCallEvent(after, 'callStarted', {interactionId});

      const {state, startedAt} = after.service.interaction(interactionId)!;
      expect(state).to.equal('offered');
      expect(startedAt, 'a time').to.be.a('number').that.is.greaterThan(0);
    });
  }

  it('works without storage', async () => {
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    const getItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'getItem')!;
    const blocked = {
      ...setItem,
      value() {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    Object.defineProperty(Storage.prototype, 'setItem', blocked);
    Object.defineProperty(Storage.prototype, 'getItem', blocked);
    try {
      const line = await connectService();
      const interactionId = freshId();
      await sendCallEvent(line, 'callStarted', {interactionId});
      expect(line.service.current?.id).to.equal(interactionId);
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', setItem);
      Object.defineProperty(Storage.prototype, 'getItem', getItem);
    }
  });
});

describe('data that is fetched once', () => {
  async function withCall(): Promise<ServiceLine & {call: Interaction}> {
    const line = await connectService();
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    return {...line, call: line.service.interaction(interactionId)!};
  }

  it('is requested once for all callers, and kept', async () => {
    const {service, adapter, call} = await withCall();

    const lists = await Promise.all([1, 2, 3].map(() => service.fetchOnce('getDispositions', call)));
    await service.fetchOnce('getDispositions', call);
    await adapter.sync();

    expect(lists[0]).to.deep.equal([{id: '1', name: 'Sale'}]);
    expect(lists[1]).to.equal(lists[0]);
    const requests = adapter.requests('getDispositions');
    expect(requests).to.have.lengthOf(1);
    expect(requests[0]!.request.args).to.deep.equal({interactionType: 'Call', interactionId: call.id});
  });

  it('is kept for each method and each interaction', async () => {
    const line = await withCall();
    const {service, adapter, call} = line;
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await adapter.reply('getSearchResults', {response: [CRM_OBJECT]});

    await service.fetchOnce('getDispositions', call);
    await service.fetchOnce('getDispositions', service.interaction(interactionId)!);
    expect(await service.fetchOnce('getSearchResults', call)).to.deep.equal([CRM_OBJECT]);
    await adapter.sync();

    expect(adapter.requests('getDispositions')).to.have.lengthOf(2);
    expect(adapter.requests('getSearchResults')).to.have.lengthOf(1);
  });

  it('is requested again after an error', async () => {
    const {service, adapter, call} = await withCall();
    await adapter.reply('getDispositions', {error: {errorCode: 'NoData'}}, {response: []});

    expect(await rejection(service.fetchOnce('getDispositions', call))).to.include({errorCode: 'NoData'});
    expect(await service.fetchOnce('getDispositions', call)).to.deep.equal([]);
  });

  it('is requested again after a reconnection', async () => {
    const line = await withCall();
    await line.service.fetchOnce('getDispositions', line.call);
    await line.adapter.reply('getDispositions', {response: [{id: '2', name: 'Newer'}]});

    await reconnect(line);

    expect(await line.service.fetchOnce('getDispositions', line.call)).to.deep.equal([{id: '2', name: 'Newer'}]);
  });
});
