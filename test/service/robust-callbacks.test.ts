/** Faulty code of the page: callbacks that throw errors, and listeners that change the service or move elements. */
import {expect, fixture, html} from '@open-wc/testing';
import sinon from 'sinon';
import {InteractionApi} from '../../src/interaction-api.js';
import {install} from '../../src/service/install.js';
import {AdapterTransport} from '../../src/transport/adapter-transport.js';
import '../../src/elements/mute/define.js';
import '../../src/elements/provider/define.js';
import {reported} from '../suites/api.js';
import {channelOf, freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {CALL_ID, EVENT_SAMPLES} from '../support/samples.js';
import {connectService, freshId, listen, openAdapter, openService, sendCallEvent} from '../support/service.js';
import {fakeClock, turn, until} from '../support/time.js';

const failure = new Error('of the page');
const fail = (): never => {
  throw failure;
};

describe('a service', () => {
  it('calls the other listeners, and dispatches the event, if a listener throws', async () => {
    const errors = reported();
    const line = await connectService();
    let count = 0;
    atEnd(line.service.listen({serviceChanged: fail, sdkEvent: fail}));
    line.service.listen({serviceChanged: () => undefined, sdkEvent: () => count++});
    const events = listen(line.target, 'five9-call-started');
    await sendCallEvent(line, 'callStarted', {interactionId: freshId()});
    expect(count).to.equal(1);
    expect(events).to.have.lengthOf(1);
    expect(errors.args.every(([error]) => error === failure)).to.equal(true);
    expect(errors.called).to.equal(true);
  });

  it('connects again if a listener throws when the connection is lost', async () => {
    reported();
    const {service, adapter, name} = await connectService();
    atEnd(service.listen({serviceChanged: fail}));
    await adapter.mute();
    await adapter.disconnect();
    await until(() => service.connection.status === 'lost');
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => service.connected);
  });

  it('resolves a dial if the callback for its start throws', async () => {
    const errors = reported();
    const line = await connectService();
    const call = line.service.dial('9250000111', {started: fail});
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId, number: '9250000111', callType: 'MANUAL'});
    expect((await call).id).to.equal(interactionId);
    expect(errors.calledOnceWith(failure)).to.equal(true);
  });

  it('stays connected if the page changes the settings when the adapter is unreachable', async () => {
    const clock = fakeClock();
    const name = freshName();
    const adapter = await openAdapter(name, {ignoredQuestions: 6});
    const target = new EventTarget();
    const service = openService({name}, target);
    target.addEventListener('five9-connection', () => {
      if (service.connection.status === 'unreachable') service.configure({name, adapterOrigin: 'https://a.example'});
    });
    service.api;
    await clock.tickAsync(15_000);
    await until(() => adapter.all('asked').length >= 6);
    await clock.tickAsync(1000);
    await until(() => service.connected);
    await clock.tickAsync(30_000);
    await turn();
    expect(service.connection.status).to.equal('connected');
    expect(await service.api.isMasterPage().catch((error: unknown) => error)).to.not.include({
      errorCode: 'NotConnected',
    });
  });

  it('dispatches an event once at an element that its own listener moves', async () => {
    const name = freshName();
    const adapter = await openAdapter(name);
    const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
      html`<five9-provider scoped name=${name}
        ><five9-mute></five9-mute>
        <div></div
      ></five9-provider>`,
    );
    await until(() => provider.service.connected);
    await adapter.receives('connected');
    const [element, place] = provider.children as unknown as [HTMLElement, HTMLElement];
    let count = 0;
    element.addEventListener('five9-call-started', () => {
      count++;
      if (count < 10) place.append(element);
    });
    await sendCallEvent({service: provider.service, adapter}, 'callStarted', {interactionId: freshId()});
    expect(count).to.equal(1);
  });

  it('reports that it is closed, and starts again when its API is used', async () => {
    const {service, target} = await connectService();
    const events = listen(target, 'five9-connection');
    service.close();
    expect(service.connection).to.deep.equal({status: 'lost', reason: 'closed'});
    expect(events.map(({detail}) => detail as unknown)).to.deep.equal([{status: 'lost', reason: 'closed'}]);
    service.api;
    await until(() => service.connected);
  });

  it('reports a replaced adapter as lost and connected again', async () => {
    const {service, adapter, target, name} = await connectService();
    const events = listen(target, 'five9-connection');
    // Start the adapter again without `disconnect`, like a reload of its page.
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => events.length === 2);
    expect(events.map(({detail}) => (detail as {status: string}).status)).to.deep.equal(['lost', 'connected']);
    expect(service.connected).to.equal(true);
  });

  it('does not stay with a new adapter that the page forbids when the previous one is lost', async () => {
    const {service, adapter, target, name} = await connectService();
    const events = listen(target, 'five9-connection');
    target.addEventListener('five9-connection', () => {
      if (service.connection.status === 'lost') service.configure({name: freshName()});
    });
    // The adapter's page reloads without `disconnect`.
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => events.length >= 2);
    await adapter.sync();
    await turn();
    expect(service.connection.status).to.equal('connecting');
    expect(events.map(({detail}) => (detail as {status: string}).status)).to.not.include('connected');
  });
});

describe('an API', () => {
  it('connects again, and calls its subscribers, if the functions in its options throw', async () => {
    const errors = reported();
    const name = freshName();
    const adapter = await openAdapter(name);
    const api = new InteractionApi(new AdapterTransport({name}), {connectionChanged: fail, interactionEvent: fail});
    atEnd(() => api.close());
    const events: string[] = [];
    api.subscribe('callStarted', ({callData}) => events.push(callData.interactionId));
    await until(() => api.connection.status === 'connected');
    await adapter.receives('connected');
    await adapter.mute();
    await adapter.disconnect();
    await until(() => api.connection.status === 'lost');
    await adapter.start({channel: channelOf(name), announces: true});
    await until(() => api.connection.status === 'connected');
    await adapter.receives('connected', 2);
    await adapter.interactionEvent('callStarted', EVENT_SAMPLES.callStarted);
    await until(() => events.length);
    expect(events).to.deep.equal([CALL_ID]);
    expect(errors.alwaysCalledWith(failure)).to.equal(true);
  });

  it('rejects a REST request that is in flight when it is closed', async () => {
    const {service, adapter} = await connectService();
    await adapter.reply('getApplicationContext', {hold: true});
    const {api} = service;
    const call = api.executeRestApi({path: '/x'}).catch((error: unknown) => error);
    await adapter.receivesRequest('getApplicationContext');
    api.close();
    expect(await call).to.include({errorCode: 'ConnectionLost', method: 'executeRestApi'});
  });
});

describe('a REST request', () => {
  it('is sent as it was when the page made it, also if the page changes its object while the adapter answers', async () => {
    const {service, adapter} = await connectService();
    await adapter.reply('getApplicationContext', {response: {apiBaseURL: location.origin}});
    const fetched = sinon.stub(window, 'fetch').resolves(new Response('{}'));
    const headers: Record<string, string> = {accept: 'text/plain'};
    const params = {path: '/first', method: 'POST' as const, payload: 'first', headers};
    const call = service.api.executeRestApi(params);
    Object.assign(params, {path: '/second', payload: 'second'});
    headers['accept'] = 'text/html';
    await call;
    const [url, request] = fetched.args[0]!;
    expect((url as URL).href).to.equal(`${location.origin}/first`);
    expect(request?.body).to.equal('first');
    expect(new Headers(request?.headers).get('accept')).to.equal('text/plain');
  });
});

describe('the drop-in', () => {
  interface Page {
    Five9?: {CrmSdk?: {interactionApi?: (name?: string) => InteractionApi}};
  }
  const page = window as Page;
  const removeSdk = (): void => {
    delete page.Five9;
  };
  beforeEach(removeSdk);
  afterEach(removeSdk);

  it('is installed also if data-adapter-origin is not an origin, which is reported', () => {
    const errors = reported();
    const script = document.createElement('script');
    script.dataset['adapterOrigin'] = 'phone.example.com';
    install(script);
    expect(page.Five9?.CrmSdk?.interactionApi).to.be.a('function');
    expect(String(errors.args[0]?.[0])).to.contain('is not an origin');
  });

  it('makes a new API if the page has closed the last one', () => {
    install();
    const name = freshName();
    const make = page.Five9!.CrmSdk!.interactionApi!;
    const first = make(name);
    expect(make(name)).to.equal(first);
    first.close();
    const second = make(name);
    atEnd(() => second.close());
    expect(second).to.not.equal(first);
    expect(second.connection.reason).to.not.equal('closed');
  });
});
