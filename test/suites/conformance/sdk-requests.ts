import {expect} from '@open-wc/testing';
import {InteractionApiError, type SisterApis} from '../../../src/sdk.js';
import {freshName} from '../../support/client.js';
import type {Place} from '../../support/places.js';
import {connectApi, connected, openSdk, startApiAdapter} from '../../support/sdk-client.js';
import {fakeClock, rejection, watch} from '../../support/time.js';

const RECORD = {id: '456', label: 'Case', name: 'Broken microwave', isWho: false, isWhat: true};
const DIAL = {clickToDialNumber: '9250000111'};
const FLOW = {type: 'flow', params: {flowDevName: 'Callers', flowArgs: [{name: 'ANI', type: 'String', value: '925'}]}};

type Options = Parameters<SisterApis['applicationApi']['getConfig']>[0];

/** The requests of the page, with the message on the wire. */
const REQUESTS: readonly {
  api: 'applicationApi' | 'customMethodsApi' | 'sfNativeApi';
  attrName: string;
  args: unknown;
  send(sdk: SisterApis, options?: Options): Promise<unknown>;
}[] = [
  {
    api: 'applicationApi',
    attrName: 'getConfig',
    args: undefined,
    send: ({applicationApi}, options) => applicationApi.getConfig(options),
  },
  {
    api: 'applicationApi',
    attrName: 'showErrorMessage',
    args: {msgText: 'The CRM is down'},
    send: ({applicationApi}, options) => applicationApi.showErrorMessage({msgText: 'The CRM is down'}, options),
  },
  {
    api: 'applicationApi',
    attrName: 'hideErrorMessage',
    args: {msgText: 'The CRM is down'},
    send: ({applicationApi}, options) => applicationApi.hideErrorMessage({msgText: 'The CRM is down'}, options),
  },
  {
    api: 'customMethodsApi',
    attrName: '_callCustomMethod',
    args: {methodName: 'getValue', argument: {a: 1}},
    send: ({customMethodsApi}, options) => customMethodsApi.callCustomMethod('getValue', {a: 1}, options),
  },
  {
    api: 'sfNativeApi',
    attrName: 'screenPop',
    args: FLOW,
    send: ({sfNativeApi}, options) => sfNativeApi.screenPop(FLOW, options),
  },
  {
    api: 'sfNativeApi',
    attrName: 'runApex',
    args: {apexClass: 'Contacts', methodName: 'find'},
    send: ({sfNativeApi}, options) => sfNativeApi.runApex({apexClass: 'Contacts', methodName: 'find'}, options),
  },
];

/** The events of the page, with the data on the wire. */
const EVENTS: readonly {name: string; data: unknown; send(api: SisterApis['crmApi']): unknown}[] = [
  {
    name: 'objectVisited',
    data: {crmObject: RECORD},
    send: (api) => api.objectVisited({crmObject: RECORD}),
  },
  {
    name: 'suggestedNumbers',
    data: {suggestedNumbers: [{...DIAL, crmObject: RECORD}]},
    send: (api) => api.suggestedNumbers({suggestedNumbers: [{...DIAL, crmObject: RECORD}]}),
  },
];
const CLICK2DIAL = {
  name: 'click2dial',
  data: {click2DialData: DIAL},
  send: (api: SisterApis['crmApi']): unknown => api.click2dial({click2DialData: DIAL}),
};

export function describeSdkRequests(place: Place): void {
  for (const {api: apiName, attrName, args, send: sendOver} of REQUESTS) {
    describe(`${apiName}: ${attrName}`, () => {
      const send = (api: unknown, options?: Options): Promise<unknown> =>
        sendOver({[apiName]: api} as unknown as SisterApis, options);

      it('sends one request with verb post and its args, and resolves with the answer', async () => {
        const {adapter, api} = await connectApi(place, apiName);
        await adapter.reply(attrName, {response: {timezone: 'America/Los_Angeles'}});
        expect(await send(api)).to.deep.equal({timezone: 'America/Los_Angeles'});
        await adapter.sync();
        const {request, id, sender} = adapter.requests()[0]!;
        expect(request).to.deep.equal({objectId: apiName, verb: 'post', attrName, args});
        expect(id).to.match(new RegExp(`^${sender}.*#\\d+$`));
      });

      it('resolves with null', async () => {
        const {adapter, api} = await connectApi(place, apiName);
        await adapter.reply(attrName, {response: null});
        expect(await send(api)).to.equal(null);
      });

      it('rejects with the error of the adapter, as an InteractionApiError', async () => {
        const {adapter, api} = await connectApi(place, apiName);
        await adapter.reply(attrName, {error: {errorCode: 'NoData', errorMessage: 'Not in the state WORKING'}});
        const error = await rejection(send(api));
        expect(error).to.be.instanceOf(InteractionApiError);
        expect(error).to.include({errorCode: 'NoData', errorMessage: 'Not in the state WORKING', method: attrName});
      });

      it('waits for the adapter', async () => {
        const name = freshName();
        const adapter = await place.settle();
        await adapter.reply(attrName, {response: 1});
        const api = openSdk({adapterOrigin: adapter.origin})[apiName](name);
        const answer = send(api);
        await startApiAdapter(adapter, place, apiName, name, {announces: true, answers: false});
        expect(await answer).to.equal(1);
      });

      it('rejects with Timeout when its time is over', async () => {
        const {adapter, api} = await connectApi(place, apiName);
        await adapter.reply(attrName, {silent: true});
        const clock = fakeClock();
        const short = watch(send(api, {timeout: 500}));
        const usual = watch(send(api));
        await adapter.receivesRequest(attrName, 2);
        await clock.tickAsync(499);
        expect(short.state).to.equal('pending');
        await clock.tickAsync(1);
        expect(short.error).to.include({errorCode: 'Timeout', method: attrName});
        await clock.tickAsync(59_499);
        expect(usual.state, 'after 59,999 ms').to.equal('pending');
        await clock.tickAsync(1);
        expect(usual.error).to.include({errorCode: 'Timeout', method: attrName});
      });

      it('rejects with Aborted when its signal is aborted, and a waiting request is not sent', async () => {
        const name = freshName();
        const adapter = await place.settle();
        const api = openSdk({adapterOrigin: adapter.origin})[apiName](name);
        const abort = new AbortController();
        const answer = rejection(send(api, {signal: abort.signal}));
        const reason = new Error('The page is closed');
        abort.abort(reason);
        expect(await answer).to.include({errorCode: 'Aborted', method: attrName, cause: reason});
        await startApiAdapter(adapter, place, apiName, name, {announces: true, answers: false});
        await connected(api, adapter);
        await adapter.sync();
        expect(adapter.requests()).to.deep.equal([]);
      });

      it('rejects with ConnectionLost when the API is closed', async () => {
        const {adapter, api} = await connectApi(place, apiName);
        await adapter.reply(attrName, {silent: true});
        const answer = rejection(send(api));
        await adapter.receivesRequest(attrName);
        api.close();
        expect(await answer).to.include({errorCode: 'ConnectionLost', method: attrName});
      });
    });
  }

  describe('crmApi: the events of the page', () => {
    for (const {name, data, send} of [...EVENTS, CLICK2DIAL]) {
      it(`${name} sends one event with its data, and returns nothing`, async () => {
        const {adapter, api} = await connectApi(place, 'crmApi');
        expect(send(api)).to.equal(undefined);
        const [received] = await adapter.receives('event');
        expect(received?.event).to.deep.equal({objectId: 'crmApi', name, data});
        await adapter.sync();
        expect(adapter.all('event')).to.have.lengthOf(1);
      });
    }

    for (const {name, data, send} of EVENTS) {
      it(`${name} waits for the adapter`, async () => {
        const channel = freshName();
        const adapter = await place.settle();
        const api = openSdk({adapterOrigin: adapter.origin}).crmApi(channel);
        send(api);
        await startApiAdapter(adapter, place, 'crmApi', channel, {announces: true, answers: false});
        const [received] = await adapter.receives('event');
        expect(received?.event).to.deep.equal({objectId: 'crmApi', name, data});
      });
    }

    it('click2dial without an adapter throws NotConnected, and is not sent later', async () => {
      const name = freshName();
      const adapter = await place.settle();
      const api = openSdk({adapterOrigin: adapter.origin}).crmApi(name);
      expect(() => CLICK2DIAL.send(api))
        .to.throw(InteractionApiError)
        .that.includes({errorCode: 'NotConnected', method: 'click2dial'});
      await startApiAdapter(adapter, place, 'crmApi', name, {announces: true, answers: false});
      await connected(api, adapter);
      await adapter.answerTo('crmApi', 'getNothing');
      expect(adapter.all('event')).to.deep.equal([]);
    });
  });
}
