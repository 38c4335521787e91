import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/click2dial/define.js';
import {pageService, SdkEvent, sdkEventType} from '../../src/service/index.js';
import {cloneable, fc} from '../support/check.js';
import {freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {callData, EVENT_SAMPLES} from '../support/samples.js';
import {
  connectService,
  freshId,
  allHandled,
  listen,
  openAdapter,
  type ServiceLine,
  sendCallEvent,
} from '../support/service.js';
import {until} from '../support/time.js';
import {DOCUMENTED_EVENTS, INHERITED_NAMES} from '../suites/methods.js';

/** The type of the DOM event for each documented event. */
const DOM_TYPES: Record<string, string> = {
  callStarted: 'five9-call-started',
  callAccepted: 'five9-call-accepted',
  callRejected: 'five9-call-rejected',
  callEnded: 'five9-call-ended',
  callFinished: 'five9-call-finished',
  emailOffered: 'five9-email-offered',
  emailAccepted: 'five9-email-accepted',
  emailRejected: 'five9-email-rejected',
  emailTransferred: 'five9-email-transferred',
  emailFinished: 'five9-email-finished',
  chatOffered: 'five9-chat-offered',
  chatAccepted: 'five9-chat-accepted',
  chatRejected: 'five9-chat-rejected',
  chatTransferred: 'five9-chat-transferred',
  chatEnded: 'five9-chat-ended',
  chatFinished: 'five9-chat-finished',
  objectSelected: 'five9-object-selected',
};
/** Returns a list that receives every SDK event at a target. */
const listenToAll = (target: EventTarget): SdkEvent[] => listen<SdkEvent>(target, ...ALL_TYPES);
const ALL_TYPES = [...Object.values(DOM_TYPES), 'five9-sdk-event'];

/**
 * Connects the page's service. Ends its interactions at the end of the test, because the next test uses the same
 * service.
 */
async function pageLine(): Promise<ServiceLine> {
  const name = freshName();
  const adapter = await openAdapter(name);
  const service = pageService();
  service.configure({name});
  await until(() => service.api.connection.status === 'connected');
  await adapter.receives('connected');
  const line = {service, adapter, name, target: document};
  atEnd(async () => {
    for (const {id, type} of service.interactions) {
      const kind = type.toLowerCase();
      await adapter.interactionEvent(`${kind}Finished`, {[`${kind}Data`]: {interactionId: id}});
    }
    await allHandled(line);
    service.close();
  });
  return line;
}

describe('the SDK’s events as DOM events', () => {
  it('are all 17', () => {
    expect(Object.keys(DOM_TYPES)).to.have.members(DOCUMENTED_EVENTS);
    for (const [name, type] of Object.entries(DOM_TYPES)) expect(sdkEventType(name)).to.equal(type);
  });

  for (const [name, type] of Object.entries(DOM_TYPES)) {
    it(`${name} is ${type} at the document: once, bubbling, composed, its params unchanged`, async () => {
      const {service, adapter} = await pageLine();
      const events = listenToAll(document);
      const atWindow = listenToAll(window);

      await adapter.interactionEvent(name, EVENT_SAMPLES[name]);
      await allHandled({service, adapter});

      expect(events.map((event) => event.type)).to.deep.equal([type]);
      const [event] = events;
      expect(event).to.be.instanceOf(CustomEvent);
      expect(event).to.be.instanceOf(SdkEvent);
      expect(event).to.include({bubbles: true, composed: true, cancelable: false, target: document, sdkName: name});
      expect(event!.detail).to.deep.equal(EVENT_SAMPLES[name]);
      expect(atWindow, 'it bubbles to the window').to.deep.equal(events);
      const {interactionType, interactionId} = event!;
      const data = EVENT_SAMPLES[name] as Record<string, {interactionId?: string}>;
      const kind =
        name === 'objectSelected'
          ? 'Call'
          : name.replace(/[A-Z].*/, '').replace(/^./, (letter) => letter.toUpperCase());
      expect(interactionType).to.equal(kind);
      expect(interactionId).to.equal((data[`${kind.toLowerCase()}Data`] ?? data['interactionData'])?.interactionId);
    });
  }

  it('have the type five9-sdk-event and a name if they are not documented', async () => {
    const line = await connectService({}, document.createElement('div'));
    const events = listenToAll(line.target);
    for (const name of [
      'callTeleported',
      'faxArrived',
      ...INHERITED_NAMES,
      '',
      'CallStarted',
      'callstarted',
      'call-started',
    ]) {
      await line.adapter.interactionEvent(name, {a: [1]});
    }
    await allHandled(line);

    expect(new Set(events.map(({type}) => type))).to.deep.equal(new Set(['five9-sdk-event']));
    expect(events.map(({sdkName}) => sdkName)).to.include.members(['callTeleported', 'faxArrived', '__proto__']);
    expect(events.map(({detail}) => detail)).to.deep.equal(events.map(() => ({a: [1]})));
  });

  it('name their interaction also if they are not documented', async () => {
    const line = await connectService();
    const [events, interactionId] = [listenToAll(line.target), freshId()];

    await sendCallEvent(line, 'callTeleported', {interactionId});

    expect(events[0]).to.include({type: 'five9-sdk-event', interactionType: 'Call', interactionId, replayed: false});
  });

  it('have the params of the adapter unchanged', async () => {
    const line = await connectService();
    const events = listenToAll(line.target);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...DOCUMENTED_EVENTS), cloneable, async (name, params) => {
        events.length = 0;
        await line.adapter.interactionEvent(name, params);
        await allHandled(line);
        expect(events).to.have.lengthOf(1);
        // Expect null for an event without params, because the detail of a CustomEvent is then null.
        const sent = params === undefined ? null : params;
        expect(fc.stringify(events[0]!.detail)).to.equal(fc.stringify(structuredClone(sent)));
      }),
      {numRuns: 100},
    );
  });

  it('are marked as replayed when they are repeated', async () => {
    const line = await connectService();
    const events = listenToAll(line.target);
    const interactionId = freshId();
    for (const reason of ['callStarted', 'callAccepted', 'callStarted', 'callAccepted', 'callEnded']) {
      await sendCallEvent(line, reason, {interactionId});
    }
    expect(events.map(({replayed}) => replayed)).to.deep.equal([false, false, true, true, false]);
  });

  it('are dispatched after the interaction has changed', async () => {
    const line = await connectService();
    const interactionId = freshId();
    const seen: unknown[] = [];
    const look = (): void =>
      void seen.push(line.service.interaction(interactionId)?.state, line.service.current?.state);
    for (const type of ALL_TYPES) line.target.addEventListener(type, look);

    await sendCallEvent(line, 'callStarted', {interactionId});
    await sendCallEvent(line, 'callAccepted', {interactionId});
    await sendCallEvent(line, 'callFinished', {interactionId});

    expect(seen).to.deep.equal(['offered', 'offered', 'accepted', 'accepted', 'finished', undefined]);
  });

  it('are dispatched once, and also call the callbacks of the API once', async () => {
    const line = await connectService();
    const order: string[] = [];
    line.target.addEventListener('five9-call-started', () => order.push('event'));
    line.service.api.subscribe('callStarted', () => order.push('callback'));

    await sendCallEvent(line, 'callStarted', {interactionId: freshId()});

    expect(order).to.have.members(['event', 'callback']).and.to.have.lengthOf(2);
  });

  it('reach every listener, also if an earlier listener throws', async () => {
    const line = await connectService();
    const failures: unknown[] = [];
    // Stop the window's `error` event, because the test runner would report a failed test.
    const onError = (event: ErrorEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      failures.push(event.error);
    };
    addEventListener('error', onError, true);
    const runner = window.onerror;
    window.onerror = null;
    atEnd(() => {
      removeEventListener('error', onError, true);
      window.onerror = runner;
    });
    const failure = new Error('of the page');
    line.target.addEventListener('five9-call-started', () => {
      throw failure;
    });
    const events = listen(line.target, 'five9-call-started');

    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});

    expect(events).to.have.lengthOf(1);
    expect(failures).to.deep.equal([failure]);
    expect(line.service.current?.id).to.equal(interactionId);
  });
});

describe('an SDK event', () => {
  it('reaches the document once, each element that it concerns once, and no other element', async () => {
    const line = await pageLine();
    const {service, adapter} = line;
    const page = await fixture<HTMLElement>(html`
      <div>
        <five9-click2dial number="9250000111"></five9-click2dial>
        <five9-click2dial number="9250000222"></five9-click2dial>
      </div>
    `);
    const [dialling, other] = [...page.querySelectorAll('five9-click2dial')] as [
      HTMLElementTagNameMap['five9-click2dial'],
      HTMLElement,
    ];
    await until(() => dialling.service?.connected);
    const dial = dialling.dial();
    await adapter.receives('event');
    const [atDocument, atElement, atOther, atParent, atBody] = [document, dialling, other, page, document.body].map(
      (target) => listenToAll(target),
    ) as [SdkEvent[], SdkEvent[], SdkEvent[], SdkEvent[], SdkEvent[]];
    const interactionId = freshId();

    await sendCallEvent({service, adapter}, 'callStarted', {interactionId});
    await dial;
    for (const reason of ['callAccepted', 'callEnded', 'callFinished'])
      await sendCallEvent({service, adapter}, reason, {interactionId});

    const types = ['five9-call-started', 'five9-call-accepted', 'five9-call-ended', 'five9-call-finished'];
    expect(atDocument.map(({type}) => type)).to.deep.equal(types);
    expect(atElement.map(({type}) => type)).to.deep.equal(types);
    expect(atOther).to.deep.equal([]);
    expect(atParent, 'a mirror does not bubble').to.deep.equal([]);
    expect(atBody).to.deep.equal([]);
    for (const event of atElement) {
      expect(event).to.be.instanceOf(SdkEvent);
      expect(event).to.include({
        bubbles: false,
        composed: false,
        target: dialling,
        interactionId,
        interactionType: 'Call',
      });
      expect(event.detail).to.have.deep.nested.property('callData', callData({interactionId}));
    }
  });

  it('does not reach an element that was removed', async () => {
    const line = await pageLine();
    const element = await fixture<HTMLElementTagNameMap['five9-click2dial']>(
      html`<five9-click2dial number="9250000111"></five9-click2dial>`,
    );
    await until(() => element.service?.connected);
    const dial = element.dial();
    await line.adapter.receives('event');
    const interactionId = freshId();
    await sendCallEvent(line, 'callStarted', {interactionId});
    await dial;
    const events = listenToAll(element);

    element.remove();
    await sendCallEvent(line, 'callEnded', {interactionId});

    expect(events).to.deep.equal([]);
  });
});
