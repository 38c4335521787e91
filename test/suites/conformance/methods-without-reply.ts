import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {connect, freshName, openClient, restart, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {fakeClock} from '../../support/time.js';
import {sendNotice} from '../api.js';
import {NOTICES} from '../methods.js';
import {works, drained} from './wire-line.js';

export function describeMethodsWithoutReply(place: Place): void {
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
        // Ignore the error, because the API is allowed to throw immediately.
      }

      await startAdapter(adapter, place, name, {announces: true, answers: false});
      await client.reaches('connected');

      await works({...client, adapter});
    });
  });
}
