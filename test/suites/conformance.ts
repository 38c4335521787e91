/**
 * Tests the client's half of the wire protocol, from `asking_connect` to `disconnect`, with an adapter in each kind of place.
 * These are the messages on the wire; `api.ts` tests the public behaviour.
 */
import {expect} from '@open-wc/testing';
import {type InteractionApi, InteractionApiError} from '../../src/interaction-api.js';
import {channelOf, connect, freshName, type Line, openClient, restart, startAdapter} from '../support/client.js';
import type {Place} from '../support/places.js';
import {CALL_ID, EVENT_SAMPLES} from '../support/samples.js';
import {fakeClock, rejection, timersOf, turn, until, watch} from '../support/time.js';
import {call, describeApi, type FarSide, type Harness, sendNotice} from './api.js';
import {ANSWERED, NOTICES} from './methods.js';
import {describeRest} from './rest.js';

/** Runs every suite with an adapter in a place. */
export function conformance(place: Place): void {
  describeApi(wireHarness(place));
  describeRest(place);
  describe(`the wire to ${place.name}`, () => {
    describeHandshake(place);
    describeLoss(place);
    describeRequests(place);
    describeQueue(place);
    describeSettling(place);
    describeUnreachable(place);
    describeChannels(place);
    describeMethodsWithoutReply(place);
    describeWsSubscriptions(place);
  });
}

/** Returns a harness whose far side is a wire adapter. `through` creates the API to test in place of the line's own API. */
export function wireHarness(place: Place, through?: (line: Line) => InteractionApi): Harness {
  const attrNames = new Map(ANSWERED.map(({method, attrName}) => [method, attrName]));
  const attrName = (method: string): string => attrNames.get(method) ?? method;
  return {
    name: place.name,
    async open() {
      const line = await connect(place);
      const {adapter} = line;
      let {api} = line;
      if (through) {
        api.close();
        api = through(line);
        await adapter.receives('connected', 2);
      }
      const far: FarSide = {
        answer: (method, ...replies) => adapter.reply(attrName(method), ...replies),
        asked: async (method) => (await adapter.receivesRequest(attrName(method))).map(({request}) => request.args),
        received: async (method) => {
          const events = await adapter.receives('event');
          return events.filter(({event}) => event.name === method).map(({event}) => event.data);
        },
        emit: (name, params) => adapter.interactionEvent(name, params),
        emitWs: (id, payload, context) => adapter.wsEvent(id, payload, context),
      };
      return {api, far};
    },
  };
}

/** Checks that a request gets its reply. */
async function works({api, adapter}: Pick<Line, 'api' | 'adapter'>): Promise<void> {
  await adapter.reply('isMasterPage', {response: true});
  expect(await api.isMasterPage()).to.equal(true);
}

/** Waits until the adapter has received and reported all earlier messages. */
async function drained({api, adapter}: Pick<Line, 'api' | 'adapter'>): Promise<void> {
  await works({api, adapter});
  await adapter.sync();
}

const CONNECTED = /^connected::remote_(?<channel>.*)-[0-9a-f]{16}:(?<version>\d+\.\d+\.\d+.*)$/;

function describeHandshake(place: Place): void {
  describe('handshake', () => {
    if (place.receivesQuestions) {
      it('connects to an adapter that started first', async () => {
        const name = freshName();
        const adapter = await place.settle();
        await startAdapter(adapter, place, name);

        const client = openClient({name, adapterOrigin: adapter.origin});

        await client.reaches('connected');
        await works({...client, adapter});
      });

      it('connects to an adapter that starts later and only answers asking_connect', async () => {
        const name = freshName();
        const client = openClient({name, adapterOrigin: place.origin});
        const adapter = await place.settle();
        expect(client.api.connection.status).to.equal('connecting');

        await startAdapter(adapter, place, name);

        await client.reaches('connected');
        await works({...client, adapter});
      });

      it('repeats asking_connect until an adapter answers', async () => {
        const name = freshName();
        const adapter = await place.settle();
        await startAdapter(adapter, place, name, {ignoredQuestions: 2});

        const client = openClient({name, adapterOrigin: adapter.origin});

        await client.reaches('connected');
        await adapter.receives('connected');
        expect(adapter.all('asked')).to.have.lengthOf(3);
      });

      it('sends asking_connect with the channel and a sender of its own', async () => {
        const {adapter, name} = await connect(place);
        for (const {sender, origin} of adapter.all('asked')) {
          expect(sender).to.match(new RegExp(`^remote_${channelOf(name)}-[0-9a-f]{16}$`));
          expect(origin).to.equal(location.origin);
        }
      });

      it('stops sending asking_connect when an adapter has answered', async () => {
        const clock = fakeClock();
        const name = freshName();
        const adapter = await place.settle();
        await startAdapter(adapter, place, name);
        const client = openClient({name, adapterOrigin: adapter.origin});
        await clock.tickAsync(100);
        await client.reaches('connected');
        await adapter.sync();
        const asked = adapter.all('asked').length;

        await clock.tickAsync(60_000);
        await drained({...client, adapter});

        expect(adapter.all('asked')).to.have.lengthOf(asked);
      });
    }

    it('connects to an adapter that sends connect itself and ignores asking_connect', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const client = openClient({name, adapterOrigin: adapter.origin});

      await startAdapter(adapter, place, name, {answers: false, announces: true});

      await client.reaches('connected');
      await works({...client, adapter});
    });

    it('connects to an adapter that sends connect before it receives asking_connect', async () => {
      const name = freshName();
      const adapter = await place.settle();
      await startAdapter(adapter, place, name, {answers: place.receivesQuestions, announces: false});
      const client = openClient({name, adapterOrigin: adapter.origin});

      await adapter.announce();

      await client.reaches('connected');
      await works({...client, adapter});
    });

    it("answers connect with 'connected::<ioName>:<version>', once, before any other message", async () => {
      const line = await connect(place);
      await drained(line);
      const {adapter, name} = line;
      const first = adapter.received.find(({kind}) => kind !== 'asked');

      expect(first?.kind).to.equal('connected');
      const connected = adapter.all('connected').at(-1)!;
      const match = CONNECTED.exec(connected.text);
      expect(match, connected.text).to.exist;
      expect(match?.groups?.['channel']).to.equal(channelOf(name));
      expect(connected.text.split(':')[2], 'the ioName is the sender').to.equal(connected.sender);
      expect(adapter.all('connected').filter(({port}) => port === connected.port)).to.have.lengthOf(1);
    });

    it('loses no waiting call if an adapter sends connect twice', async () => {
      const name = freshName();
      const adapter = await place.settle();
      await adapter.reply('getCav', {echo: true});
      const client = openClient({name, adapterOrigin: adapter.origin});
      const calls = [1, 2, 3].map((number) => client.api.getCav({interactionId: String(number)}));

      await startAdapter(adapter, place, name, {announces: true, answers: false, portsPerQuestion: 2});

      expect(await Promise.all(calls)).to.have.lengthOf(3);
      await works({...client, adapter});
    });

    for (const sendsOn of ['every', 'oldest', 'newest', 'each in turn'] as const) {
      it(`delivers each event once if an adapter has sent connect twice and sends on ${sendsOn} port`, async () => {
        const name = freshName();
        const adapter = await place.settle();
        const client = openClient({name, adapterOrigin: adapter.origin});
        const wsEvents: unknown[] = [];
        client.api.subscribeWsEvent('4', (payload) => wsEvents.push(payload));
        await startAdapter(adapter, place, name, {announces: true, answers: false, portsPerQuestion: 2, sendsOn});
        await adapter.receives('connected', 2);

        // Only with 'each in turn' every event is sent once: the others may repeat an event on purpose.
        const sent = sendsOn === 'each in turn' ? [1, 2, 3, 4] : [1, 1, 2, 1];
        for (const number of sent) await adapter.interactionEvent('callStarted', {number});
        for (const number of sent) await adapter.wsEvent('4', number);

        await until(() => client.events.length >= sent.length && wsEvents.length >= sent.length, 'all events');
        await drained({...client, adapter});
        const inOrder = (numbers: unknown[]): unknown[] => numbers.toSorted();
        expect(inOrder(client.events.map(({params}) => (params as {number: number}).number))).to.deep.equal(
          inOrder(sent),
        );
        expect(inOrder(wsEvents)).to.deep.equal(inOrder(sent));
        await works({...client, adapter});
      });
    }

    it('delivers an event again if the adapter was lost in between, also with several ports', async () => {
      const line = await connect(place, {options: {announces: true, answers: false, portsPerQuestion: 2}});
      const {adapter, events} = line;
      await adapter.receives('connected', 2);
      await adapter.interactionEvent('callStarted', {number: 1});
      await until(() => events.length, 'the event');
      await restart(line, {portsPerQuestion: 2});
      await adapter.receives('connected', 4);
      await adapter.interactionEvent('callStarted', {number: 1});
      await until(() => events.length > 1, 'the event again');
      await drained(line);
      expect(events.map(({params}) => params)).to.deep.equal([{number: 1}, {number: 1}]);
    });

    it('reports the origin of the adapter', async () => {
      const {api, adapter} = await connect(place);
      expect(api.connection).to.include({status: 'connected', origin: adapter.origin});
    });

    it('reports connecting and connected once each', async () => {
      const {connections} = await connect(place);
      expect(connections.filter(({status}) => status === 'connected')).to.have.lengthOf(1);
      for (const {status} of connections.slice(0, -1)) expect(status).to.equal('connecting');
    });
  });
}

function describeLoss(place: Place): void {
  describe('an adapter that ends and returns', () => {
    it('is lost after disconnect; pending calls reject with ConnectionLost', async () => {
      const {api, adapter, reaches} = await connect(place);
      await adapter.reply('getCav', {silent: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      await adapter.receivesRequest('getCav');

      // Ignore the next asking_connect, so that the connection stays lost.
      await adapter.mute();
      await adapter.disconnect();
      const connection = await reaches('lost');

      expect(connection.reason).to.equal('adapter-disconnected');
      await until(() => cav.state === 'rejected');
      expect(cav.error).to.include({errorCode: 'ConnectionLost', method: 'getCav'});
    });

    it('returns after a reload with disconnect', async () => {
      const line = await connect(place);
      await line.adapter.disconnect();
      // A window message of the new adapter may arrive before the disconnect on the old port.
      await until(() => line.connections.some(({status}) => status === 'lost'), 'the loss');
      const adapter = await place.reload(line.adapter);

      await restart({...line, adapter});

      await works({...line, adapter});
      expect(line.connections.map(({status}) => status)).to.include.ordered.members(['connected', 'lost', 'connected']);
    });

    it('returns after a reload without disconnect; pending calls reject with ConnectionLost', async () => {
      const line = await connect(place);
      await line.adapter.reply('getCav', {silent: true});
      const cav = watch(line.api.getCav({interactionId: CALL_ID}));
      await line.adapter.receivesRequest('getCav');

      const adapter = await place.reload(line.adapter);
      await restart({...line, adapter});

      await until(() => cav.state === 'rejected');
      expect(cav.error).to.include({errorCode: 'ConnectionLost'});
      await works({...line, adapter});
    });

    it('answers a call that was made while the connection was lost', async () => {
      const {api, adapter, reaches} = await connect(place);
      await adapter.mute();
      await adapter.disconnect();
      await reaches('lost');
      const waiting = watch(api.getCav({interactionId: 'waits'}));
      await adapter.reply('getCav', {echo: true});
      await adapter.announce();

      await reaches('connected');
      await until(() => waiting.state === 'fulfilled');

      expect(waiting.value).to.deep.equal({interactionId: 'waits'});
    });

    it('is replaced by the newest adapter: only that one gets requests, and only its events are delivered', async () => {
      const line = await connect(place);
      const {api, adapter: old, name, events} = line;
      await old.reply('*', {response: 'old'});
      const newest = await place.settle();
      await newest.reply('*', {response: 'newest'});

      await startAdapter(newest, place, name, {announces: true, answers: false});
      await newest.receives('connected');

      expect(await api.getCav({interactionId: CALL_ID})).to.equal('newest');
      await old.interactionEvent('callEnded', {from: 'old'});
      await newest.interactionEvent('callStarted', {from: 'newest'});
      await until(() => events.length > 0);
      await turn();
      expect(events).to.deep.equal([{name: 'callStarted', params: {from: 'newest'}}]);
      expect(old.requests(), 'requests to the old adapter').to.have.lengthOf(0);
    });

    it('rejects its pending calls with ConnectionLost when a new adapter replaces it', async () => {
      const {api, adapter, name} = await connect(place);
      await adapter.reply('getCav', {silent: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      await adapter.receivesRequest('getCav');

      const newest = await place.settle();
      await startAdapter(newest, place, name, {announces: true, answers: false});

      await until(() => cav.state === 'rejected');
      expect(cav.error).to.include({errorCode: 'ConnectionLost'});
    });

    it('gets disconnect when the API is closed, and no message after it', async () => {
      const {api, adapter} = await connect(place);

      api.close();
      await adapter.receives('disconnect');
      await adapter.announce();
      await adapter.sync();
      await turn();

      expect(adapter.all('connected')).to.have.lengthOf(1);
      expect(api.connection).to.deep.equal({status: 'lost', reason: 'closed'});
    });

    it('gets disconnect on every port: otherwise it sends no new port to this window', async () => {
      const {api, adapter} = await connect(place, {options: {announces: true, answers: false, portsPerQuestion: 2}});
      await adapter.receives('connected', 2);

      api.close();

      const ports = (await adapter.receives('disconnect', 2)).map(({port}) => port);
      expect(new Set(ports).size).to.equal(2);
    });

    it('rejects calls of a closed API at once', async () => {
      const {api} = await connect(place);
      api.close();

      const error = (await rejection(api.isMasterPage())) as InteractionApiError;

      expect(error.errorCode).to.be.oneOf(['NotConnected', 'ConnectionLost']);
      expect(() => sendNotice(api, NOTICES[0]!))
        .to.throw(InteractionApiError)
        .with.property('errorCode', 'NotConnected');
    });

    it('survives a hundred reloads', async function () {
      this.timeout(60_000);
      const line = await connect(place);
      await line.adapter.reply('isMasterPage', {response: true});
      for (let reload = 0; reload < 100; reload++) {
        await restart(line);
        expect(await line.api.isMasterPage()).to.equal(true);
      }
    });
  });
}

function describeRequests(place: Place): void {
  describe('requests', () => {
    for (const example of ANSWERED) {
      it(`${example.method} sends a post of ${example.attrName} to interactionApi`, async () => {
        const {api, adapter} = await connect(place);
        await adapter.reply(example.attrName, {response: example.reply});

        await call(api, example);

        const {request} = await adapter.firstRequest(example.attrName);
        expect(request).to.include({objectId: 'interactionApi', verb: 'post', attrName: example.attrName});
        expect(request).to.have.any.keys('objectId', 'verb', 'attrName', 'args');
        if (example.params) expect(request).to.have.deep.property('args', example.params);
      });
    }

    it('have unique ids, also after reconnections and in two clients', async () => {
      const line = await connect(place);
      const {api, adapter} = line;
      await adapter.reply('*', {response: null});
      await Promise.all(Array.from({length: 100}, () => api.mute()));
      await restart(line);
      await Promise.all(Array.from({length: 100}, () => api.mute()));
      const other = await connect(place);
      await other.adapter.reply('*', {response: null});
      await other.api.mute();
      for (const one of [adapter, other.adapter]) await one.sync();

      const ids = [...adapter.requests(), ...other.adapter.requests()].map(({id}) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const {id, sender} of adapter.requests()) {
        expect(id).to.match(/^remote_.*-[0-9a-f]{16}-[0-9a-f]{16}#\d+$/);
        expect(id.startsWith(`${sender}-`), id).to.equal(true);
      }
    });

    it('have the same sender on the same port', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('*', {response: null});
      await api.mute();
      await api.unMute();
      await adapter.sync();

      const senders = adapter.received
        .filter(({kind}) => kind !== 'asked')
        .map((one) => ('sender' in one ? one.sender : ''));
      expect(new Set(senders).size).to.equal(1);
      expect(senders[0]).to.match(/^remote_/);
    });

    it('resolve by their id, in any order of the replies', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {hold: true});
      const order: string[] = [];
      const calls = ['a', 'b', 'c', 'd'].map(async (interactionId) => {
        const value: unknown = await api.getCav({interactionId});
        order.push(interactionId);
        return value;
      });
      await adapter.receivesRequest('getCav', 4);

      await adapter.release([2, 0, 3, 1]);

      expect(await Promise.all(calls)).to.deep.equal(['a', 'b', 'c', 'd'].map((interactionId) => ({interactionId})));
      expect(order).to.deep.equal(['c', 'a', 'd', 'b']);
    });

    it('accept null, undefined, false, 0 and the empty string as replies', async () => {
      const {api, adapter} = await connect(place);
      for (const response of [null, undefined, false, 0, '']) {
        await adapter.reply('getCav', {response});
        expect(await api.getCav({interactionId: CALL_ID})).to.equal(response);
      }
    });

    it('send every value that can be cloned', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCrm', {echo: true});
      const params = {
        interactionId: CALL_ID,
        when: new Date(7),
        map: new Map([['a', [1n]]]),
        bytes: new Uint8Array([1, 2]),
      };

      const value: unknown = await api.getCrm(params);

      expect(value).to.deep.equal(params);
    });

    it('reject at once if their parameters cannot be cloned, and the API still works', async () => {
      const {api, adapter} = await connect(place);
      const params = {interactionId: CALL_ID, callback: () => undefined};

      const error = await rejection(api.getCrm(params));

      expect(error).to.be.instanceOf(InteractionApiError).with.property('errorCode', 'Generic');
      await works({api, adapter});
    });

    it('ignore a second reply, and a reply with an unknown id', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {silent: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      const {id} = await adapter.firstRequest('getCav');

      await adapter.say({id: `${id}0`, response: 'of another'});
      await adapter.say({id, response: 'first'});
      await adapter.say({id, response: 'second'});
      await adapter.say({id, error: 'third'});
      await drained({api, adapter});

      expect(cav).to.deep.include({state: 'fulfilled', value: 'first'});
    });

    it('are all rejected by a communicationError, with its message', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {silent: true});
      const calls = ['a', 'b'].map((interactionId) => watch(api.getCav({interactionId})));
      await adapter.receivesRequest('getCav', 2);

      await adapter.say({communicationError: 'The line is dead'});
      await until(() => calls.every(({state}) => state === 'rejected'));

      for (const {error} of calls) {
        expect(error).to.be.instanceOf(InteractionApiError);
        expect(error).to.include({errorCode: 'ConnectionLost', errorMessage: 'The line is dead'});
      }
      await works({api, adapter});
    });

    it('wait for the adapter, which receives them in order', async () => {
      const name = freshName();
      const adapter = await place.settle();
      await adapter.reply('getCav', {echo: true});
      const {api} = openClient({name, adapterOrigin: adapter.origin});
      const calls = [1, 2, 3].map((number) => api.getCav({interactionId: String(number)}));

      await startAdapter(adapter, place, name, {announces: true, answers: false});

      expect(await Promise.all(calls)).to.deep.equal([1, 2, 3].map((number) => ({interactionId: String(number)})));
      await adapter.sync();
      expect(adapter.requests('getCav').map(({request}) => request.args)).to.deep.equal(
        [1, 2, 3].map((number) => ({interactionId: String(number)})),
      );
    });
  });
}

/** Adapters of the SDK drop messages while fifty others wait. */
const MOST_IN_FLIGHT = 50;

const VISITED = NOTICES.find(({method}) => method === 'objectVisited')!;

/** Returns how many requests were sent: an event is sent at once, and arrives after all requests that were sent before it. */
async function inFlight({api, adapter}: Line): Promise<number> {
  sendNotice(api, VISITED);
  await adapter.receives('event');
  return adapter.requests('getCav').length;
}

function describeQueue(place: Place): void {
  describe('a thousand calls at once', () => {
    it('are all answered, in order, with a limited number in flight', async () => {
      const line = await connect(place);
      const {api, adapter} = line;
      await adapter.reply('getCav', {hold: true});
      const answered: number[] = [];
      const calls = Array.from({length: 1000}, async (_, number) => {
        await api.getCav({interactionId: String(number)});
        answered.push(number);
      });
      expect(await inFlight(line), 'in flight').to.be.within(2, MOST_IN_FLIGHT);

      await adapter.reply('getCav', {echo: true});
      await adapter.release();
      await Promise.all(calls);
      await adapter.sync();

      const inOrder = Array.from({length: 1000}, (_, number) => number);
      expect(answered).to.deep.equal(inOrder);
      expect(
        adapter.requests('getCav').map(({request}) => Number((request.args as {interactionId: string}).interactionId)),
      ).to.deep.equal(inOrder);
      expect((await adapter.counts()).most).to.be.at.most(MOST_IN_FLIGHT);
    });

    it('survive the loss of the adapter, except those in flight', async () => {
      const line = await connect(place);
      const {api, adapter} = line;
      await adapter.reply('getCav', {hold: true});
      const calls = Array.from({length: 200}, (_, number) => watch(api.getCav({interactionId: String(number)})));
      const before = await inFlight(line);

      await adapter.reply('getCav', {echo: true});
      await restart(line);
      await until(() => calls.every(({state}) => state !== 'pending'));

      const lost = calls.filter(({state}) => state === 'rejected');
      expect(lost).to.have.lengthOf(before);
      for (const {error} of lost) expect(error).to.include({errorCode: 'ConnectionLost'});
      expect(calls.slice(before).every(({state}) => state === 'fulfilled')).to.equal(true);
    });

    it('do not block later calls if they fail', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {error: {errorCode: 'NoData'}});
      const calls = Array.from({length: 200}, () => watch(api.getCav({interactionId: CALL_ID})));

      await until(() => calls.every(({state}) => state === 'rejected'));

      await works({api, adapter});
    });
  });
}

function describeSettling(place: Place): void {
  describe('a call without a reply', () => {
    it('times out after 60 s, and ignores a late reply', async () => {
      const {api, adapter} = await connect(place);
      const clock = fakeClock();
      await adapter.reply('getCav', {hold: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      await adapter.receivesRequest('getCav');

      await clock.tickAsync(59_999);
      expect(cav.state).to.equal('pending');
      await clock.tickAsync(1);

      expect(cav.state).to.equal('rejected');
      expect(cav.error).to.be.instanceOf(InteractionApiError);
      expect(cav.error).to.include({errorCode: 'Timeout', method: 'getCav'});
      expect((cav.error as InteractionApiError).errorMessage, 'contains the time limit').to.contain('60000');
      await adapter.release();
      await works({api, adapter});
      expect(cav.state).to.equal('rejected');
    });

    it('has the timeout of the API', async () => {
      const {api, adapter} = await connect(place, {settings: {requestTimeout: 1234}});
      const clock = fakeClock();
      await adapter.reply('*', {silent: true});
      const mute = watch(api.mute());

      await clock.tickAsync(1233);
      expect(mute.state).to.equal('pending');
      await clock.tickAsync(1);

      expect(mute.error).to.include({errorCode: 'Timeout', method: 'mute'});
    });

    it('can have a timeout of its own, with or without parameters', async () => {
      const {api, adapter} = await connect(place);
      const clock = fakeClock();
      await adapter.reply('*', {silent: true});
      const calls = [
        api.getCav({interactionId: CALL_ID}, {timeout: 50}),
        api.mute({timeout: 50}),
        api.getMetadata({timeout: 50}),
      ].map((one) => watch<unknown>(one));

      await clock.tickAsync(50);

      for (const {error} of calls) expect(error).to.include({errorCode: 'Timeout'});
    });

    it('never times out with a timeout of 0 or Infinity', async () => {
      const {api, adapter} = await connect(place, {settings: {requestTimeout: 0}});
      const clock = fakeClock();
      await adapter.reply('*', {hold: true});
      const calls = [api.mute(), api.unMute({timeout: 0}), api.isMasterPage({timeout: Infinity})].map((one) =>
        watch<unknown>(one),
      );
      await adapter.receivesRequest('isMasterPage');

      await clock.tickAsync(10 * 24 * 3600 * 1000);
      for (const {state} of calls) expect(state).to.equal('pending');

      await adapter.release();
      await until(() => calls.every(({state}) => state === 'fulfilled'));
    });

    it('times out while it waits in the queue', async () => {
      const clock = fakeClock();
      const {api} = openClient({name: freshName()});
      const waiting = watch(api.mute({timeout: 1000}));

      await clock.tickAsync(1000);

      expect(waiting.error).to.include({errorCode: 'Timeout'});
    });

    it('makes room for another call when it times out', async () => {
      const {api, adapter} = await connect(place);
      const clock = fakeClock();
      await adapter.reply('getCav', {silent: true});
      const calls = Array.from({length: 300}, () => watch(api.getCav({interactionId: CALL_ID}, {timeout: 1000})));
      await clock.tickAsync(1000);
      for (const {error} of calls) expect(error).to.include({errorCode: 'Timeout'});

      await works({api, adapter});
    });
  });

  describe('an aborted call', () => {
    it('rejects with Aborted and is never sent, if the signal was aborted before', async () => {
      const {api, adapter} = await connect(place);
      const reason = new Error('no need');

      const error = (await rejection(api.mute({signal: AbortSignal.abort(reason)}))) as InteractionApiError;

      expect(error).to.be.instanceOf(InteractionApiError);
      expect(error).to.include({errorCode: 'Aborted', method: 'mute', cause: reason});
      await drained({api, adapter});
      expect(adapter.requests('mute')).to.have.lengthOf(0);
    });

    it('rejects with Aborted and is never sent, if it waits for an adapter', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const {api} = openClient({name, adapterOrigin: adapter.origin});
      const given = new AbortController();
      const mute = watch(api.mute({signal: given.signal}));
      await turn();

      given.abort();
      await turn();
      expect(mute.error).to.include({errorCode: 'Aborted'});
      await startAdapter(adapter, place, name, {announces: true, answers: false});
      await drained({api, adapter});

      expect(adapter.requests('mute')).to.have.lengthOf(0);
    });

    it('rejects with Aborted and is never sent, if it waits in the queue', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {hold: true});
      const before = Array.from({length: 200}, () => watch(api.getCav({interactionId: CALL_ID})));
      const given = new AbortController();
      const mute = watch(api.mute({signal: given.signal}));
      await adapter.receivesRequest('getCav', 2);

      given.abort();
      await turn();
      expect(mute.error).to.include({errorCode: 'Aborted'});
      await adapter.reply('getCav', {echo: true});
      await adapter.release();
      await until(() => before.every(({state}) => state === 'fulfilled'));
      await drained({api, adapter});

      expect(adapter.requests('mute')).to.have.lengthOf(0);
    });

    it('rejects with Aborted if it was sent, ignores its reply, and makes room for another call', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {hold: true});
      const given = new AbortController();
      const calls = Array.from({length: 200}, () =>
        watch(api.getCav({interactionId: CALL_ID}, {signal: given.signal})),
      );
      await adapter.receivesRequest('getCav', 2);

      given.abort();
      await until(() => calls.every(({state}) => state === 'rejected'));
      for (const {error} of calls) expect(error).to.include({errorCode: 'Aborted', method: 'getCav'});
      await adapter.release();

      await works({api, adapter});
      expect(calls.every(({state}) => state === 'rejected')).to.equal(true);
    });

    it('leaves no listener on the signal and no timer when it has settled', async () => {
      const {api, adapter} = await connect(place);
      await adapter.reply('getCav', {echo: true}, {error: 'no'}, {silent: true});
      const clock = fakeClock();
      const {signal} = new AbortController();
      const listening = trackListeners(signal);

      await api.getCav({interactionId: 'answered'}, {signal});
      await rejection(api.getCav({interactionId: 'refused'}, {signal}));
      const late = watch(api.getCav({interactionId: 'late'}, {signal, timeout: 10}));
      await clock.tickAsync(10);
      await turn();

      expect(late.state).to.equal('rejected');
      expect(listening(), 'listeners on the signal').to.equal(0);
      expect(timersOf(clock), 'timers').to.equal(0);
    });
  });
}

/** Returns a function that counts the `abort` listeners of a signal. */
function trackListeners(signal: AbortSignal): () => number {
  const listening = new Set<unknown>();
  const add = signal.addEventListener.bind(signal) as EventTarget['addEventListener'];
  const remove = signal.removeEventListener.bind(signal) as EventTarget['removeEventListener'];
  signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions): void => {
    listening.add(listener);
    options?.signal?.addEventListener('abort', () => listening.delete(listener));
    add(type, listener, options);
  };
  signal.removeEventListener = (type: string, listener: EventListener): void => {
    listening.delete(listener);
    remove(type, listener);
  };
  return () => listening.size;
}

function describeUnreachable(place: Place): void {
  describe('the connection without an adapter', () => {
    it('is unreachable after 15 s: waiting and later calls reject with NotConnected', async () => {
      const clock = fakeClock();
      const {api} = openClient({name: freshName()});
      const waiting = watch(api.getCav({interactionId: CALL_ID}));

      await clock.tickAsync(14_000);
      expect(api.connection.status).to.equal('connecting');
      expect(waiting.state).to.equal('pending');
      await clock.tickAsync(2000);

      expect(api.connection).to.include({status: 'unreachable', reason: 'no-answer'});
      expect(waiting.error).to.be.instanceOf(InteractionApiError);
      expect(waiting.error).to.include({errorCode: 'NotConnected', method: 'getCav'});
      expect(await rejection(api.mute())).to.include({errorCode: 'NotConnected', method: 'mute'});
    });

    it('reports unreachable only once', async () => {
      const clock = fakeClock();
      const {connections} = openClient({name: freshName()});

      await clock.tickAsync(10 * 60_000);

      expect(connections.filter(({status}) => status === 'unreachable')).to.have.lengthOf(1);
    });

    it('connects to an adapter that sends connect late', async () => {
      const clock = fakeClock();
      const name = freshName();
      const adapter = await place.settle();
      const client = openClient({name, adapterOrigin: adapter.origin});
      await clock.tickAsync(60_000);
      expect(client.api.connection.status).to.equal('unreachable');

      await startAdapter(adapter, place, name, {announces: true, answers: false});

      await client.reaches('connected');
      await works({...client, adapter});
    });

    if (place.receivesQuestions) {
      it('repeats asking_connect, and connects to an adapter that starts late', async () => {
        const clock = fakeClock();
        const name = freshName();
        const adapter = await place.settle();
        const client = openClient({name, adapterOrigin: adapter.origin});
        await clock.tickAsync(60_000);

        await startAdapter(adapter, place, name);
        await clock.tickAsync(5000);

        await client.reaches('connected');
        await works({...client, adapter});
      });

      it('sends asking_connect no more often than the SDK does', async () => {
        const clock = fakeClock();
        const name = freshName();
        const adapter = await place.settle();
        await startAdapter(adapter, place, name, {answers: false});
        openClient({name, adapterOrigin: adapter.origin});

        await clock.tickAsync(120_000);
        // Three times quickly, then every 5 s like the SDK.
        const asked = 24 + 3;
        await adapter.receives('asked', asked);
        await turn();
        await adapter.sync();

        expect(adapter.all('asked').length).to.equal(asked);
      });
    }

    if (place.inFrame) {
      it('is lost when the frame of the adapter is removed', async () => {
        const {adapter, reaches, api} = await connect(place);
        await adapter.reply('getCav', {silent: true});
        const waiting = watch(api.getCav({interactionId: CALL_ID}));

        adapter.remove();

        expect(await reaches('lost')).to.include({reason: 'adapter-gone'});
        await until(() => waiting.state === 'rejected');
        expect(waiting.error).to.include({errorCode: 'ConnectionLost'});
      });
    }
  });
}

function describeChannels(place: Place): void {
  describe('messages for others', () => {
    it('come from adapters of other channels, which the client never answers', async () => {
      const name = freshName();
      const [other, otherName] = [await place.settle(), await place.settle()];
      const client = openClient({name, adapterOrigin: other.origin});

      await other.start({...place.defaults, channel: `crm_api_plugin_${name}`, announces: true});
      await otherName.start({...place.defaults, channel: channelOf(`${name}2`), announces: true});
      const adapter = await place.settle();
      await startAdapter(adapter, place, name, {announces: true, answers: false});
      await client.reaches('connected');
      await works({...client, adapter});

      for (const stranger of [other, otherName]) {
        await stranger.sync();
        expect(stranger.received.filter(({kind}) => kind === 'connected' || kind === 'request')).to.deep.equal([]);
      }
    });

    it('are kept apart by the name of the API, also in the same window at the same time', async () => {
      const [one, two] = [await connect(place), await connect(place)];
      await one.adapter.reply('getCav', {response: 'one'});
      await two.adapter.reply('getCav', {response: 'two'});

      const values: unknown[] = await Promise.all([one, two].map(({api}) => api.getCav({interactionId: CALL_ID})));

      expect(values).to.deep.equal(['one', 'two']);
    });

    it("are ignored on the client's port if they have another channel or the client's own sender", async () => {
      const {api, adapter, events, connections} = await connect(place);
      const {sender} = adapter.all('connected').at(-1)!;
      await adapter.reply('getCav', {silent: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      const {id} = await adapter.firstRequest('getCav');
      const before = connections.length;

      for (const wrong of [{iframeName: 'crm_api_plugin_'}, {sender}]) {
        await adapter.say({id, response: 'wrong'}, wrong);
        await adapter.say(
          {event: {objectId: 'interactionApi', name: 'interactionEvent', data: {reason: 'callEnded', payload: 1}}},
          wrong,
        );
        await adapter.say('disconnect', wrong);
        await adapter.say({communicationError: 'wrong'}, wrong);
      }
      await works({api, adapter});

      expect(cav.state).to.equal('pending');
      expect(events).to.deep.equal([]);
      expect(connections).to.have.lengthOf(before);
    });

    it('are ignored if they are events with another objectId or another name', async () => {
      const {api, adapter, events} = await connect(place);
      const data = {reason: 'callEnded', payload: EVENT_SAMPLES.callEnded};

      await adapter.say({event: {objectId: 'crmApi', name: 'interactionEvent', data}});
      await adapter.say({event: {objectId: 'interactionApi', name: 'somethingElse', data}});
      await adapter.say({event: {objectId: 'interactionApi', name: 'interactionEvent'}});
      await works({api, adapter});

      expect(events).to.deep.equal([]);
    });
  });

  describe('host ids', () => {
    it('of the adapter are sent back in every request', async () => {
      const {api, adapter} = await connect(place, {options: {hostId: 'host7'}});
      await adapter.reply('*', {response: null});
      // The adapter has sent its host id on this port before its first reply.
      await api.mute();

      await api.unMute();
      await api.getCav({interactionId: CALL_ID});
      await adapter.sync();

      expect(adapter.requests('unmute')[0]).to.have.property('hostId', 'host7');
      expect(adapter.requests('getCav')[0]).to.have.property('hostId', 'host7');
    });

    it('are left out of requests if the adapter has none', async () => {
      const line = await connect(place);
      await drained(line);
      expect(line.adapter.requests('isMasterPage')[0]).to.not.have.property('hostId');
    });

    it('of messages must be that of the adapter or be missing: other messages are ignored', async () => {
      const {api, adapter, events} = await connect(place, {options: {hostId: 'host7'}});
      await works({api, adapter});
      await adapter.reply('getCav', {silent: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      const {id} = await adapter.firstRequest('getCav');
      const event = (reason: string): object => ({
        event: {objectId: 'interactionApi', name: 'interactionEvent', data: {reason, payload: {}}},
      });

      await adapter.say({id, response: 'foreign', hostId: 'host8'});
      await adapter.say({communicationError: 'foreign', hostId: 'host8'});
      await adapter.say({...event('callEnded'), hostId: 'host8'});
      await adapter.say({...event('callStarted'), hostId: 'host7'});
      await adapter.say(event('callAccepted'));
      await adapter.say({id, response: 'mine', hostId: 'host7'});
      await until(() => cav.state !== 'pending');

      expect(cav.value).to.equal('mine');
      expect(events.map(({name}) => name)).to.deep.equal(['callStarted', 'callAccepted']);
    });

    it('of an old adapter are not sent to a new one', async () => {
      const line = await connect(place, {options: {hostId: 'host7'}});
      const {api, adapter} = line;
      await works(line);

      await restart(line);
      await adapter.reply('mute', {response: null});
      await api.mute();
      await adapter.sync();

      expect(adapter.requests('mute')[0]).to.not.have.property('hostId');
    });
  });
}

function describeMethodsWithoutReply(place: Place): void {
  describe('methods without a reply', () => {
    for (const {method, params} of NOTICES) {
      it(`${method} sends one event with its data`, async () => {
        const line = await connect(place);

        sendNotice(line.api, {method, params});
        await drained(line);

        expect(line.adapter.all('event').map(({event}) => event)).to.deep.equal([
          {objectId: 'interactionApi', name: method, data: params},
        ]);
      });
    }

    it('click2dial without an adapter throws NotConnected, and is not sent later', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const client = openClient({name, adapterOrigin: adapter.origin});

      expect(() => sendNotice(client.api, NOTICES[0]!))
        .to.throw(InteractionApiError)
        .that.includes({errorCode: 'NotConnected', method: 'click2dial'});

      await startAdapter(adapter, place, name, {announces: true, answers: false});
      await client.reaches('connected');
      await drained({...client, adapter});
      expect(adapter.all('event')).to.deep.equal([]);
    });

    it('click2dial after the loss of the adapter throws NotConnected, and is not sent later', async () => {
      const line = await connect(place);
      const {api, adapter} = line;
      await adapter.mute();
      await adapter.disconnect();
      await line.reaches('lost');

      expect(() => sendNotice(api, NOTICES[0]!))
        .to.throw(InteractionApiError)
        .with.property('errorCode', 'NotConnected');

      await restart(line);
      await drained(line);
      expect(adapter.all('event')).to.deep.equal([]);
    });

    it('click2dial to an unreachable adapter throws NotConnected', async () => {
      const clock = fakeClock();
      const {api} = openClient({name: freshName()});
      await clock.tickAsync(16_000);

      expect(() => sendNotice(api, NOTICES[0]!))
        .to.throw(InteractionApiError)
        .with.property('errorCode', 'NotConnected');
    });

    it('objectVisited waits for the adapter', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const client = openClient({name, adapterOrigin: adapter.origin});
      sendNotice(client.api, NOTICES[1]!);

      await startAdapter(adapter, place, name, {announces: true, answers: false});
      await client.reaches('connected');
      await drained({...client, adapter});

      expect(adapter.all('event').map(({event}) => event)).to.deep.equal([
        {objectId: 'interactionApi', name: 'objectVisited', data: NOTICES[1]!.params},
      ]);
    });

    it('objectVisited with data that cannot be cloned does not prevent the connection', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const client = openClient({name, adapterOrigin: adapter.origin});
      try {
        sendNotice(client.api, {method: 'objectVisited', params: {crmObject: {id: '1', open: () => undefined}}});
      } catch {
        // The API may also throw at once.
      }

      await startAdapter(adapter, place, name, {announces: true, answers: false});
      await client.reaches('connected');

      await works({...client, adapter});
    });
  });
}

function describeWsSubscriptions(place: Place): void {
  describe('updateWebSocketSubscriptions', () => {
    const nothing = (): void => undefined;
    const sorted = (args: unknown): string[] => [...(args as string[])].sort();

    it('is sent when the ids change, with all ids as strings', async () => {
      const line = await connect(place);
      const {api, adapter} = line;

      api.subscribeWsEvent('4', nothing);
      api.subscribeWsEvent({5: nothing, 29: nothing});
      api.subscribeWsEvent(15, nothing);
      api.unsubscribeWsEvent('5', nothing);
      await drained(line);

      const sent = adapter.requests('updateWebSocketSubscriptions').map(({request}) => sorted(request.args));
      expect(sent.at(-1)).to.deep.equal(['15', '29', '4']);
      expect(adapter.requests('updateWebSocketSubscriptions')[0]?.request).to.include({
        objectId: 'interactionApi',
        verb: 'post',
      });
    });

    it('is sent with an empty array when the last callback has unsubscribed', async () => {
      const line = await connect(place);
      line.api.subscribeWsEvent('4', nothing);
      line.api.unsubscribeWsEvent('4', nothing);
      await drained(line);

      expect(line.adapter.requests('updateWebSocketSubscriptions').at(-1)?.request.args).to.deep.equal([]);
    });

    it('contains an id as long as it has a callback', async () => {
      const line = await connect(place);
      const other = (): void => undefined;
      line.api.subscribeWsEvent('4', nothing);
      line.api.subscribeWsEvent('4', other);
      line.api.unsubscribeWsEvent('4', other);
      await drained(line);

      expect(line.adapter.requests('updateWebSocketSubscriptions').at(-1)?.request.args).to.deep.equal(['4']);
    });

    it('is sent after the connection and after every reconnection', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const client = openClient({name, adapterOrigin: adapter.origin});
      client.api.subscribeWsEvent({4: nothing, 5: nothing});

      for (let times = 1; times <= 3; times++) {
        await restart({adapter, name});
        const requests = await adapter.receivesRequest('updateWebSocketSubscriptions', times);
        expect(sorted(requests.at(-1)?.request.args)).to.deep.equal(['4', '5']);
      }
    });

    it('has no effect on other calls if the adapter refuses it or never replies', async () => {
      const line = await connect(place);
      const {api, adapter} = line;
      await adapter.reply('updateWebSocketSubscriptions', {error: 'Not Implemented'}, {silent: true});
      for (let times = 0; times < 100; times++) {
        api.subscribeWsEvent('4', nothing);
        api.unsubscribeWsEvent('4', nothing);
      }

      await works(line);
    });
  });
}
