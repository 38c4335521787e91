import {expect} from '@open-wc/testing';
import {connect, freshName, openClient, restart} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {works, drained} from './wire-line.js';

export function describeWsSubscriptions(place: Place): void {
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
