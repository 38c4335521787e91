import {expect} from '@open-wc/testing';
import {channelOf, connect, freshName, openClient, restart, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CALL_ID, EVENT_SAMPLES} from '../../support/samples.js';
import {until, watch} from '../../support/time.js';
import {works, drained} from './wire-line.js';

export function describeChannels(place: Place): void {
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
      // Wait for this reply, because the adapter sends the host id before its first reply.
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
