import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {channelOf, connect, freshName, openClient} from '../support/client.js';
import {addFrame, crossOriginFrame, inWindow, OTHER_ORIGIN, sameOriginFrame} from '../support/places.js';
import {CALL_ID} from '../support/samples.js';
import {fakeClock, turn, until, watch} from '../support/time.js';

let strangers = 0;

/**
 * Dispatches `connect` as if a window of `origin` had sent it. Returns the other port of the channel, and a list of the
 * messages that this port receives.
 */
function forge(
  origin: string,
  source: Window | null,
  name: string,
  fields: object = {},
): {received: unknown[]; port: MessagePort} {
  const {port1, port2} = new MessageChannel();
  const received: unknown[] = [];
  port1.onmessage = ({data}): void => void received.push(data);
  const data = {
    iframeName: channelOf(name),
    sender: `master_${channelOf(name)}-${(++strangers).toString(16).padStart(16, '0')}`,
    message: 'connect',
    ...fields,
  };
  dispatchEvent(new MessageEvent('message', {data, origin, source, ports: [port2]}));
  return {received, port: port1};
}

/** Returns a window without an adapter. */
async function stranger(): Promise<Window> {
  return (await addFrame('/test/pages/empty.html')).contentWindow!;
}

describe('a connect is trusted', () => {
  for (const origin of ['https://app.five9.com', 'https://app-atl.five9.com', location.origin]) {
    it(`by default from ${origin === location.origin ? "the page's own origin" : origin}`, async () => {
      const name = freshName();
      const {api, reaches} = openClient({name});

      const {received} = forge(origin, await stranger(), name);

      expect(await reaches('connected')).to.deep.equal({status: 'connected', origin});
      await until(() => received.length);
      api.close();
    });
  }

  for (const origin of [
    'https://five9.com.evil.example',
    'https://app.five9.com.evil.example',
    'https://evilfive9.com',
    'http://app.five9.com',
    'https://app.five9.com:8443',
    'https://five9.com',
    'null',
    '',
  ]) {
    it(`never from ${origin || 'the empty origin'}: the origin is reported, and nothing is sent on its port`, async () => {
      const name = freshName();
      const {api, reaches} = openClient({name});

      const {received} = forge(origin, await stranger(), name);
      expect(api.connection).to.deep.equal({status: 'connecting', reason: 'origin-refused', origin});
      const {received: right} = forge('https://app.five9.com', await stranger(), name);
      await until(() => right.length);
      await turn();

      expect(received).to.deep.equal([]);
      await reaches('connected');
    });
  }

  it('only from the origins that the settings name, if they name any', async () => {
    const name = freshName();
    const {api, reaches} = openClient({name, adapterOrigin: 'https://phone.example.com https://*.test.example'});
    const window = await stranger();

    forge('https://app.five9.com', window, name);
    expect(api.connection).to.include({reason: 'origin-refused', origin: 'https://app.five9.com'});
    forge('https://deep.test.example', window, name);
    expect(await reaches('connected')).to.include({origin: 'https://deep.test.example'});
    forge('https://phone.example.com', window, name);
    expect(await reaches('connected')).to.include({origin: 'https://phone.example.com'});
  });

  it('from a document without an origin only if the settings name null', async () => {
    const name = freshName();
    const {api} = openClient({name, adapterOrigin: 'https://phone.example.com null'});

    forge('null', await stranger(), name);

    expect(api.connection).to.deep.equal({status: 'connected', origin: 'null'});
  });

  it('never because of settings that are not origins: they throw an error', () => {
    expect(() => openClient({adapterOrigin: 'everybody'})).to.throw(TypeError, 'everybody');
  });

  it('not from a frame of another origin by default: that origin is reported, also after the search gave up', async () => {
    const clock = fakeClock();
    const name = freshName();
    const adapter = await crossOriginFrame.settle();
    const client = openClient({name});
    const waiting = watch(client.api.getCav({interactionId: CALL_ID}));
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => client.api.connection.reason === 'origin-refused');
    expect(client.api.connection).to.deep.equal({status: 'connecting', reason: 'origin-refused', origin: OTHER_ORIGIN});

    await clock.tickAsync(20_000);

    expect(client.api.connection).to.deep.equal({
      status: 'unreachable',
      reason: 'origin-refused',
      origin: OTHER_ORIGIN,
    });
    await until(() => waiting.state === 'rejected');
    await adapter.sync();
    expect(
      adapter.received.filter(({kind}) => kind !== 'asked'),
      'it received nothing but the question',
    ).to.deep.equal([]);
  });
});

describe('a stranger, once an adapter is connected', () => {
  it('cannot replace the adapter, and is not reported', async () => {
    const {api, adapter, name, connections} = await connect(sameOriginFrame);
    await adapter.reply('getCav', {response: 'mine'});
    const reported = connections.length;

    const intruder = await crossOriginFrame.settle();
    await intruder.start({channel: channelOf(name), announces: true});
    await intruder.reply('*', {response: 'stolen'});
    await intruder.announce();
    const {received} = forge('https://five9.com.evil.example', await stranger(), name);

    expect(await api.getCav({interactionId: CALL_ID})).to.equal('mine');
    await intruder.sync();
    expect(intruder.received.filter(({kind}) => kind !== 'asked')).to.deep.equal([]);
    expect(received).to.deep.equal([]);
    expect(connections).to.have.lengthOf(reported);
    expect(api.connection).to.include({status: 'connected', origin: location.origin});
  });

  it('cannot disconnect, answer or send an event by window messages', async () => {
    const {api, adapter, name, events} = await connect(inWindow);
    await adapter.reply('getCav', {silent: true});
    const cav = watch(api.getCav({interactionId: CALL_ID}));
    const {id, sender} = await adapter.firstRequest('getCav');

    for (const message of [
      'disconnect',
      'connected:h',
      {id, response: 'forged'},
      {id, error: 'forged'},
      {communicationError: 'forged'},
      {event: {objectId: 'interactionApi', name: 'interactionEvent', data: {reason: 'callStarted', payload: {}}}},
    ]) {
      for (const from of [`master_${channelOf(name)}-0123456789abcdef`, sender]) {
        postMessage({iframeName: channelOf(name), sender: from, message}, location.origin);
      }
    }
    await turn();
    await adapter.reply('mute', {response: null});
    await api.mute();
    await adapter.sync();

    expect(cav.state).to.equal('pending');
    expect(events).to.deep.equal([]);
    expect(adapter.requests('mute')[0]).to.not.have.property('hostId');
    expect(api.connection.status).to.equal('connected');
  });

  it('receives no personal data by answering the question', async () => {
    const name = freshName();
    const intruder = await crossOriginFrame.settle();
    await intruder.start({channel: channelOf(name), answers: false});
    const {api} = openClient({name});
    const waiting = watch(api.getCav({interactionId: CALL_ID}));
    api.subscribeWsEvent('4', () => undefined);
    api.objectVisited({crmObject: {id: '1', name: 'Secret'}});

    const [asked] = await intruder.receives('asked');
    await intruder.announce();
    await until(() => api.connection.reason === 'origin-refused');
    await intruder.sync();

    expect(Object.keys(asked!).sort()).to.deep.equal(['kind', 'origin', 'sender']);
    expect(intruder.received.filter(({kind}) => kind !== 'asked')).to.deep.equal([]);
    expect(waiting.state).to.equal('pending');
  });
});

describe('a flood of window messages', () => {
  /**
   * Messages that do not belong to the protocol, messages that are similar to it, and messages in which only the port
   * is missing or only the origin is wrong.
   */
  const floods: Record<string, (name: string) => MessageEventInit> = {
    'without a port': () => ({data: {big: 'x'.repeat(1000)}, origin: 'https://evil.example'}),
    'that ask for an adapter': (name) => ({
      data: {iframeName: channelOf(name), sender: 'remote_x', message: 'asking_connect'},
      origin: 'https://evil.example',
    }),
    'with a port, of another protocol': () => ({
      data: {hello: 'world'},
      origin: 'https://evil.example',
      ports: [new MessageChannel().port1],
    }),
    'with a port, that offer an adapter': (name) => ({
      data: {iframeName: channelOf(name), sender: 'master_x', message: 'connect'},
      origin: 'https://evil.example',
      ports: [new MessageChannel().port1],
    }),
  };

  for (const [kind, make] of Object.entries(floods)) {
    for (const connected of [true, false]) {
      it(`${kind}, ${connected ? 'while we are connected' : 'while we look for an adapter'}, costs nothing but a check`, async () => {
        const name = freshName();
        const {api, connections} = connected ? await connect(sameOriginFrame, {settings: {name}}) : openClient({name});
        const window = await stranger();
        await turn();
        const events = Array.from({length: 200}, () => new MessageEvent('message', {...make(name), source: window}));
        const reads = sinon.spy();
        for (const event of events) {
          const {data} = event as {data: unknown};
          Object.defineProperty(event, 'data', {get: () => (reads(), data)});
        }
        // Do not count the first message, because the client may report it.
        dispatchEvent(events[0]!);
        reads.resetHistory();
        const reported = connections.length;
        const work = [
          sinon.spy(EventTarget.prototype, 'addEventListener'),
          sinon.spy(MessagePort.prototype, 'postMessage'),
          sinon.spy(MessagePort.prototype, 'start'),
          sinon.spy(globalThis, 'postMessage'),
          sinon.spy(globalThis, 'setTimeout'),
          sinon.spy(globalThis, 'setInterval'),
          sinon.spy(globalThis, 'queueMicrotask'),
        ];
        const close = sinon.spy(MessagePort.prototype, 'close');

        for (const event of events.slice(1)) dispatchEvent(event);

        expect(
          work.map(({callCount}) => callCount),
          'listeners, messages and timers',
        ).to.deep.equal(work.map(() => 0));
        expect(connections).to.have.lengthOf(reported);
        expect(api.connection.status).to.equal(connected ? 'connected' : 'connecting');
        if (!events[0]!.ports.length) expect(reads.callCount, 'nothing is unpacked').to.equal(0);
        // Expect closed ports, because the client closes the port of each refused adapter.
        if (kind.includes('offer')) expect(close.callCount).to.equal(199);
      });
    }
  }
});

describe('a malformed connect', () => {
  it('(without a port, without a source, or of a wrong shape) changes nothing', async () => {
    const name = freshName();
    const {api, connections} = openClient({name});
    const window = await stranger();
    await turn();
    const reported = connections.length;

    dispatchEvent(
      new MessageEvent('message', {
        data: {iframeName: channelOf(name), sender: 'master_x', message: 'connect'},
        origin: location.origin,
        source: window,
      }),
    );
    forge(location.origin, null, name);
    forge(location.origin, window, name, {iframeName: 'intrx_plugin'});
    forge(location.origin, window, name, {iframeName: [channelOf(name)]});
    forge(location.origin, window, name, {message: 'connect '});
    forge(location.origin, window, name, {message: ['connect']});
    forge(location.origin, window, name, {sender: 7});
    forge(location.origin, window, name, {sender: undefined});

    expect(api.connection.status).to.equal('connecting');
    expect(connections).to.have.lengthOf(reported);
  });

  it('with more than one port counts by its first port', async () => {
    const name = freshName();
    const {api} = openClient({name});
    const [one, two] = [new MessageChannel(), new MessageChannel()];
    const received: string[] = [];
    one.port1.onmessage = (): void => void received.push('one');
    two.port1.onmessage = (): void => void received.push('two');

    dispatchEvent(
      new MessageEvent('message', {
        data: {iframeName: channelOf(name), sender: 'master_x', message: 'connect'},
        origin: location.origin,
        source: window,
        ports: [one.port2, two.port2],
      }),
    );
    await until(() => received.length);

    expect(received).to.deep.equal(['one']);
    expect(api.connection.status).to.equal('connected');
  });
});
