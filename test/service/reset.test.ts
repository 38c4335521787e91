import {expect, fixture, html} from '@open-wc/testing';
import sinon from 'sinon';
import '../../src/elements/mute/define.js';
import '../../src/elements/provider/define.js';
import {mutedCalls} from '../../src/service/muted-calls.js';
import {pageService, resetPageService} from '../../src/service/index.js';
import {install} from '../../src/service/install.js';
import {freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {allHandled, freshId, openAdapter, sendCallEvent} from '../support/service.js';
import {until} from '../support/time.js';

describe('resetPageService()', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => resetPageService());

  /** Connects the page's service with a call, as a test of an integrator does. */
  async function connectPage(): Promise<{interactionId: string}> {
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = pageService();
    service.configure({name});
    await until(() => service.api.connection.status === 'connected');
    await adapter.receives('connected');
    const interactionId = freshId();
    await sendCallEvent({service, adapter}, 'callAccepted', {interactionId});
    expect(service.current?.id).to.equal(interactionId);
    return {interactionId};
  }

  it('gives the next test a service without the state of the test before', async () => {
    const {interactionId} = await connectPage();
    mutedCalls().set(interactionId, true);
    const before = pageService();

    resetPageService();

    const service = pageService();
    expect(service).to.not.equal(before);
    expect(service.interactions).to.deep.equal([]);
    expect(service.settings).to.deep.equal({});
    expect(service.connection.status).to.equal('connecting');
    expect(before.connection).to.deep.equal({status: 'lost', reason: 'closed'});
    expect(mutedCalls().has(interactionId)).to.equal(false);
    await connectPage();
  });

  it('does not recognise the events of the test before as repeated', async () => {
    const {interactionId} = await connectPage();
    resetPageService();
    const name = freshName();
    const adapter = await openAdapter(name);
    const service = pageService();
    service.configure({name});
    await until(() => service.api.connection.status === 'connected');
    await adapter.receives('connected');

    await sendCallEvent({service, adapter}, 'callStarted', {interactionId});

    expect(service.interaction(interactionId)).to.include({replayed: false});
  });

  it('gives elements that stay in the page the new service, with the settings of a provider that stays', async () => {
    const name = freshName();
    const element = await fixture<HTMLElementTagNameMap['five9-mute']>(html`<five9-mute></five9-mute>`);
    const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(
      html`<five9-provider name=${name}></five9-provider>`,
    );
    const before = element.service;

    resetPageService();

    expect(element.service).to.equal(pageService());
    expect(element.service).to.not.equal(before);
    expect(provider.service.settings).to.include({name});
    const adapter = await openAdapter(name);
    await until(() => element.service?.connected);
    await adapter.receives('connected');
    await allHandled({service: pageService(), adapter});
    expect(before?.connected).to.equal(false);
  });

  it('leaves no listener at the window and the document', async () => {
    const listeners = new Set<string>();
    const known: unknown[] = [];
    const keyOf = (place: string, type: string, listener: unknown): string => {
      if (!known.includes(listener)) known.push(listener);
      return `${place} ${type} ${known.indexOf(listener)}`;
    };
    for (const [place, target] of Object.entries({window, document})) {
      const add = target.addEventListener.bind(target) as (...args: unknown[]) => void;
      const remove = target.removeEventListener.bind(target) as (...args: unknown[]) => void;
      sinon.stub(target, 'addEventListener').callsFake((type: string, listener: unknown, ...options: unknown[]) => {
        listeners.add(keyOf(place, type, listener));
        add(type, listener, ...options);
      });
      sinon.stub(target, 'removeEventListener').callsFake((type: string, listener: unknown, ...options: unknown[]) => {
        listeners.delete(keyOf(place, type, listener));
        remove(type, listener, ...options);
      });
    }
    const name = freshName();
    const adapter = await openAdapter(name);
    listeners.clear();
    pageService().configure({name});
    await until(() => pageService().api.connection.status === 'connected');
    await adapter.receives('connected');
    expect(listeners.size, 'the service listens').to.be.above(0);

    resetPageService();

    expect([...listeners]).to.deep.equal([]);
  });

  it('closes the APIs of other names, and lets the drop-in return the new service’s API', () => {
    const page = window as {Five9?: {CrmSdk: {interactionApi(name?: string): {connection: object}}}};
    delete page.Five9;
    atEnd(() => delete page.Five9);
    install();
    const make = page.Five9!.CrmSdk.interactionApi;
    const [own, named] = [make(), make('other')];

    resetPageService();

    expect(own.connection).to.include({reason: 'closed'});
    expect(named.connection).to.include({reason: 'closed'});
    expect(make()).to.equal(pageService().api);
    expect(make('other')).to.not.equal(named);
  });
});
