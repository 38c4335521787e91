import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {InteractionService} from '../../src/service/index.js';
import {type ApiAdapter, openApiAdapter} from '../support/api-adapter.js';
import {freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {allHandled, connectService, listen, openAdapter, openService, type ServiceLine} from '../support/service.js';
import {turn, until} from '../support/time.js';
import type {Reply} from '../support/wire-adapter.js';

interface SessionLine extends ServiceLine {
  application: ApiAdapter;
  /** The events of the session, as type and detail. */
  events: [string, unknown][];
  /** Sends an event of the Application API, and waits until it was received. */
  tell(name: string, data?: unknown): Promise<void>;
}

const TYPES = ['five9-login-state', 'five9-session-initialized', 'five9-adapter-error'];
const NOT_IMPLEMENTED: Reply = {error: 'Not Implemented: getConfig'};

/** Connects a service to an adapter that has the Application API. */
async function open(getConfig: Reply = NOT_IMPLEMENTED): Promise<SessionLine> {
  const name = freshName();
  const application = await openApiAdapter('applicationApi', name);
  await application.adapter.reply('getConfig', getConfig);
  const target = document.createElement('div');
  const events: [string, unknown][] = [];
  for (const type of TYPES)
    target.addEventListener(type, (event) => events.push([type, (event as CustomEvent).detail]));
  const line = await connectService({name}, target);
  await application.adapter.receivesRequest('getConfig');
  const tell = async (event: string, data?: unknown): Promise<void> => {
    await application.tell(event, data);
    // An answer comes after all earlier messages.
    await line.service
      .sdkApi('applicationApi')
      .hideErrorMessage({msgText: ''})
      .catch(() => undefined);
  };
  await application.adapter.reply('hideErrorMessage', {response: null});
  return {...line, application, events, tell};
}

/** Asks the crmApi of a page a question. */
async function askCrm({
  service,
  name,
}: Pick<ServiceLine, 'service' | 'name'>): Promise<(method: string) => Promise<void>> {
  service.sdkApi('crmApi');
  const crm = await openApiAdapter('crmApi', name);
  return async (method) => {
    await crm.ask(method);
  };
}

describe('the session of the agent', () => {
  it('is reported by events at the target of the service, with the data of the adapter', async () => {
    const {events, tell, service} = await open();
    const error = {source: 'rest-api', errorMessage: 'No.', context: {statusCode: 500}};
    await tell('sessionInitialized');
    await tell('loginStateChanged', {state: 'SELECT_STATION'});
    await tell('loginStateChanged', {state: 'WORKING'});
    await tell('error', error);
    expect(events).to.deep.equal([
      ['five9-session-initialized', null],
      ['five9-login-state', {state: 'SELECT_STATION'}],
      ['five9-login-state', {state: 'WORKING'}],
      ['five9-adapter-error', error],
    ]);
    expect(service.agentSession.loginState).to.equal('WORKING');
  });

  it('is reported by events that bubble and are composed', async () => {
    const {target, tell} = await open();
    const events = listen(target, ...TYPES);
    await tell('sessionInitialized');
    expect([events[0]!.bubbles, events[0]!.composed, events[0]!.cancelable]).to.deep.equal([true, true, false]);
  });

  it('ignores events with rubbish', async () => {
    const {events, tell, service} = await open();
    for (const data of [undefined, null, 5, [], {}, {state: {}}, {state: null}]) await tell('loginStateChanged', data);
    await tell('somethingNew', {state: 'WORKING'});
    await tell('error', null);
    expect(events).to.deep.equal([['five9-adapter-error', {}]]);
    expect(service.agentSession.loginState).to.equal(undefined);
  });

  it('is WORKING if the adapter returns its configuration, because the page may be late', async () => {
    const {events, service} = await open({response: {timezone: 'America/Los_Angeles', lang: 'en'}});
    await until(() => events.length, 'the state');
    expect(events).to.deep.equal([['five9-login-state', {state: 'WORKING'}]]);
    expect(service.agentSession.canDial).to.equal(true);
  });

  it('is unknown if the adapter refuses to return its configuration', async () => {
    const {events, service} = await open({error: {errorCode: 'Generic', errorMessage: 'Not in WORKING state'}});
    await allHandled({service, adapter: (await open()).adapter}).catch(() => undefined);
    expect(events).to.be.empty;
    expect(service.agentSession.canDial).to.equal(undefined);
  });

  it('keeps the state of an event if the configuration comes later', async () => {
    const {application, events, tell, service} = await open({hold: true});
    await tell('loginStateChanged', {state: 'ACCEPT_NOTICE'});
    await application.adapter.release();
    await turn();
    await tell('somethingNew');
    expect(events).to.deep.equal([['five9-login-state', {state: 'ACCEPT_NOTICE'}]]);
    expect(service.agentSession.loginState).to.equal('ACCEPT_NOTICE');
  });

  it('is unknown with an old adapter, which gets one search and causes no error', async () => {
    const errors = listen(window, 'error', 'unhandledrejection');
    const {service, adapter, target} = await connectService();
    const events = listen(target, ...TYPES, 'five9-error');
    await allHandled({service, adapter});
    expect(service.agentSession.loginState).to.equal(undefined);
    expect(service.agentSession.canDial).to.equal(undefined);
    expect([...errors, ...events]).to.be.empty;
  });

  it('does not search for the Application API before an adapter is connected', async () => {
    const name = freshName();
    const application = await openApiAdapter('applicationApi', name);
    await openAdapter(name, {answers: false});
    const service = openService({name});
    expect(service.api.connection.status).to.equal('connecting');
    await turn();
    await application.adapter.sync();
    expect(application.adapter.received).to.be.empty;
  });

  it('is unknown again when the adapter has disconnected, and is requested from the next adapter', async () => {
    const {application, service, tell} = await open();
    await tell('loginStateChanged', {state: 'SELECT_SKILLS'});
    expect(service.agentSession.canDial).to.equal(false);
    await application.adapter.reply('getConfig', {response: {lang: 'en'}});
    await application.adapter.disconnect();
    await until(() => service.agentSession.loginState === 'WORKING', 'the next adapter has answered');
  });

  it('is unknown after the service was closed', async () => {
    const {service, tell} = await open();
    await tell('loginStateChanged', {state: 'RELOGIN'});
    service.close();
    expect(service.agentSession.loginState).to.equal(undefined);
    expect(service.agentSession.canDial).to.equal(undefined);
  });

  describe('allows the agent to dial', () => {
    for (const state of ['SELECT_STATION', 'SELECT_SKILLS', 'ACCEPT_NOTICE', 'RELOGIN']) {
      it(`not in the state ${state}`, async () => {
        const {service, tell} = await open();
        await tell('loginStateChanged', {state});
        expect(service.agentSession.canDial).to.equal(false);
      });
    }

    it('perhaps in a state of a newer adapter', async () => {
      const {service, tell} = await open();
      await tell('loginStateChanged', {state: 'LUNCH'});
      expect(service.agentSession.canDial).to.equal(undefined);
    });

    it('as the CRM API reports it, also if no function answers', async () => {
      const line = await connectService();
      const ask = await askCrm(line);
      await ask('disableClickToDial');
      expect(line.service.agentSession.canDial).to.equal(false);
      await ask('enableClickToDial');
      expect(line.service.agentSession.canDial).to.equal(true);
    });

    it('not during a call, although the login is complete', async () => {
      const line = await open();
      const ask = await askCrm(line);
      await ask('disableClickToDial');
      await line.tell('loginStateChanged', {state: 'WORKING'});
      expect(line.service.agentSession.canDial).to.equal(false);
    });

    it('if the CRM API allows it after a state of the login, because that state may be old', async () => {
      const line = await open();
      const ask = await askCrm(line);
      await line.tell('loginStateChanged', {state: 'SELECT_STATION'});
      await ask('enableClickToDial');
      expect(line.service.agentSession.canDial).to.equal(true);
    });

    it('perhaps, after the adapter of the CRM API has disconnected', async () => {
      const line = await connectService();
      line.service.sdkApi('crmApi');
      const crm = await openApiAdapter('crmApi', line.name);
      await crm.ask('disableClickToDial');
      await crm.adapter.mute();
      await crm.adapter.disconnect();
      await until(() => line.service.agentSession.canDial === undefined, 'it is unknown');
    });
  });

  it('notifies the listeners of the service once for each change', async () => {
    const {service, tell} = await open();
    let count = 0;
    const stop = service.listen({serviceChanged: () => count++});
    atEnd(stop);
    await tell('loginStateChanged', {state: 'WORKING'});
    expect(count).to.equal(1);
  });

  describe('with an official SDK', () => {
    /** Opens a service that uses an SDK with the Application API. */
    async function openWithSdk(): Promise<{service: InteractionService; target: EventTarget; subscribed: object[]}> {
      const subscribed: object[] = [];
      const interactionApi = {subscribe: () => undefined, isMasterPage: () => Promise.resolve(true)};
      const applicationApi = {
        subscribe: (events: object) => subscribed.push(events),
        getConfig: () => Promise.reject(new Error('Not in WORKING state')),
      };
      const target = document.createElement('div');
      const sdk = {interactionApi: () => interactionApi, applicationApi: () => applicationApi};
      const service = openService({name: freshName(), transport: 'crm-sdk', sdk}, target);
      await until(() => service.api.connection.status === 'connected', 'the SDK is used');
      return {service, target, subscribed};
    }

    it('is reported by the SDK, with one subscription', async () => {
      const {service, target, subscribed} = await openWithSdk();
      const events = listen(target, ...TYPES);
      const sdkApi = sinon.spy(service, 'sdkApi');
      expect(subscribed).to.have.lengthOf(1);
      (subscribed[0] as Record<string, (data: unknown) => void>)['loginStateChanged']!({state: 'WORKING'});
      expect(events.map(({detail}) => detail as unknown)).to.deep.equal([{state: 'WORKING'}]);
      expect(sdkApi.args).to.deep.equal([]);
    });
  });
});
