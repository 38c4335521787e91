import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {connect, freshName, openClient, startAdapter} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CALL_ID} from '../../support/samples.js';
import {fakeClock, rejection, timersOf, until, watch, turn} from '../../support/time.js';
import {works, drained} from './wire-line.js';

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

export function describeSettling(place: Place): void {
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

      // Jump, because the checks of the adapter's window would make hundreds of thousands of steps.
      clock.jump(10 * 24 * 3600 * 1000);
      await turn();
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
