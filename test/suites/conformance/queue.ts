import {expect} from '@open-wc/testing';
import {connect, type Line, restart} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CALL_ID} from '../../support/samples.js';
import {until, watch} from '../../support/time.js';
import {sendNotice} from '../api.js';
import {NOTICES} from '../methods.js';
import {works} from './wire-line.js';

/**
 * Largest number of API calls that the client may send before it gets answers. It is the limit of the SDK, which drops
 * messages if fifty messages wait.
 */
const MOST_IN_FLIGHT = 50;

const VISITED = NOTICES.find(({method}) => method === 'objectVisited')!;

/**
 * Returns the number of `getCav` requests that the client has sent. First sends an event and waits for it, because an
 * event does not wait in the queue, so all sent requests arrive before the event.
 */
async function inFlight({api, adapter}: Line): Promise<number> {
  sendNotice(api, VISITED);
  await adapter.receives('event');
  return adapter.requests('getCav').length;
}

export function describeQueue(place: Place): void {
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
