/** Who can ask the page: the other APIs trust the same adapters as the Interaction API (test/transport/strangers.test.ts). */
import {expect} from '@open-wc/testing';
import sinon, {type SinonStub} from 'sinon';
import type {SisterApis} from '../../src/sdk.js';
import type {AdapterHandle} from '../support/adapter-handle.js';
import {freshName} from '../support/client.js';
import {addFrame, crossOriginFrame, inWindow, sameOriginFrame, takeControl} from '../support/places.js';
import {CHANNELS, connected, connectApi, openSdk} from '../support/sdk-client.js';
import {openService} from '../support/service.js';
import {turn, until} from '../support/time.js';

type AnyApi = SisterApis[keyof SisterApis];

/** An API that calls functions of the page. The API for Salesforce calls none. */
type CallingApi = Exclude<keyof SisterApis, 'sfNativeApi'>;

/** A question that each API answers with a function of the page, or an event that calls one. */
const ASKED: Readonly<Record<CallingApi, object>> = {
  crmApi: {id: '1', request: {objectId: 'crmApi', verb: 'post', attrName: 'search', args: {}}},
  hookApi: {id: '1', request: {objectId: 'hookApi', verb: 'post', attrName: 'beforeMakeCall', args: {}}},
  customComponentsApi: {
    event: {objectId: 'customComponentsApi', name: 'componentEvent', data: {callbackName: 'callback', payload: {}}},
  },
  applicationApi: {event: {objectId: 'applicationApi', name: 'loginStateChanged', data: {state: 'WORKING'}}},
  customMethodsApi: {
    id: '1',
    request: {
      objectId: 'customMethodsApi',
      verb: 'post',
      attrName: '_callCustomMethod',
      args: {methodName: 'callback'},
    },
  },
};

/** Lets a function of the page answer, or follow, an API. */
function register(api: AnyApi): SinonStub {
  const callback = sinon.stub().returns('secret');
  if ('click2dial' in api) api.registerApi({search: callback});
  else if ('registerApi' in api) api.registerApi({beforeMakeCall: callback});
  if ('registerCustomComponents' in api) api.registerCustomComponents({template: 'secret', callbacks: {callback}});
  if ('registerCustomMethods' in api) api.registerCustomMethods({callback});
  if ('subscribe' in api) api.subscribe({loginStateChanged: callback});
  return callback;
}

/** Lets an adapter offer its port and use it. Expects that the page has used no port of it. */
async function isIgnored(intruder: AdapterHandle, apiName: CallingApi): Promise<void> {
  await intruder.announce();
  await intruder.say(ASKED[apiName]);
  await intruder.sync();
  await turn();
  await intruder.sync();
  expect(intruder.received.filter(({kind}) => kind !== 'asked')).to.deep.equal([]);
}

for (const apiName of Object.keys(ASKED) as CallingApi[]) {
  describe(`${apiName} and a stranger`, () => {
    it('does not let an origin ask that is not allowed, and reports it', async () => {
      const name = freshName();
      const intruder = await crossOriginFrame.settle();
      await intruder.start({channel: CHANNELS[apiName] + name, announces: true});
      const api: AnyApi = openSdk()[apiName](name);
      const callback = register(api);
      await until(() => api.connection.reason === 'origin-refused', 'the origin is refused');
      await isIgnored(intruder, apiName);
      expect(callback.called).to.equal(false);
      expect(api.connection).to.include({origin: intruder.origin});
    });

    it('does not let it replace the adapter', async () => {
      const {api, name, adapter} = await connectApi(inWindow, apiName);
      const callback = register(api);
      const intruder = await crossOriginFrame.settle();
      await intruder.start({channel: CHANNELS[apiName] + name, announces: true});
      await isIgnored(intruder, apiName);
      expect(callback.called).to.equal(false);
      await adapter.say(ASKED[apiName]);
      await until(() => callback.called, 'the adapter still asks');
    });

    it('does not let another frame of an allowed origin ask if the frame of the adapter is known', async () => {
      const name = freshName();
      const frame = await addFrame('/test/pages/adapter.html');
      const adapter = takeControl(frame);
      const service = openService({name});
      service.useFrame({}, {window: frame.contentWindow!, origin: location.origin, loaded: true});
      const intruder = await sameOriginFrame.settle();
      await intruder.start({channel: CHANNELS[apiName] + name, announces: true});
      const api = service.sdkApi(apiName);
      const callback = register(api);
      await isIgnored(intruder, apiName);
      expect(callback.called).to.equal(false);
      await adapter.start({channel: CHANNELS[apiName] + name, announces: true});
      await connected(api, adapter);
      await isIgnored(intruder, apiName);
      await adapter.say(ASKED[apiName]);
      await until(() => callback.called, 'the adapter asks');
    });

    it('ignores window messages without a port', async () => {
      const {api, name, adapter} = await connectApi(inWindow, apiName);
      const callback = register(api);
      const channel = CHANNELS[apiName] + name;
      for (const message of [ASKED[apiName], 'disconnect']) {
        postMessage({iframeName: channel, sender: `master_${channel}-0123456789abcdef`, message}, location.origin);
      }
      await turn();
      await turn();
      await adapter.sync();
      expect(callback.called).to.equal(false);
      expect(adapter.all('answer')).to.deep.equal([]);
      expect(api.connection.status).to.equal('connected');
    });
  });
}
