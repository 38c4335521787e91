import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {connect, restart, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CALL_ID} from '../../support/samples.js';
import {rejection, until, watch, turn} from '../../support/time.js';
import {sendNotice} from '../api.js';
import {NOTICES} from '../methods.js';
import {works} from './wire-line.js';

export function describeLoss(place: Place): void {
  describe('an adapter that ends and returns', () => {
    it('is lost after disconnect; pending calls reject with ConnectionLost', async () => {
      const {api, adapter, reaches} = await connect(place);
      await adapter.reply('getCav', {silent: true});
      const cav = watch(api.getCav({interactionId: CALL_ID}));
      await adapter.receivesRequest('getCav');

      // Make the adapter ignore `asking_connect`, so that the connection stays lost.
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
      // Wait for the loss, because a window message of the new adapter could arrive before `disconnect` on the old
      // port.
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
