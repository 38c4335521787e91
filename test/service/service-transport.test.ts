import {expect} from '@open-wc/testing';
import {InteractionService, type ServiceSettings} from '../../src/service/interaction-service.js';
import type {AdapterHandle} from '../support/adapter-handle.js';
import {freshName, startAdapter} from '../support/client.js';
import {reported} from '../suites/api.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {CALL_ID, callData, EVENT_SAMPLES} from '../support/samples.js';
import {openRealm} from '../support/scope.js';
import {SdkDouble} from '../support/sdk-double.js';
import {openAdapter} from '../support/service.js';
import {fakeClock, rejection, turn, until, watch} from '../support/time.js';

interface Page {
  Five9?: {CrmSdk?: {interactionApi?: unknown}} | undefined;
}
const page = window as Page;

/** Installs an SDK as `window.Five9.CrmSdk`, like the official SDK. */
function install(sdk: SdkDouble): void {
  page.Five9 = {CrmSdk: {interactionApi: () => sdk.api}};
}

interface Setting {
  service: InteractionService;
  target: EventTarget;
  received: string[];
  name: string;
}

function start(settings: ServiceSettings = {}): Setting {
  const target = new EventTarget();
  const name = freshName();
  const service = new InteractionService(target);
  service.configure({name, ...settings});
  atEnd(() => service.close());
  const received: string[] = [];
  for (const type of ['five9-call-started', 'five9-call-ended'])
    target.addEventListener(type, () => received.push(type));
  expect(service.api.connection.status).to.not.equal('connected');
  return {service, target, received, name};
}

async function withAdapter(settings?: ServiceSettings): Promise<Setting & {adapter: AdapterHandle}> {
  const adapter = await inWindow.settle();
  const setting = start(settings);
  await startAdapter(adapter, inWindow, setting.name);
  await until(() => setting.service.connected);
  // Wait until the adapter knows the service, because it sends events only to connected clients.
  await adapter.receives('connected');
  return {...setting, adapter};
}

describe('the transport of a service', () => {
  afterEach(() => {
    delete page.Five9;
  });

  it('is an SDK that is on the page, and the service does not search for an adapter', async () => {
    const sdk = new SdkDouble('1.0.10');
    install(sdk);
    const adapter = await inWindow.settle();
    const {service, received, name} = start();
    await startAdapter(adapter, inWindow, name);
    const early = service.api.getDispositions({interactionType: 'Call', interactionId: CALL_ID});
    await until(() => service.connected);

    await sdk.emit('callStarted', EVENT_SAMPLES.callStarted);

    expect(received).to.deep.equal(['five9-call-started']);
    expect(service.current?.id).to.equal(CALL_ID);
    await early;
    expect(sdk.all('getDispositions')).to.have.lengthOf(1);
    await adapter.sync();
    expect(adapter.received).to.deep.equal([]);
    expect(service.supports('executeRestApi')).to.equal(true);
    expect(service.supports('mute')).to.equal(false);
  });

  it('is an SDK whose adapter answers late: a dial waits for its call', async () => {
    const sdk = new SdkDouble();
    install(sdk);
    const clock = fakeClock();
    const {service} = start();
    await until(() => service.connected);
    const call = watch(service.dial('9250000111'));
    sdk.connected = false;

    clock.tick(8100);

    expect(service.connection).to.deep.equal({status: 'lost', reason: 'no-answer'});
    await turn();
    expect(call.state).to.equal('pending');
    sdk.connect();
    const started = callData({interactionId: CALL_ID, callType: 'MANUAL', dnis: '9250000111'});
    await sdk.emit('callStarted', {callData: started});
    await until(() => call.state === 'fulfilled');
    expect(call.value).to.have.property('id', CALL_ID);
  });

  it('changes to an SDK that loads later: the state stays, no event comes twice, pending requests are answered', async () => {
    const {service, received, adapter} = await withAdapter();
    await adapter.interactionEvent('callStarted', EVENT_SAMPLES.callStarted);
    await until(() => received.length === 1);
    await adapter.reply('getCav', {hold: true});
    const underWay = service.api.getCav({interactionId: CALL_ID});
    await adapter.receivesRequest('getCav');
    const sdk = new SdkDouble();
    sdk.connected = false;
    const states: string[] = [];
    service.listen({serviceChanged: () => states.push(service.connection.status)});

    install(sdk);
    await until(() => sdk.all('subscribe').length);
    // Send the event twice, because the SDK and our transport are both connected to the adapter now, and both report
    // its events.
    await adapter.interactionEvent('callEnded', EVENT_SAMPLES.callEnded);
    await until(() => received.length === 2);
    await sdk.emit('callEnded', EVENT_SAMPLES.callEnded);
    await until(() => !service.supports('x'), 'the SDK is in use');
    await adapter.interactionEvent('callStarted', EVENT_SAMPLES.callStarted);
    await adapter.release();

    expect(await underWay).to.deep.equal({interactionId: CALL_ID});
    expect(received).to.deep.equal(['five9-call-started', 'five9-call-ended']);
    expect(service.current).to.include({id: CALL_ID, state: 'ended'});
    expect(service.connected).to.equal(true);
    expect(states).to.not.include('connecting');
    expect(page.Five9?.CrmSdk?.interactionApi).to.be.a('function');
  });

  it('keeps subscriptions and WebSocket ids when it changes', async () => {
    const {service} = await withAdapter();
    const received: unknown[] = [];
    service.api.subscribe('callStarted', (params) => received.push(params));
    service.api.subscribeWsEvent('4', (payload) => received.push(payload));
    const sdk = new SdkDouble();
    install(sdk);
    await until(() => !service.supports('x'));

    await sdk.emit('callStarted', EVENT_SAMPLES.callStarted);
    await sdk.emitWs('4', 'payload', {});

    expect(received).to.deep.equal([EVENT_SAMPLES.callStarted, 'payload']);
  });

  it('stays the SDK in use if the page deletes window.Five9', async () => {
    const sdk = new SdkDouble();
    install(sdk);
    const {service} = start();
    await until(() => service.connected);
    delete page.Five9;
    await turn();
    await service.api.isMasterPage();
    expect(service.supports('x')).to.equal(false);
  });

  it('is the adapter if the settings require that, also with an SDK', async () => {
    const sdk = new SdkDouble();
    install(sdk);
    const {service} = await withAdapter({transport: 'adapter'});
    await turn();
    expect(service.connected).to.equal(true);
    expect(sdk.received).to.deep.equal([]);
  });

  it('is the adapter if the settings require that, and the code for SDKs is not loaded', async () => {
    const name = freshName();
    const adapter = await openAdapter(name);
    const {window: other, document, loadSeparately} = await openRealm();
    (other as Page).Five9 = {CrmSdk: {interactionApi: () => new SdkDouble('1.0.10').api}};
    await loadSeparately('/src/elements/provider/define.ts');
    const provider = Object.assign(document.createElement('five9-provider'), {name, transport: 'adapter'} as const);
    document.body.append(provider);
    await until(() => provider.service.api.connection.status === 'connected', 'connected');
    await adapter.receives('connected');
    const loaded = other.performance.getEntriesByType('resource').map((one) => one.name);
    expect(loaded.filter((one) => one.includes('/service/'))).to.not.be.empty;
    expect(loaded.filter((one) => one.includes('crm-sdk-transport'))).to.be.empty;
  });

  it('is an SDK or nothing if the settings require an SDK', async () => {
    const {service} = start({transport: 'crm-sdk'});
    await until(() => service.connection.status === 'unreachable');
    expect(service.connection.reason).to.equal('no-sdk');
    expect(await rejection(service.api.mute())).to.have.property('errorCode', 'NotConnected');

    install(new SdkDouble());

    await until(() => service.connected);
  });

  it('changes with the settings, in both directions', async () => {
    const {service, adapter, name} = await withAdapter();
    const sdk = new SdkDouble();
    service.configure({name, sdk: {interactionApi: () => sdk.api}});
    await until(() => !service.supports('x'));
    expect(service.connected).to.equal(true);

    service.configure({name, transport: 'adapter'});

    await until(() => service.supports('x'));
    await until(() => service.connected);
    await adapter.reply('isMasterPage', {response: true});
    expect(await service.api.isMasterPage()).to.equal(true);
  });

  it('is an SDK instance that the settings contain', async () => {
    const sdk = new SdkDouble('1.0.11');
    const {service} = start({sdk: sdk.api});
    await until(() => service.connected);
    expect(service.supports('getCrm')).to.equal(false);
  });

  it('is never our own drop-in', async () => {
    const {service} = await withAdapter();
    const dropIn = Object.assign(() => service.api, {dropIn: true});
    page.Five9 = {CrmSdk: {interactionApi: dropIn}};
    await turn();
    expect(service.connected).to.equal(true);
    expect(service.supports('x')).to.equal(true);
  });

  for (const [part, crmSdk] of Object.entries({
    'interactionApi() throws': {
      interactionApi: () => {
        throw new Error('of the SDK');
      },
    },
    'subscribe() throws': {
      interactionApi: () => ({
        ...new SdkDouble().api,
        subscribe: () => {
          throw new Error('of the SDK');
        },
      }),
    },
  })) {
    it(`is our own connection if the SDK's ${part}, which is reported once`, async () => {
      const errors = reported();
      page.Five9 = {CrmSdk: crmSdk};
      const adapter = await inWindow.settle();
      const {service, name} = start();
      await startAdapter(adapter, inWindow, name);
      await until(() => service.connected);
      expect(service.capabilities).to.equal(undefined);
      expect(errors.callCount).to.equal(1);
    });
  }

  it('reports that it is closed, also without the SDK that the settings require', async () => {
    const {service} = start({transport: 'crm-sdk'});
    const {api} = service;
    await until(() => api.connection.reason === 'no-sdk');
    api.close();
    expect(api.connection.reason).to.equal('closed');
    expect(await rejection(api.isMasterPage())).to.include({errorCode: 'NotConnected'});
  });
});
