/**
 * Tests the APIs other than the Interaction API together with an SDK that loads later in the same window. The adapter
 * sends only one port to a window for each channel.
 */
import {expect} from '@open-wc/testing';
import {openApiAdapter} from '../support/api-adapter.js';
import {freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow, sameOriginFrame} from '../support/places.js';
import {CHANNELS, connectApi, SISTER_APIS} from '../support/sdk-client.js';
import {connectService, listen} from '../support/service.js';
import {until} from '../support/time.js';
import type {WireAnswer} from '../support/wire-adapter.js';
import {WireSdk} from '../support/wire-sdk.js';

const page = window as {Five9?: unknown};

/** Loads an SDK that connects on a channel, and answers each question of the adapter in a later task. */
function loadSdk(channel: string, ...questions: string[]): WireSdk {
  const sdk = new WireSdk(window, channel);
  for (const question of questions) {
    sdk.functions[question] = () => new Promise((resolve) => setTimeout(() => resolve(`SDK: ${question}`)));
  }
  atEnd(() => sdk.close());
  return sdk;
}

for (const place of [inWindow, sameOriginFrame]) {
  describe(`an SDK that loads while another API is connected, with ${place.name}`, () => {
    for (const api of SISTER_APIS) {
      it(`gets the port of ${api}: it answers the adapter and gets the events, because the page answers nothing here`, async () => {
        const {adapter, name} = await connectApi(place, api);

        const sdk = loadSdk(CHANNELS[api] + name, '_callCustomMethod');
        await until(() => sdk.connected, 'the SDK has a port');
        await adapter.event(api, 'news', 1);
        const answer = await adapter.answerTo(api, '_callCustomMethod', {methodName: 'x'});

        expect(answer.response).to.equal('SDK: _callCustomMethod');
        expect(sdk.events).to.deep.equal([['news', 1]]);
        expect(adapter.all('answer'), 'one answer').to.have.lengthOf(1);
      });
    }

    it('lets our own API send its requests and get its answers', async () => {
      const {api, adapter, name} = await connectApi(place, 'applicationApi');
      await adapter.reply('getConfig', {response: {lang: 'en'}});

      const sdk = loadSdk(CHANNELS.applicationApi + name);
      await until(() => sdk.connected, 'the SDK has a port');

      expect(await api.getConfig()).to.deep.equal({lang: 'en'});
    });

    it('keeps the port when our own API is closed', async () => {
      const {api, adapter, name} = await connectApi(place, 'crmApi');
      const sdk = loadSdk(CHANNELS.crmApi + name, 'search');
      await until(() => sdk.connected, 'the SDK has a port');

      api.close();

      expect((await adapter.answerTo('crmApi', 'search')).response).to.equal('SDK: search');
      expect(adapter.all('disconnect')).to.deep.equal([]);
    });

    it('gets no port if the page answers the adapter here, because each question would have two answers', async () => {
      const {api, adapter, name} = await connectApi(place, 'crmApi');
      api.registerApi({search: () => ({crmObjects: []})});

      const sdk = loadSdk(CHANNELS.crmApi + name, 'search', 'saveLog');
      await until(() => adapter.all('asked').some(({sender}) => sender === sdk.sender), 'the SDK searches');
      const answers: WireAnswer[] = [];
      for (const question of ['search', 'saveLog']) answers.push(await adapter.answerTo('crmApi', question));

      expect(sdk.connected).to.equal(false);
      expect(answers.map(({response, error}) => response ?? error)).to.deep.equal([
        {crmObjects: []},
        'Not Implemented: saveLog',
      ]);
    });
  });
}

describe('an SDK that waits for the adapter together with another API', () => {
  it('answers alone if the page answers nothing here', async () => {
    const {api, adapter, name} = await connectApi(inWindow, 'crmApi');
    await adapter.mute();
    await adapter.disconnect();
    await until(() => api.connection.status !== 'connected', 'the adapter is gone');
    const sdk = loadSdk(CHANNELS.crmApi + name, 'search');
    await until(() => adapter.all('asked').some(({sender}) => sender === sdk.sender), 'the SDK searches');

    await adapter.announce();
    // Both have the same port, and the adapter asks only clients that have answered.
    await adapter.receives('connected', 3);

    expect((await adapter.answerTo('crmApi', 'search')).response).to.equal('SDK: search');
  });
});

describe('the session of the agent, and an SDK with the Application API that loads later', () => {
  it('is reported once, and the code of the page gets its events from the SDK', async () => {
    const name = freshName();
    const application = await openApiAdapter('applicationApi', name);
    const {service, target} = await connectService({name});
    await application.adapter.receives('connected');
    const events = listen(target, 'five9-login-state');
    const made: string[] = [];
    const interactionApi = {subscribe: () => undefined, isMasterPage: () => Promise.resolve(true)};
    atEnd(() => delete page.Five9);

    // The SDK finds the adapter on the channel of the Interaction API by itself.
    page.Five9 = {CrmSdk: {interactionApi: () => interactionApi, applicationApi: () => made.push('applicationApi')}};
    const sdk = loadSdk(CHANNELS.applicationApi + name);
    await until(() => service.capabilities !== undefined && sdk.connected, 'the SDK is used');
    await application.tell('loginStateChanged', {state: 'WORKING'});
    await until(() => events.length && sdk.events.length, 'both have the event');

    expect(events.map(({detail}) => detail as unknown)).to.deep.equal([{state: 'WORKING'}]);
    expect(sdk.events).to.deep.equal([['loginStateChanged', {state: 'WORKING'}]]);
    expect(made, 'the service opens no second Application API').to.deep.equal([]);
  });
});
