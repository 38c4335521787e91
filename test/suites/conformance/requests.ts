import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {connect, freshName, openClient, restart, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CALL_ID} from '../../support/samples.js';
import {rejection, until, watch} from '../../support/time.js';
import {call} from '../api.js';
import {ANSWERED} from '../methods.js';
import {works, drained} from './wire-line.js';

export function describeRequests(place: Place): void {
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
