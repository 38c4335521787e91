import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {
  ApplicationApi,
  CrmApi,
  CustomComponentsApi,
  CustomMethodsApi,
  HookApi,
  SfNativeApi,
  SisterApis,
} from '../../../src/sdk.js';
import type {AdapterHandle} from '../../support/adapter-handle.js';
import {freshName} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {CHANNELS, connectApi, connected, openSdk, SISTER_APIS, startApiAdapter} from '../../support/sdk-client.js';
import {fakeClock, turn, until} from '../../support/time.js';

/** What a page does with an API, and the message of the adapter that shows it. */
interface Use {
  /** Registers `received`, which the adapter reaches with `reach`. */
  register(api: SisterApis[keyof SisterApis], received: () => unknown): void;
  reach(line: {adapter: AdapterHandle}): Promise<unknown>;
}

const USES: Readonly<Record<keyof SisterApis, Use>> = {
  crmApi: {
    register: (api: CrmApi, received) => api.registerApi({bringAppToFront: received}),
    reach: ({adapter}) => adapter.answerTo('crmApi', 'bringAppToFront'),
  },
  hookApi: {
    register: (api: HookApi, received) => api.registerApi({afterScreenPop: received as never}),
    reach: ({adapter}) => adapter.answerTo('hookApi', 'afterScreenPop'),
  },
  customComponentsApi: {
    register: (api: CustomComponentsApi, received) =>
      api.registerCustomComponents({template: '<adt-components/>', callbacks: {received}}),
    reach: ({adapter}) => adapter.event('customComponentsApi', 'componentEvent', {callbackName: 'received'}),
  },
  applicationApi: {
    register: (api: ApplicationApi, received) => api.subscribe({loginStateChanged: received}),
    reach: ({adapter}) => adapter.event('applicationApi', 'loginStateChanged', {state: 'WORKING'}),
  },
  customMethodsApi: {
    register: (api: CustomMethodsApi, received) => api.registerCustomMethods({received}),
    reach: ({adapter}) => adapter.answerTo('customMethodsApi', '_callCustomMethod', {methodName: 'received'}),
  },
  sfNativeApi: salesforceUse(),
};

/** The page requests a screen pop when the adapter is to be reached, because the adapter only answers on this channel. */
function salesforceUse(): Use {
  let request: () => Promise<unknown>;
  return {
    register: (api: SfNativeApi, received) => {
      request = () => api.screenPop({type: 'sobject'}).then(received, received);
    },
    reach: () => request(),
  };
}

export function describeSdkChannels(place: Place): void {
  for (const api of SISTER_APIS) describeChannel(place, api);
}

function describeChannel(place: Place, apiName: keyof SisterApis): void {
  const {register, reach} = USES[apiName];
  const channelOf = (name: string): string => CHANNELS[apiName] + name;

  describe(`${apiName}()`, () => {
    it('connects on its own channel when it is called, as a new endpoint', async () => {
      const {adapter, name} = await connectApi(place, apiName);
      const {text, sender} = adapter.all('connected')[0]!;
      expect(sender).to.match(new RegExp(`^remote_${channelOf(name)}-[0-9a-f]{16}$`));
      expect(text).to.match(new RegExp(`^connected::${sender}:\\d+\\.\\d+\\.\\d+`));
      if (place.receivesQuestions) expect(adapter.all('asked').at(-1)?.sender).to.equal(sender);
    });

    it('receives what the page has registered in the task of the call', async () => {
      const received = sinon.spy();
      const line = await connectApi(place, apiName, {register: (api) => register(api, received)});
      await reach(line);
      await until(() => received.callCount, 'the message');
    });

    it('answers a method that it does not know with Not Implemented and the name of the method', async () => {
      const {adapter} = await connectApi(place, apiName);
      for (const method of ['getNothing', 'toString', '__proto__']) {
        const {error} = await adapter.answerTo(apiName, method);
        expect(error).to.equal(`Not Implemented: ${method}`);
      }
    });

    it('answers a request for an objectId that it does not know with Not Implemented', async () => {
      const {adapter} = await connectApi(place, apiName);
      const {error} = await adapter.answerTo('presenceApi', 'getPresence');
      expect(error).to.equal('Not Implemented: getPresence');
    });

    it('answers a request whose method is no text', async () => {
      const {adapter} = await connectApi(place, apiName);
      await adapter.ask('odd#1', apiName, {toString: 1, valueOf: 2} as never);
      const [answer] = await adapter.receivesAnswers('odd#1');
      expect(answer?.error)
        .to.be.a('string')
        .that.matches(/^Not Implemented/);
    });

    it('ignores an event that it does not know', async () => {
      const line = await connectApi(place, apiName);
      for (const name of ['unknown', 'constructor', '__proto__']) await line.adapter.event(apiName, name, {a: 1});
      expect((await line.adapter.answerTo(apiName, 'unknown')).error).to.contain('Not Implemented');
    });

    it('uses the newest adapter, and closes the port of the adapter before', async () => {
      const received = sinon.spy();
      const {
        adapter: old,
        api,
        name,
      } = await connectApi(place, apiName, {
        register: (made) => register(made, received),
      });
      const newest = await place.settle();
      await startApiAdapter(newest, place, apiName, name, {announces: true, answers: false});
      await newest.receives('connected');
      await old.receives('disconnect');

      await old.event(apiName, 'componentEvent', {callbackName: 'received'});
      await old.event(apiName, 'loginStateChanged', {state: 'WORKING'});
      await turn();
      expect(received.callCount, 'calls of the old adapter').to.equal(0);
      await reach({adapter: newest});
      await until(() => received.callCount, 'the call of the newest adapter');
      expect(api.connection.status).to.equal('connected');
    });

    it('accepts an adapter that sends connect after the search was given up, and has kept what is registered', async () => {
      const clock = fakeClock();
      const name = freshName();
      const received = sinon.spy();
      const adapter = await place.settle();
      const api = openSdk({adapterOrigin: adapter.origin})[apiName](name);
      register(api, received);
      await clock.tickAsync(16_000);
      expect(api.connection.status).to.equal('unreachable');

      await startApiAdapter(adapter, place, apiName, name, {announces: true, answers: false});
      await connected(api, adapter);
      await reach({adapter});
      await until(() => received.callCount, 'the message');
    });

    it('connects again to an adapter that returns, with what is registered', async () => {
      const received = sinon.spy();
      const {adapter, api, name} = await connectApi(place, apiName, {register: (made) => register(made, received)});
      await adapter.mute();
      await adapter.disconnect();
      await until(() => api.connection.status === 'lost', 'the loss');

      await startApiAdapter(adapter, place, apiName, name, {announces: true, answers: false});
      await connected(api, adapter, 2);
      await reach({adapter});
      await until(() => received.callCount, 'the message');
    });

    it('sends disconnect when the user leaves the page', async () => {
      const {adapter} = await connectApi(place, apiName);
      dispatchEvent(new Event('pagehide'));
      await adapter.receives('disconnect');
    });

    it('sends disconnect when it is closed, and no answer after it', async () => {
      const {adapter, api} = await connectApi(place, apiName);
      api.close();
      await adapter.receives('disconnect');
      await adapter.ask('closed#1', apiName, 'getNothing');
      await turn();
      expect(adapter.all('answer')).to.deep.equal([]);
    });
  });

  it(`${apiName}() of several names are connected at the same time in one window`, async () => {
    const [one, two] = [await connectApi(place, apiName), await connectApi(place, apiName)];
    for (const {adapter} of [one, two]) {
      expect((await adapter.answerTo(apiName, 'getNothing')).error).to.equal('Not Implemented: getNothing');
    }
    expect(one.adapter.all('answer')).to.have.lengthOf(1);
    expect(two.adapter.all('answer')).to.have.lengthOf(1);
  });
}

/** Tests of one SDK with all APIs over one window. */
export function describeAllChannels(place: Place): void {
  it('all APIs of one SDK are connected at the same time in one window', async () => {
    const name = freshName();
    const sdk = openSdk({adapterOrigin: place.origin});
    const adapters = await Promise.all(
      SISTER_APIS.map(async (apiName) => {
        const adapter = await place.settle();
        await startApiAdapter(adapter, place, apiName, name, {announces: true});
        return {apiName, adapter};
      }),
    );
    for (const {apiName, adapter} of adapters) {
      expect(adapter.all('connected'), `${apiName} before its factory is called`).to.deep.equal([]);
      const api = sdk[apiName](name);
      await adapter.announce();
      await connected(api, adapter);
    }
    for (const {apiName, adapter} of adapters) {
      expect((await adapter.answerTo(apiName, 'getNothing')).error).to.equal('Not Implemented: getNothing');
    }
  });
}
