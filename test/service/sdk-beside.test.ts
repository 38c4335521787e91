/**
 * Tests a service together with an SDK in the same window and on the same channel. Both need the adapter, but the
 * adapter sends only one port to a window.
 */
import {expect} from '@open-wc/testing';
import type {InteractionService} from '../../src/service/index.js';
import type {AdapterHandle} from '../support/adapter-handle.js';
import {channelOf, freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow, type Place, sameOriginFrame} from '../support/places.js';
import {CALL_ID, EVENT_SAMPLES} from '../support/samples.js';
import {openRealm} from '../support/scope.js';
import {openService} from '../support/service.js';
import {fakeClock, turn, until} from '../support/time.js';
import {WireSdk} from '../support/wire-sdk.js';

const page = window as {Five9?: unknown};

interface Beside {
  service: InteractionService;
  adapter: AdapterHandle;
  name: string;
  /** Names of the events at the service's target, and of the events that the page's code receives from the SDK. */
  received: string[];
  /** Loads the SDK's script, and uses the SDK as page code does. */
  load(): WireSdk;
}

async function open(place: Place): Promise<Beside> {
  const adapter = await place.settle();
  const name = freshName();
  const target = new EventTarget();
  const service = openService({name, adapterOrigin: adapter.origin}, target);
  const received: string[] = [];
  for (const type of ['five9-call-started', 'five9-call-ended'])
    target.addEventListener(type, () => received.push(type));
  for (const method of ['isMasterPage', 'getCav', 'getDispositions', 'updateWebSocketSubscriptions']) {
    await adapter.reply(method, {response: method});
  }
  return {
    service,
    adapter,
    name,
    received,
    load() {
      const sdk = new WireSdk(window, channelOf(name));
      sdk.api['subscribe']!({
        callStarted: () => received.push('callStarted'),
        callEnded: () => received.push('callEnded'),
      });
      page.Five9 = {CrmSdk: {interactionApi: () => sdk.api}};
      atEnd(() => {
        delete page.Five9;
        sdk.close();
      });
      return sdk;
    },
  };
}

/** Returns whether the service uses an SDK. */
const usesSdk = (service: InteractionService): boolean => service.capabilities !== undefined;

async function bothWork({service, adapter, received}: Beside, sdk: WireSdk): Promise<void> {
  const params = {interactionId: CALL_ID};
  expect(await sdk.api['getCav']!(params), 'the page’s own code').to.equal('getCav');
  expect(await service.api.getCav(params), 'ours').to.equal('getCav');
  received.length = 0;
  await adapter.interactionEvent('callStarted', EVENT_SAMPLES.callStarted);
  await until(() => received.length > 1);
  await adapter.interactionEvent('callEnded', EVENT_SAMPLES.callEnded);
  await until(() => received.length > 3);
  expect(received.sort()).to.deep.equal(['callEnded', 'callStarted', 'five9-call-ended', 'five9-call-started']);
  expect(adapter.all('disconnect'), 'no client has disconnected').to.deep.equal([]);
}

for (const place of [inWindow, sameOriginFrame]) {
  describe(`together with an SDK of the page, with ${place.name}`, () => {
    it('that loads while we are connected: the SDK gets our port and is used', async () => {
      const at = await open(place);
      const {service, adapter, name} = at;
      service.listen({serviceChanged: () => undefined});
      await adapter.start({channel: channelOf(name), announces: true});
      await until(() => service.connected);

      const sdk = at.load();

      await until(() => usesSdk(service));
      expect(sdk.connected).to.equal(true);
      await bothWork(at, sdk);
    });

    it('that loads while we also search for an adapter', async () => {
      const at = await open(place);
      const {service, adapter, name} = at;
      service.listen({serviceChanged: () => undefined});
      const sdk = at.load();
      await until(() => usesSdk(service));

      await adapter.start({channel: channelOf(name), announces: true});
      await until(() => service.connected && sdk.connected);

      await bothWork(at, sdk);
    });

    it('that loaded first: only the SDK connects', async () => {
      const at = await open(place);
      const {service, adapter, name} = at;
      await adapter.start({channel: channelOf(name), announces: true});
      // Wait until `connect` has arrived, so that the SDK, which loads later, misses it.
      await turn();
      const sdk = at.load();
      service.listen({serviceChanged: () => undefined});
      await until(() => service.connected);

      expect(usesSdk(service)).to.equal(true);
      await adapter.receives('connected');
      expect(adapter.all('connected').map(({sender}) => sender)).to.deep.equal([sdk.sender]);
      await bothWork(at, sdk);
    });

    it('with which we share a port, because the settings require our own transport', async () => {
      const at = await open(place);
      const {service, adapter, name} = at;
      service.configure({name, adapterOrigin: adapter.origin, transport: 'adapter'});
      service.listen({serviceChanged: () => undefined});
      await adapter.start({channel: channelOf(name), answers: false});
      const sdk = at.load();
      await until(() => adapter.all('asked').some(({sender}) => sender !== sdk.sender));

      await adapter.announce();
      await until(() => service.connected && sdk.connected);

      expect(usesSdk(service)).to.equal(false);
      await bothWork(at, sdk);
    });

    it('that keeps the shared port after our pending requests are answered', async () => {
      const clock = fakeClock();
      const at = await open(place);
      const {service, adapter, name} = at;
      service.listen({serviceChanged: () => undefined});
      await clock.tickAsync(1);
      await adapter.start({channel: channelOf(name), announces: true, answers: false});
      await until(() => service.connected);
      await adapter.reply('getCrm', {hold: true});
      const slow = service.api.getCrm({interactionId: CALL_ID}, {timeout: 0});
      await adapter.receivesRequest('getCrm');

      const sdk = at.load();
      await clock.tickAsync(500);
      await until(() => sdk.subscriptions > 1);
      await clock.tickAsync(300);
      await until(() => usesSdk(service));
      await clock.tickAsync(50_000);
      await adapter.release();

      expect(await slow).to.deep.equal({interactionId: CALL_ID});
      await clock.tickAsync(20_000);
      await adapter.sync();
      clock.restore();
      await bothWork(at, sdk);
      expect(sdk.taken).to.equal(1);
    });
  });
}

describe('together with an SDK in a hidden frame', () => {
  it('that is given to the service: it has a port of its own, and we close ours', async () => {
    const clock = fakeClock();
    const at = await open(inWindow);
    const {service, adapter, name, received} = at;
    service.listen({serviceChanged: () => undefined});
    await clock.tickAsync(1);
    await adapter.start({channel: channelOf(name)});
    await clock.tickAsync(1000);
    await until(() => service.connected);
    const realm = await openRealm();
    await realm.load('/test/support/sdk-page.ts');
    const {WireSdk: Sdk} = realm.window as unknown as {WireSdk: typeof WireSdk};
    const sdk = new Sdk(realm.window, channelOf(name));
    atEnd(() => sdk.close());
    await until(() => sdk.connected);

    service.configure({name, sdk: sdk.api});
    await until(() => usesSdk(service));
    await clock.tickAsync(60_000);
    await adapter.receives('disconnect');

    expect(adapter.all('disconnect').map(({sender}) => sender)).to.not.include(sdk.sender);
    await adapter.interactionEvent('callStarted', EVENT_SAMPLES.callStarted);
    await clock.tickAsync(1);
    await until(() => received.length);
    expect(received).to.deep.equal(['five9-call-started']);
  });
});
