/**
 * Tests the adapter's link with the face of an invented API, and with a client written by hand. Both sides send
 * requests.
 */
import {expect} from '@open-wc/testing';
import {AdapterLink, type AdapterLinkOptions} from '../../../src/simulator/adapter/adapter-link.js';
import type {ApiChannel, ApiFace, ApiHandlers} from '../../../src/simulator/adapter/api-face.js';
import {ManualClock} from '../../../src/simulator.js';
import {freshName} from '../../support/client.js';
import {atEnd, untilEnd} from '../../support/lifecycle.js';
import {addFrame} from '../../support/places.js';
import {rejection, turn, until, watch} from '../../support/time.js';
import {WireClient} from '../wire-client.js';

const PREFIX = 'test_api_plugin_';
const OBJECT_ID = 'testApi';
const MINUTE = 60_000;

/** A face that records its channels and events. */
class TestFace implements ApiFace {
  readonly channels = new Map<string, ApiChannel>();
  readonly events: unknown[] = [];

  constructor(
    readonly handlers: ApiHandlers = {request: (method) => method},
    readonly objectId = OBJECT_ID,
    readonly channelPrefix = PREFIX,
  ) {}

  open(channel: ApiChannel): ApiHandlers {
    this.channels.set(channel.name, channel);
    return {event: (name, data) => this.events.push([name, data]), ...this.handlers};
  }
}

/** Opens a link in this window. The link closes at the end of the test. */
function openLink(faces: readonly ApiFace[], options: AdapterLinkOptions = {}) {
  const clock = new ManualClock();
  const link = new AdapterLink(faces, {announces: [], clock, ...options});
  link.open();
  atEnd(() => {
    link.close(false);
  });
  return {link, clock};
}

async function connect(channelName: string, self?: Window): Promise<WireClient> {
  const client = new WireClient(channelName, self, OBJECT_ID);
  client.askToConnect(window);
  await client.invited();
  // Wait for an answer, because it shows that the adapter knows the client.
  await client.settled();
  client.received.splice(0);
  return client;
}

/** Opens a link with one face, and connects one client. */
async function linked(handlers?: ApiHandlers, options?: AdapterLinkOptions) {
  const face = new TestFace(handlers);
  const {link, clock} = openLink([face], options);
  const client = new WireClient(PREFIX + freshName(), undefined, OBJECT_ID);
  client.askToConnect();
  await client.invited();
  await until(() => face.channels.get(client.channel)?.clients.length, 'the client');
  return {face, link, clock, client, channel: face.channels.get(client.channel)!};
}

describe('an adapter link', () => {
  describe('sends a request to the page', () => {
    it('with the objectId of the face, the method and the arguments', async () => {
      const {channel, client} = await linked();
      watch(channel.request('search', {number: '1'}));
      const {request, ...rest} = await client.nextRequest();
      expect(request).to.deep.equal({objectId: OBJECT_ID, verb: 'post', attrName: 'search', args: {number: '1'}});
      expect(rest).to.have.all.keys('id');
    });

    it('without args if there are none', async () => {
      const {channel, client} = await linked();
      watch(channel.request('getAdtConfig'));
      expect((await client.nextRequest()).request).to.not.have.property('args');
    });

    it('with the host id of the adapter, if it has one', async () => {
      const {channel, client} = await linked(undefined, {hostId: 'host7'});
      watch(channel.request('search'));
      expect(await client.nextRequest()).to.include({hostId: 'host7'});
    });

    it('with a new id each time', async () => {
      const {channel, client} = await linked();
      for (let count = 0; count < 3; count++) watch(channel.request('search'));
      const ids = new Set<string>();
      for (let count = 0; count < 3; count++) ids.add((await client.nextRequest()).id);
      expect(ids).to.have.lengthOf(3);
    });

    it('on the channel that it belongs to, and on no other', async () => {
      const {face, channel, client} = await linked();
      const other = await connect(PREFIX + freshName());
      expect(face.channels).to.have.lengthOf(2);
      watch(channel.request('search'));
      await client.nextRequest();
      await other.settled();
      expect(other.requests).to.be.empty;
    });
  });

  describe('resolves a request', () => {
    for (const response of [{a: [1]}, 0, false, [], null]) {
      it(`with the answer ${JSON.stringify(response)}`, async () => {
        const {channel, client} = await linked();
        const answered = channel.request('search');
        const {id} = await client.nextRequest();
        client.send({id, response});
        expect(await answered).to.deep.equal(response);
      });
    }

    it('with the answers in the order of the ids, whatever order they come in', async () => {
      const {channel, client} = await linked();
      const answers = ['one', 'two', 'three'].map((method) => channel.request(method));
      const requests = [await client.nextRequest(), await client.nextRequest(), await client.nextRequest()];
      for (const {id, request} of requests.reverse()) client.send({id, response: request.attrName});
      expect(await Promise.all(answers)).to.deep.equal(['one', 'two', 'three']);
    });

    it('with the first of several answers; later answers change nothing', async () => {
      const {channel, client} = await linked();
      const frame = await addFrame('about:blank');
      const other = await connect(client.channel, frame.contentWindow!);
      const answered = channel.request('search');
      const {id} = await client.nextRequest();
      expect((await other.nextRequest()).id).to.equal(id);
      other.send({id, response: 'first'});
      expect(await answered).to.equal('first');
      client.send({id, error: 'second'});
      await client.settled();
    });

    it('with an answer that arrives just before the time limit, and leaves no timer', async () => {
      const {channel, client, clock} = await linked();
      const answered = channel.request('saveLog', {}, {timeout: 30_000});
      const {id} = await client.nextRequest();
      clock.advance(29_999);
      client.send({id, response: 'saved'});
      expect(await answered).to.equal('saved');
      expect(clock.waiting, 'timers left').to.equal(0);
    });
  });

  describe('rejects a request', () => {
    for (const error of ['Not Implemented: search', {errorCode: 'Generic'}, '']) {
      it(`with the error ${JSON.stringify(error)} of the page, unchanged`, async () => {
        const {channel, client} = await linked();
        const answered = rejection(channel.request('search'));
        const {id} = await client.nextRequest();
        client.send({id, error});
        expect(await answered).to.deep.equal(error);
      });
    }

    it('with an Error of the page', async () => {
      const {channel, client} = await linked();
      const answered = rejection(channel.request('search'));
      const {id} = await client.nextRequest();
      client.send({id, error: new RangeError('no such record')});
      expect(await answered)
        .to.be.instanceOf(Error)
        .with.property('message', 'no such record');
    });

    it('at once if no page is connected', async () => {
      const {channel, client} = await linked();
      client.send('disconnect');
      await until(() => !channel.clients.length, 'the message `disconnect`');
      const error = await rejection(channel.request('search'));
      expect(error).to.include({code: 'NoClient', method: 'search'});
    });

    it('with Timeout after 60 seconds if no page answers; a late answer changes nothing', async () => {
      const {channel, client, clock} = await linked();
      const watched = watch(channel.request('search'));
      const {id} = await client.nextRequest();
      clock.advance(MINUTE - 1);
      await turn();
      expect(watched.state).to.equal('pending');
      clock.advance(1);
      await until(() => watched.state === 'rejected');
      expect(watched.error).to.include({code: 'Timeout', method: 'search'});
      client.send({id, response: 'late'});
      await client.settled();
    });

    it('with Timeout after the time that the caller gives', async () => {
      const {channel, client, clock} = await linked();
      const answered = rejection(channel.request('search', undefined, {timeout: 500}));
      await client.nextRequest();
      clock.advance(500);
      expect(await answered).to.include({code: 'Timeout'});
    });

    for (const timeout of [NaN, -1]) {
      it(`with Timeout after 60 seconds if the caller gives ${timeout}`, async () => {
        const {channel, client, clock} = await linked();
        const watched = watch(channel.request('search', undefined, {timeout}));
        await client.nextRequest();
        clock.advance(MINUTE - 1);
        await turn();
        expect(watched.state).to.equal('pending');
        clock.advance(1);
        await until(() => watched.state === 'rejected');
      });
    }

    for (const timeout of [0, Infinity, 2 ** 31]) {
      it(`not before the page answers, for many days, if the caller gives ${timeout}`, async () => {
        const {channel, client, clock} = await linked();
        const answered = channel.request('search', undefined, {timeout});
        const {id} = await client.nextRequest();
        clock.advance(2 ** 31 - 1);
        client.send({id, response: 'late'});
        expect(await answered).to.equal('late');
      });
    }

    it('with Disconnected if the page sends disconnect, and leaves no timer', async () => {
      const {channel, client, clock} = await linked();
      const answered = rejection(channel.request('search'));
      await client.nextRequest();
      client.send('disconnect');
      expect(await answered).to.include({code: 'Disconnected', method: 'search'});
      expect(clock.waiting, 'timers left').to.equal(0);
    });

    for (const sendDisconnect of [true, false]) {
      it(`with Disconnected if the link closes ${sendDisconnect ? 'with' : 'without'} a disconnect message`, async () => {
        const {channel, client, link} = await linked();
        const answered = rejection(channel.request('search'));
        await client.nextRequest();
        link.close(sendDisconnect);
        expect(await answered).to.include({code: 'Disconnected'});
      });
    }

    it('with Disconnected if the browser reports that the port has closed', async () => {
      const {channel, client} = await linked();
      const answered = rejection(channel.request('search'));
      await client.nextRequest();
      // Dispatch the `close` event here, because not every browser dispatches this event.
      channel.clients[0]!.port.dispatchEvent(new Event('close'));
      expect(await answered).to.include({code: 'Disconnected'});
      expect(channel.clients).to.be.empty;
    });

    it('at the latest at its time limit if the port closes, also if the browser does not report that', async () => {
      const {channel, client, clock} = await linked();
      const answered = rejection(channel.request('search'));
      await client.nextRequest();
      client.closePort();
      clock.advance(MINUTE);
      expect(await answered).to.have.property('name', 'PageRequestError');
    });

    it('not while another page can still answer', async () => {
      const {channel, client} = await linked();
      const frame = await addFrame('about:blank');
      const other = await connect(client.channel, frame.contentWindow!);
      const answered = channel.request('search');
      const {id} = await client.nextRequest();
      other.send('disconnect');
      await until(() => channel.clients.length === 1, 'the message `disconnect`');
      client.send({id, response: 'found'});
      expect(await answered).to.equal('found');
    });

    it('with a DataCloneError if the arguments cannot be cloned, and leaves no timer', async () => {
      const {channel, clock} = await linked();
      const error = await rejection(channel.request('search', {callback: () => undefined}));
      expect(error).to.have.property('name', 'DataCloneError');
      expect(clock.waiting, 'timers left').to.equal(0);
    });
  });

  it('ignores answers to a request that this page did not get', async () => {
    const {channel, client, clock} = await linked();
    const watched = watch(channel.request('search'));
    const {id} = await client.nextRequest();
    const frame = await addFrame('about:blank');
    const other = await connect(client.channel, frame.contentWindow!);
    other.send({id, response: 'forged'});
    client.send({id: `${id}0`, response: 'unknown id'});
    client.send({id, hostId: 'of another adapter', response: 'other host'});
    client.send({id});
    await other.settled();
    await client.settled();
    expect(watched.state).to.equal('pending');
    clock.advance(MINUTE);
    await until(() => watched.state === 'rejected');
  });

  describe('answers a request of the page', () => {
    it('with the result of the face', async () => {
      const {client} = await linked({request: (method, args) => ({method, args})});
      expect(await client.request('getConfig', {a: 1})).to.deep.equal({method: 'getConfig', args: {a: 1}});
    });

    it('with null if the result is undefined', async () => {
      const {client} = await linked({request: () => undefined});
      expect(await client.request('getConfig')).to.equal(null);
    });

    it('with “Not Implemented” if the face has no methods', async () => {
      const {client} = await linked({});
      expect(await rejection(client.request('getConfig'))).to.equal('Not Implemented: getConfig');
    });

    it('with “Not Implemented” if no face has the objectId', async () => {
      const {client} = await linked();
      client.send({id: 'x1', request: {objectId: 'strangeApi', verb: 'post', attrName: 'getConfig'}});
      await client.settled();
      expect(client.received).to.deep.include({id: 'x1', error: 'Not Implemented: getConfig'});
    });

    for (const attrName of [undefined, 7, {toString: 1}]) {
      it(`with “Not Implemented” if the method is ${JSON.stringify(attrName)}`, async () => {
        const {client} = await linked();
        const id = client.sendRequest(attrName);
        client.send({id: 'x1', request: {objectId: 'strangeApi', verb: 'post', attrName}});
        await client.settled();
        const error = 'Not Implemented: a method without a name';
        expect(client.received).to.deep.include({id, error}).and.to.deep.include({id: 'x1', error});
      });
    }

    it('with an error if the result cannot be cloned', async () => {
      const {client} = await linked({request: (method) => (method === 'bad' ? () => undefined : null)});
      expect(await rejection(client.request('bad'))).to.be.a('string').that.is.not.empty;
      expect(await client.request('good')).to.equal(null);
    });

    const thrown: [string, unknown, unknown][] = [
      ['an Error', new Error('failed'), 'failed'],
      ['a refusal', {errorCode: 'NoData', errorMessage: 'none'}, {errorCode: 'NoData', errorMessage: 'none'}],
      ['a string', 'failed', 'failed'],
      ['an object', {reason: 1}, {reason: 1}],
      ['undefined', undefined, 'Unknown error'],
      ['null', null, 'Unknown error'],
    ];
    for (const [name, value, error] of thrown) {
      it(`with an error if the face throws ${name}`, async () => {
        const {client} = await linked({
          request: () => {
            throw value as Error;
          },
        });
        expect(await rejection(client.request('getConfig'))).to.deep.equal(error);
      });
    }

    it('with an error if the face throws a value that cannot be cloned', async () => {
      const {client} = await linked({
        request: (method) => Promise.reject(method === 'bad' ? ({callback: () => undefined} as never) : new Error()),
      });
      expect(await rejection(client.request('bad'))).to.be.a('string').that.is.not.empty;
    });
  });

  it('sends events to the clients of the channel, or to some of them', async () => {
    const {channel, client} = await linked();
    const frame = await addFrame('about:blank');
    const other = await connect(client.channel, frame.contentWindow!);
    channel.sendEvent('loginStateChanged', {state: 'WORKING'});
    channel.sendEvent('sessionInitialized', undefined, channel.clients.slice(1));
    await client.settled();
    await other.settled();
    expect(client.takeEvents()).to.deep.equal(['loginStateChanged']);
    expect(other.received).to.deep.include({event: {objectId: OBJECT_ID, name: 'sessionInitialized', data: undefined}});
  });

  it('passes events of the page to the face with the same objectId only', async () => {
    const crm = new TestFace(undefined, 'oneApi');
    const hooks = new TestFace(undefined, OBJECT_ID);
    openLink([crm, hooks]);
    const client = await connect(PREFIX + freshName());
    client.send({event: {objectId: 'oneApi', name: 'objectVisited', data: 1}});
    client.send({event: {objectId: OBJECT_ID, name: 'click2dial', data: 2}});
    client.send({event: {objectId: 'strangeApi', name: 'click2dial', data: 3}});
    client.send({event: {objectId: OBJECT_ID, name: 4, data: 4}});
    await client.settled();
    expect(crm.events).to.deep.equal([['objectVisited', 1]]);
    expect(hooks.events).to.deep.equal([['click2dial', 2]]);
  });

  it('serves the channels of its faces, and no others', async () => {
    openLink([new TestFace()]);
    const stranger = new WireClient(`other_plugin_${freshName()}`);
    stranger.askToConnect();
    await connect(PREFIX + freshName());
    expect(stranger.invitations).to.equal(0);
  });

  it('loses no message of a page that has asked many times while the adapter was busy', async () => {
    const face = new TestFace();
    openLink([face]);
    const client = new WireClient(PREFIX + freshName(), undefined, OBJECT_ID);
    const sendFirst = (): void => client.send({event: {objectId: OBJECT_ID, name: 'objectVisited', data: 1}});
    client.self.addEventListener('message', ({ports}) => ports.length && sendFirst(), {signal: untilEnd()});

    // The adapter handles all of these before the page gets the first port.
    for (let times = 0; times < 12; times++) client.askToConnect();
    await client.invited(12);
    await client.settled();

    // The page sends its waiting messages on the first port, and uses each newer port.
    expect(face.events[0]).to.deep.equal(['objectVisited', 1]);
    expect(face.events).to.have.lengthOf(12);
  });

  it('closes the old ports to a window that has not answered for a long time', async () => {
    const connected: unknown[] = [];
    const {clock} = openLink([new TestFace({connected: (client) => connected.push(client)})]);
    const channel = PREFIX + freshName();
    const ports: MessagePort[] = [];
    const keep = ({data, ports: [port]}: MessageEvent<{iframeName?: string} | null>): void => {
      if (port && data?.iframeName === channel) ports.push(port);
    };
    addEventListener('message', keep, {signal: untilEnd()});
    const envelope = (message: string): object => ({iframeName: channel, sender: `remote_${channel}-1`, message});
    const ask = async (times: number): Promise<void> => {
      const before = ports.length;
      for (let time = 0; time < times; time++) postMessage(envelope('asking_connect'));
      await until(() => ports.length === before + times, 'the ports');
    };

    await ask(1);
    clock.advance(31_000);
    await ask(8);
    ports[0]!.postMessage(envelope('connected:'));
    await turn();
    await turn();
    expect(connected, 'the oldest port').to.have.lengthOf(0);

    ports[1]!.postMessage(envelope('connected:'));
    await until(() => connected.length, 'the window is a client');
  });

  it('announces the unnamed channel of each face, unless it is given channels', async () => {
    const prefix = `announced_${freshName()}_`;
    const client = new WireClient(prefix, undefined, OBJECT_ID);
    const link = new AdapterLink([new TestFace(undefined, OBJECT_ID, prefix)]);
    link.open();
    atEnd(() => {
      link.close(false);
    });
    await client.invited();
  });
});
