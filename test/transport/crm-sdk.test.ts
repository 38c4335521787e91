import {expect} from '@open-wc/testing';
import {InteractionApi, type InteractionApiError} from '../../src/interaction-api.js';
import {install} from '../../src/service/install.js';
import {CrmSdkTransport} from '../../src/transport/crm-sdk/crm-sdk-transport.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {CALL_ID, EVENT_SAMPLES} from '../support/samples.js';
import {type Generation, GENERATIONS, METHODS, SdkDouble} from '../support/sdk-double.js';
import {fakeClock, rejection, turn, until, watch} from '../support/time.js';
import {describeApi, type FarSide, type Harness, reported} from '../suites/api.js';
import {wireHarness} from '../suites/conformance/wire-harness.js';
import {DOCUMENTED_METHODS} from '../suites/methods.js';

function openOver(sdk: object): InteractionApi {
  const api = new InteractionApi(new CrmSdkTransport(sdk));
  atEnd(() => api.close());
  return api;
}

/** Returns the SDK's name of a method. */
const named = (method: string): string => (method === 'unMute' ? 'unmute' : method);

function sdkHarness(generation: Generation): Harness {
  return {
    name: `an SDK like ${generation}`,
    lacks: DOCUMENTED_METHODS.filter((method) => !METHODS[generation].includes(named(method))),
    onlyKnownEvents: true,
    async open() {
      const sdk = new SdkDouble(generation);
      const api = openOver(sdk.api);
      await until(() => api.connection.status === 'connected');
      const received = async (method: string): Promise<unknown[]> => {
        await until(() => sdk.all(named(method)).length);
        return sdk.all(named(method)).map(([params]) => params);
      };
      const far: FarSide = {
        answer: (method, ...replies) => {
          // Reduce the replies to `getMetadata`, because the SDK returns only these two fields of the application
          // context.
          const reduced = replies.map((reply) => {
            if (method !== 'getMetadata' || !('response' in reply)) return reply;
            const {agentId, tenantId} = reply.response as Record<string, unknown>;
            return {response: {agentId, tenantId}};
          });
          sdk.reply(named(method), ...reduced);
          return Promise.resolve();
        },
        asked: received,
        received: received,
        emit: (name, params) => sdk.emit(name, params),
        emitWs: (id, payload, context) => sdk.emitWs(id, payload, context),
      };
      return {api, far};
    },
  };
}

for (const generation of GENERATIONS) describeApi(sdkHarness(generation));

describeApi({
  name: 'our drop-in in place of an SDK',
  onlyKnownEvents: true,
  async open() {
    const page = window as {Five9?: {CrmSdk: {interactionApi(name: string): InteractionApi}}};
    delete page.Five9;
    install();
    const {interactionApi} = page.Five9!.CrmSdk;
    delete page.Five9;
    const {api: sdk, far} = await wireHarness(inWindow, ({name}) => interactionApi(name)).open();
    atEnd(() => sdk.close());
    const api = openOver(sdk);
    await until(() => api.connection.status === 'connected');
    return {api, far};
  },
});

describe('the transport through an SDK', () => {
  it('subscribes once, with all 17 events, however many APIs use it', async () => {
    const sdk = new SdkDouble();
    openOver(sdk.api).close();
    const apis = [openOver(sdk.api), openOver(sdk.api)];
    const received: number[] = [];
    apis.forEach((api, index) => api.subscribe('callStarted', () => received.push(index)));

    for (const [name, params] of Object.entries(EVENT_SAMPLES)) await sdk.emit(name, params);

    expect(sdk.all('subscribe')).to.have.lengthOf(1);
    expect(sdk.complaints).to.deep.equal([]);
    expect(received).to.deep.equal([0, 1]);
  });

  it('lists the methods that the SDK has', () => {
    const old = new CrmSdkTransport(new SdkDouble('0.12.0').api).capabilities;
    const newer = new CrmSdkTransport(new SdkDouble('1.0.11').api).capabilities;
    expect(['getCav', 'mute', 'unMute', 'getMetadata', 'toString'].map((one) => old.has(one))).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['getCav', 'mute', 'unMute', 'unmute', 'getCrm'].map((one) => newer.has(one))).to.deep.equal([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('reports a rejected chat as a chat, although SDK 0.12.0 reports it as an e-mail', async () => {
    const sdk = new SdkDouble('0.12.0');
    const api = openOver(sdk.api);
    const received: string[] = [];
    api.subscribe({chatRejected: () => received.push('chat'), emailRejected: () => received.push('email')});

    await sdk.emit('chatRejected', EVENT_SAMPLES.chatRejected);
    await sdk.emit('emailRejected', EVENT_SAMPLES.emailRejected);

    expect(received).to.deep.equal(['chat', 'email']);
  });

  describe('its connection', () => {
    it('is connecting until the SDK answers', async () => {
      const sdk = new SdkDouble();
      sdk.connected = false;
      const api = openOver(sdk.api);
      await turn();
      expect(api.connection.status).to.equal('connecting');

      sdk.connect();
      await until(() => api.connection.status === 'connected');
    });

    it('refuses a dial while there is no adapter, because the SDK would dial late', async () => {
      const sdk = new SdkDouble();
      sdk.connected = false;
      const api = openOver(sdk.api);

      expect(() => api.click2dial({click2DialData: {clickToDialNumber: '1'}}))
        .to.throw()
        .with.property('errorCode', 'NotConnected');
      sdk.connect();
      await until(() => api.connection.status === 'connected');

      expect(sdk.all('click2dial')).to.deep.equal([]);
    });

    it('is unreachable when the SDK gives up, and recovers', async () => {
      const clock = fakeClock();
      const sdk = new SdkDouble();
      sdk.connected = false;
      const api = openOver(sdk.api);
      const call = watch(api.getCav({interactionId: CALL_ID}));
      sdk.timeOut();
      await until(() => api.connection.status === 'unreachable');
      await until(() => call.state === 'rejected');
      expect((call.error as InteractionApiError).errorCode).to.equal('NotConnected');
      expect(await rejection(api.isMasterPage())).to.have.property('errorCode', 'NotConnected');

      clock.tick(5000);
      sdk.connect();

      await until(() => api.connection.status === 'connected');
    });

    it('is connected by any event', async () => {
      const sdk = new SdkDouble();
      sdk.connected = false;
      const api = openOver(sdk.api);
      await sdk.emit('callStarted', EVENT_SAMPLES.callStarted);
      expect(api.connection.status).to.equal('connected');
    });

    it('is checked again after five seconds, also if the answer to the first probe is lost', async () => {
      const clock = fakeClock();
      const sdk = new SdkDouble();
      sdk.reply('isMasterPage', {silent: true}, {response: true});
      const api = openOver(sdk.api);
      clock.tick(4900);
      await turn();
      expect(api.connection.status).to.equal('connecting');
      clock.tick(100);
      await until(() => api.connection.status === 'connected');
    });

    it('is not unreachable if a lost probe times out after a later probe was answered', async () => {
      const clock = fakeClock();
      const sdk = new SdkDouble();
      sdk.connected = false;
      const api = openOver(sdk.api);
      sdk.reply('isMasterPage', {response: true});
      const lost = sdk.takeWaiting();
      clock.tick(5000);
      sdk.connect();
      await until(() => api.connection.status === 'connected');
      for (const {reject} of lost) reject('Timeout');
      await turn();
      expect(api.connection.status).to.equal('connected');
    });

    it('is not lost if the page was busy and the answer has arrived in the meantime', async () => {
      const clock = fakeClock();
      const sdk = new SdkDouble();
      const api = openOver(sdk.api);
      await until(() => api.connection.status === 'connected');
      sdk.reply('isMasterPage', {hold: true});

      clock.tick(8000);
      sdk.release();
      await turn();
      clock.tick(1000);

      expect(api.connection.status).to.equal('connected');
    });

    it('is lost when the adapter no longer answers: a dial is refused then', async () => {
      const clock = fakeClock();
      const sdk = new SdkDouble();
      const api = openOver(sdk.api);
      await until(() => api.connection.status === 'connected');
      sdk.connected = false;

      clock.tick(8100);

      expect(api.connection).to.deep.equal({status: 'lost', reason: 'no-answer'});
      expect(() => api.click2dial({click2DialData: {clickToDialNumber: '1'}})).to.throw();
      sdk.connect();
      await until(() => api.connection.status === 'connected');
    });
  });

  it('sends the SDK no more than it can hold: a thousand calls are all answered', async () => {
    const sdk = new SdkDouble();
    const api = openOver(sdk.api);
    await until(() => api.connection.status === 'connected');
    sdk.reply('getCav', {hold: true});
    const calls = Array.from({length: 1000}, (_, index) => api.getCav({interactionId: String(index)}));
    const all = watch(Promise.all(calls));
    expect(sdk.all('getCav')).to.have.lengthOf(40);

    await until(() => {
      sdk.release();
      return all.state !== 'pending';
    });

    expect(all.value).to.deep.equal(Array.from({length: 1000}, (_, index) => ({interactionId: String(index)})));
  });

  it('sends a visited record when the adapter connects, with the data at the time of the visit', async () => {
    const sdk = new SdkDouble();
    sdk.connected = false;
    const api = openOver(sdk.api);
    const params = {crmObject: {id: '1'}};
    api.objectVisited(params);
    // Change the object after the API call, because a page may do this.
    params.crmObject.id = '2';
    expect(sdk.all('objectVisited')).to.deep.equal([]);
    sdk.connect();
    await until(() => sdk.all('objectVisited').length);
    expect(sdk.all('objectVisited')).to.deep.equal([[{crmObject: {id: '1'}}]]);
  });

  it('is connected, and sends the other waiting records, if the SDK throws for one of them', async () => {
    const errors = reported();
    const sdk = new SdkDouble();
    sdk.connected = false;
    const send = sdk.api['objectVisited']!;
    sdk.api['objectVisited'] = (params) => {
      if ((params as {crmObject: {id: string}}).crmObject.id === 'bad') throw new Error('of the SDK');
      return send(params);
    };
    const api = openOver(sdk.api);
    for (const id of ['bad', 'good']) api.objectVisited({crmObject: {id}});
    sdk.connect();
    await until(() => api.connection.status === 'connected');
    expect(sdk.all('objectVisited')).to.deep.equal([[{crmObject: {id: 'good'}}]]);
    expect(errors.callCount).to.equal(1);
  });

  it('leaves nothing behind after close but the subscription, which no SDK can end', async () => {
    const sdk = new SdkDouble();
    const api = openOver(sdk.api);
    api.subscribeWsEvent('4', () => undefined);
    await until(() => api.connection.status === 'connected');
    sdk.reply('getCav', {hold: true});
    const call = rejection(api.getCav({interactionId: CALL_ID}));

    api.close();

    expect(sdk.wsCount).to.equal(0);
    expect(await call).to.have.property('errorCode', 'ConnectionLost');
    const probes = sdk.all('isMasterPage').length;
    await sdk.emit('callStarted', EVENT_SAMPLES.callStarted);
    expect(sdk.all('isMasterPage')).to.have.lengthOf(probes);
  });
});
