import {expect} from '@open-wc/testing';
import {channelOf, connect, freshName, openClient, restart, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {fakeClock, until} from '../../support/time.js';
import {works, drained} from './wire-line.js';

const CONNECTED = /^connected::remote_(?<channel>.*)-[0-9a-f]{16}:(?<version>\d+\.\d+\.\d+.*)$/;

export function describeHandshake(place: Place): void {
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

        // With 'each in turn', send only different events, because an equal event on another port is a duplicate. With
        // the other values, also repeat an event, because the client must deliver it again.
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
