import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {connect, freshName, openClient, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CALL_ID} from '../../support/samples.js';
import {fakeClock, rejection, turn, until, watch} from '../../support/time.js';
import {works} from './wire-line.js';

export function describeUnreachable(place: Place): void {
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
        // Expect three quick `asking_connect`, and then one every 5 s, because the SDK sends one every 5 s.
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
