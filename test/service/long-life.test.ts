/**
 * Tests a page that stays open for a day. The adapter reloads, stops answering, runs in a separate window, and sends
 * many events.
 */
import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/disposition/define.js';
import '../../src/elements/interactions/define.js';
import '../../src/elements/mute/define.js';
import '../../src/elements/provider/define.js';
import type {InteractionService, SdkEvent} from '../../src/service/index.js';
import {isChromium} from '../commands.js';
import {channelOf, freshName, startAdapter} from '../support/client.js';
import {stillHeld} from '../support/garbage.js';
import {atEnd} from '../support/lifecycle.js';
import {type Place, inWindow, sameOriginFrame} from '../support/places.js';
import {CALL_ID, callData} from '../support/samples.js';
import {freshId, listen, openService} from '../support/service.js';
import {fakeClock, rejection, turn, until, watch} from '../support/time.js';

type Listener = Parameters<EventTarget['addEventListener']>[1];

/** Returns a function that counts the listeners that were added to some targets after this call and not removed. */
function countListeners(...targets: EventTarget[]): () => number {
  const added = new Set<string>();
  const ids = new Map<unknown, number>();
  const key = (
    target: EventTarget,
    type: string,
    listener: Listener,
    options?: boolean | {capture?: boolean},
  ): string => {
    for (const one of [target, listener]) if (!ids.has(one)) ids.set(one, ids.size);
    const capture = typeof options === 'object' ? options.capture : options;
    return [ids.get(target), type, ids.get(listener), Boolean(capture)].join();
  };
  for (const target of targets) {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (type: string, listener: Listener, options?: AddEventListenerOptions | boolean): void => {
      added.add(key(target, type, listener, options));
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type: string, listener: Listener, options?: EventListenerOptions | boolean): void => {
      added.delete(key(target, type, listener, options));
      removeEventListener.call(target, type, listener, options);
    };
    atEnd(() => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    });
  }
  return () => added.size;
}

/** Records the ports that are started from now on, and counts the ports that are not closed. */
function watchPorts(): {started: WeakRef<MessagePort>[]; open: () => number} {
  const started: WeakRef<MessagePort>[] = [];
  const closed = new WeakSet<MessagePort>();
  const {start, close} = MessagePort.prototype;
  MessagePort.prototype.start = function (): void {
    started.push(new WeakRef(this));
    start.call(this);
  };
  MessagePort.prototype.close = function (): void {
    closed.add(this);
    close.call(this);
  };
  atEnd(() => Object.assign(MessagePort.prototype, {start, close}));
  const isOpen = (port: WeakRef<MessagePort>): boolean => {
    const there = port.deref();
    return there !== undefined && !closed.has(there);
  };
  return {started, open: () => started.filter(isOpen).length};
}

/** Counts the descendant elements, including the elements in shadow roots. */
const countNodes = (root: ParentNode): number =>
  [...root.querySelectorAll('*')].reduce(
    (count, {shadowRoot}) => count + 1 + (shadowRoot ? countNodes(shadowRoot) : 0),
    0,
  );

/** Shows elements in a scoped provider, and records the events of calls at this provider. */
async function open(place: Place) {
  const name = freshName();
  const adapter = await place.settle();
  await adapter.reply('*', {response: []});
  await startAdapter(adapter, place, name);
  const scope = await fixture<HTMLElementTagNameMap['five9-provider']>(html`
    <five9-provider scoped name=${name}>
      <five9-mute></five9-mute><five9-interactions></five9-interactions><five9-disposition></five9-disposition>
    </five9-provider>
  `);
  const received: string[] = [];
  for (const type of ['started', 'accepted', 'ended', 'finished'])
    scope.addEventListener(`five9-call-${type}`, (event) =>
      received.push(`${type} ${(event as SdkEvent).interactionId}`),
    );
  const {service} = scope;
  await until(() => service.connected);
  await adapter.receives('connected');
  return {name, adapter, scope, service, received};
}

const calls = (count: number): {id: string; reason: string}[] =>
  Array.from({length: count}, freshId).flatMap((id) =>
    ['started', 'accepted', 'ended', 'finished'].map((type) => ({
      id,
      reason: `call${type[0]!.toUpperCase()}${type.slice(1)}`,
    })),
  );
const expectedEvents = ({id, reason}: {id: string; reason: string}): string => `${reason.slice(4).toLowerCase()} ${id}`;

describe('a day at work', () => {
  let problems: Event[];

  beforeEach(() => {
    problems = listen(window, 'error', 'unhandledrejection');
  });

  afterEach(() => {
    expect(problems).to.deep.equal([]);
  });

  it('an adapter that reloads a hundred times: each event comes once, and nothing stays in memory', async function () {
    this.timeout(120_000);
    const ports = watchPorts();
    const {name, scope, service, received, ...first} = await open(sameOriginFrame);
    let {adapter} = first;
    const listeners = countListeners(window, document, document.documentElement, scope);
    const expected: string[] = [];
    let nodes = 0;

    for (let times = 0; times < 100; times++) {
      adapter = await sameOriginFrame.reload(adapter);
      await adapter.reply('*', {response: []});
      await adapter.start({channel: channelOf(name), announces: true, answers: false});
      await adapter.receives('connected');
      const events = calls(1);
      for (const {id, reason} of events)
        await adapter.interactionEvent(reason, {callData: callData({interactionId: id})});
      expected.push(...events.map(expectedEvents));
      await until(() => received.length >= expected.length && service.connected);
      if (times === 9) nodes = countNodes(document);
    }
    await turn();

    expect(received).to.deep.equal(expected);
    expect(adapter.all('connected'), 'one handshake').to.have.lengthOf(1);
    // The connection of each channel adds its three listeners again before each `asking_connect`. They are the same
    // listeners, so their number must not grow. The channels are those of the Interaction API and the Application API.
    expect(listeners()).to.be.at.most(2 * 3);
    expect(ports.open()).to.equal(1);
    expect(countNodes(document)).to.equal(nodes);
    if (!isChromium) return;
    expect(await stillHeld(ports.started, 4), 'ports in memory').to.be.at.most(4);
  });

  it('ten thousand events at once: each comes once, in order', async function () {
    this.timeout(120_000);
    const {adapter, received} = await open(inWindow);
    const events = calls(2500);

    // Send the events in batches, because each wait for the adapter has a time limit.
    for (let start = 0; start < events.length; start += 100) {
      await Promise.all(
        events
          .slice(start, start + 100)
          .map(({id, reason}) => adapter.interactionEvent(reason, {callData: callData({interactionId: id})})),
      );
    }
    await until(
      () => received.length >= events.length,
      () => `all events, not only ${received.length}`,
      60_000,
    );
    await turn();

    expect(received).to.have.lengthOf(events.length);
    expect(received.every((one, index) => one === expectedEvents(events[index]!))).to.equal(true);
  });

  it('an adapter that does not answer for longer than the time limit, and then answers', async () => {
    const {adapter, service, received} = await open(inWindow);
    await adapter.reply('getCav', {hold: true});
    const clock = fakeClock();
    const cav = watch(service.api.getCav({interactionId: CALL_ID}));
    const dialled = watch(service.dial('9250000111'));
    await adapter.receivesRequest('getCav');

    await clock.tickAsync(60_000);
    await until(() => cav.state === 'rejected' && dialled.state === 'rejected');
    expect([cav.error, dialled.error].map((error) => (error as {errorCode: string}).errorCode)).to.deep.equal([
      'Timeout',
      'Timeout',
    ]);
    expect(service.connected, 'it is still connected').to.equal(true);

    // Let the adapter answer late, and check that the service still works.
    await adapter.release();
    await adapter.interactionEvent('callStarted', {callData: callData()});
    await until(() => received.length);
    await adapter.reply('getCav', {response: ['now']});
    expect(await service.api.getCav({interactionId: CALL_ID})).to.deep.equal(['now']);
    expect(received).to.deep.equal([`started ${CALL_ID}`]);
    expect(adapter.all('event'), 'the number is not dialled again').to.have.lengthOf(1);
  });

  it('an adapter in a window of its own connects, and is gone when the window is closed', async function () {
    // Skip the other engines, because they do not run a page that is behind another window, or do not open a window
    // without a click.
    if (!isChromium) this.skip();
    const popUp = window.open('/test/pages/empty.html', '', 'popup,width=200,height=200');
    if (!popUp) throw new Error('No window.');
    atEnd(() => popUp.close());
    const name = freshName();
    const service: InteractionService = openService({name});
    expect(service.api.connection.status).to.equal('connecting');
    await until(() => popUp.document.readyState === 'complete' && popUp.location.pathname.includes('empty'));
    const {port1, port2} = new MessageChannel();
    const sender = `master_${channelOf(name)}-0123456789abcdef`;
    port1.onmessage = ({
      data: {message},
    }: MessageEvent<{message: {id?: string; request?: {attrName: string}}}>): void => {
      const {id, request} = message;
      // Leave other requests without an answer, so that an API call still waits when the window is closed.
      if (request?.attrName !== 'isMasterPage') return;
      port1.postMessage({iframeName: channelOf(name), sender, message: {id, response: true}});
    };
    // Send the message with a script of the new window, so that this window is the source of the message.
    Object.assign(popUp, {port2, message: {iframeName: channelOf(name), sender, message: 'connect'}});
    const script = popUp.document.createElement('script');
    script.text = "opener.postMessage(message, '*', [port2])";
    popUp.document.head.append(script);

    await until(() => service.connected);
    expect(await service.api.isMasterPage()).to.equal(true);
    const waiting = rejection(service.api.openInteraction({interactionType: 'Call', interactionId: CALL_ID}));
    popUp.close();

    // Wait for the loss, because the transport checks only every two seconds whether the window is closed.
    await until(() => service.connection.status === 'lost');
    expect(service.connection.reason).to.equal('adapter-gone');
    await waiting;
  });
});
