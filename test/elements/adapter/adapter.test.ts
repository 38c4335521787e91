import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../../src/elements/adapter/define.js';
import type {Five9Adapter} from '../../../src/elements/adapter/adapter.js';
import {framePermissions} from '../../../src/elements/adapter/frame-permissions.js';
import type {Five9Provider} from '../../../src/elements/provider/provider.js';
import type {AdapterUnreachableEvent} from '../../../src/elements/adapter/adapter.events.js';
import {isChromium, press, type as typeKeys} from '../../commands.js';
import type {Five9ErrorEvent} from '../../../src/service/index.js';
import type {AdapterHandle} from '../../support/adapter-handle.js';
import {channelOf, freshName} from '../../support/client.js';
import {stillHeld} from '../../support/garbage.js';
import {addFrame, OTHER_ORIGIN, takeControl} from '../../support/places.js';
import {listen} from '../../support/service.js';
import {fakeClock, turn, until, watch} from '../../support/time.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, words} from '../../support/stage.js';

const PAGE = '/test/pages/adapter.html';
const THERE = OTHER_ORIGIN + PAGE;
const EMPTY = `${OTHER_ORIGIN}/test/pages/empty.html`;

type AdapterStage = Stage<Five9Adapter>;

const show = (template: TemplateResult = html`<five9-adapter src=${THERE}></five9-adapter>`): Promise<AdapterStage> =>
  stage<Five9Adapter>(template, {connected: false});

const frameOf = (element: Five9Adapter): HTMLIFrameElement | null | undefined =>
  element.shadowRoot?.querySelector('iframe');

/** Waits until the element has a loaded frame that is not `before`. Returns a handle of the adapter in this frame. */
async function loaded(element: Five9Adapter, before?: HTMLIFrameElement): Promise<AdapterHandle> {
  await until(
    () => frameOf(element) && frameOf(element) !== before && element.service?.frame?.loaded,
    'a page has loaded in the frame',
  );
  return takeControl(frameOf(element)!);
}

/** Navigates the frame to another page, as a login does. */
async function redirects(element: Five9Adapter, url: string): Promise<AdapterHandle> {
  await loaded(element);
  const frame = frameOf(element)!;
  const again = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.contentWindow!.location.href = url;
  await again;
  return takeControl(frame);
}

const nameOf = ({service}: AdapterStage): string => service.settings.name ?? '';

/** Connects the adapter of an element. */
async function connected(setup?: AdapterStage): Promise<AdapterStage & {there: AdapterHandle}> {
  const here = setup ?? (await show());
  const there = await loaded(here.element);
  await there.start({channel: channelOf(nameOf(here))});
  await until(() => here.service.connected, 'it is connected');
  await there.receives('connected');
  await here.element.updateComplete;
  return {...here, there};
}

const is = ({element}: AdapterStage, state: string): boolean => element.matches(`:state(${state})`);

const unreachable = (setup: AdapterStage): AdapterUnreachableEvent[] =>
  listen<AdapterUnreachableEvent>(setup.element, 'five9-adapter-unreachable');

const checks = ({element}: AdapterStage): string[] =>
  [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((check) => check.textContent);

describe('five9-adapter', () => {
  describe('creates the frame', () => {
    it('with the permissions and parameters of the adapter, and no sandbox', async () => {
      const {element} = await show(html`<five9-adapter src="${EMPTY}?x=1" f9crmapi f9hookapi></five9-adapter>`);
      const frame = frameOf(element)!;
      expect(frame.src).to.equal(`${EMPTY}?x=1&f9crmapi=true&f9hookapi=true&f9hook=true`);
      expect(frame.allow).to.equal('microphone; autoplay; speaker-selection; clipboard-read; clipboard-write; hid');
      expect(frame.hasAttribute('sandbox')).to.be.false;
      expect(frame).to.include({title: 'Five9', referrerPolicy: 'strict-origin'});
      expect(part(element, 'frame')).to.equal(frame);
    });

    it('with a sandbox and a name if they are given; another name reloads nothing', async () => {
      const {element} = await show(
        html`<five9-adapter src=${EMPTY} sandbox="allow-scripts allow-popups" label="Phone"></five9-adapter>`,
      );
      const frame = frameOf(element)!;
      expect(frame.getAttribute('sandbox')).to.equal('allow-scripts allow-popups');
      expect(frame.title).to.equal('Phone');
      element.label = 'Softphone';
      await element.updateComplete;
      expect(frameOf(element)).to.equal(frame);
      expect(frame.title).to.equal('Softphone');
    });

    it('with at least 320 × 600 px, as wide as its container, and no wider than a container of 280 px', async () => {
      const {element} = await show();
      const box = element.parentElement!.parentElement!;
      for (const [room, width] of [
        [500, 500],
        [280, 280],
      ] as const) {
        box.style.inlineSize = `${room}px`;
        const frame = frameOf(element)!.getBoundingClientRect();
        expect(frame.width).to.equal(width);
        expect(frame.height).to.be.at.least(600);
      }
    });

    it('not lower in a small container: an agent would click controls that are not visible', async () => {
      const {element} = await show();
      const box = element.parentElement!.parentElement!;
      box.style.cssText = 'display: grid; block-size: 100px';
      const frame = frameOf(element)!.getBoundingClientRect();
      expect(frame.height).to.be.at.least(600);
      expect(element.getBoundingClientRect().height).to.be.at.least(600);
      expect(element.scrollHeight, 'it does not scroll').to.equal(element.clientHeight);
    });

    it('without a minimum height if there is only an error', async () => {
      const {element} = await show(html`<five9-adapter src="app.five9.com/adt.main.html"></five9-adapter>`);
      expect(words(element, 'error')).to.contain('src="app.five9.com/adt.main.html"');
      expect(element.getBoundingClientRect().height).to.be.below(150);
    });

    it('never from an invalid src: the error is shown and dispatched once, and a valid src works after that', async () => {
      const dispatched = listen<Five9ErrorEvent>(document, 'five9-error');
      const setup = await show(html`<five9-adapter src="javascript:alert(1)"></five9-adapter>`);
      expect(frameOf(setup.element)).to.be.null;
      expect(words(setup.element, 'error')).to.contain('javascript:alert(1)');
      expect(dispatched.map(({error}) => error.errorMessage)).to.deep.equal([words(setup.element, 'error')]);
      expect(is(setup, 'error')).to.be.true;
      expect(is(setup, 'connecting')).to.be.false;
      await expect(setup.element).to.be.accessible();

      setup.element.requestUpdate();
      await setup.element.updateComplete;
      expect(dispatched).to.have.lengthOf(1);

      setup.element.src = THERE;
      await setup.element.updateComplete;
      expect(words(setup.element, 'error')).to.equal('');
      await connected(setup);
    });
  });

  describe('gives its frame the permissions', () => {
    const DEFAULT = 'microphone; autoplay; speaker-selection; clipboard-read; clipboard-write; hid';
    const allowed = async (adapterOrigin: string, allow?: string | null): Promise<string> => {
      const provider = await fixture<Five9Provider>(
        html`<five9-provider scoped adapter-origin=${adapterOrigin}></five9-provider>`,
      );
      const element = Object.assign(document.createElement('five9-adapter'), {src: EMPTY});
      if (allow !== undefined) element.allow = allow;
      provider.append(element);
      await element.updateComplete;
      return frameOf(element)!.allow;
    };

    it('of allow; with nothing for an empty text, and the default for null', async () => {
      expect(await allowed('', 'camera; microphone *')).to.equal('camera; microphone *');
      expect(await allowed('', '')).to.equal('');
      expect(await allowed('', null)).to.equal(DEFAULT);
    });

    it('for each origin that adapter-origin names, because a login can lead to another host', async () => {
      const origins = `https://a.example null ${OTHER_ORIGIN} https://*.b.example https://a.example/`;
      expect(await allowed(origins, 'microphone; camera *; hid')).to.equal(
        "microphone 'src' https://a.example; camera *; hid 'src' https://a.example",
      );
    });

    it('for the known hosts of Five9, if the adapter is one of them', () => {
      const permissions = framePermissions('microphone', undefined, 'https://app.five9.com');
      expect(permissions).to.match(/^microphone 'src' https:/);
      expect(permissions).to.contain(' https://app-atl.five9.com').and.not.contain('*');
      expect(framePermissions('microphone', undefined, 'https://phone.example')).to.equal('microphone');
    });

    it('also after a login has led to another origin (Chromium only: other browsers do not report permissions)', async function () {
      if (!('featurePolicy' in document)) return this.skip();
      const provider = await fixture<Five9Provider>(
        html`<five9-provider scoped adapter-origin=${location.origin}>
          <five9-adapter src=${EMPTY}></five9-adapter>
        </five9-provider>`,
      );
      const element = provider.querySelector('five9-adapter')!;
      await redirects(element, `${location.origin}/test/pages/empty.html`);
      const {featurePolicy} = frameOf(element)!.contentDocument as unknown as {
        featurePolicy: {allowsFeature(name: string): boolean};
      };
      for (const name of ['microphone', 'speaker-selection', 'hid']) {
        expect(featurePolicy.allowsFeature(name), name).to.be.true;
      }
    });

    it('changed later, without a reload of the frame', async () => {
      const setup = await connected();
      const frame = frameOf(setup.element)!;
      setup.element.allow = 'microphone; camera';
      await setup.element.updateComplete;
      expect(frameOf(setup.element)).to.equal(frame);
      expect(frame.allow).to.equal('microphone; camera');
      setup.element.removeAttribute('allow');
      setup.element.allow = undefined;
      await setup.element.updateComplete;
      expect(frame.allow).to.equal(DEFAULT);
      expect(setup.service.connected).to.be.true;
    });

    it('for an origin that the provider names after the adapter is in the page', async () => {
      const provider = await fixture<Five9Provider>(
        html`<five9-provider scoped><five9-adapter src=${EMPTY} allow="microphone"></five9-adapter></five9-provider>`,
      );
      provider.adapterOrigin = 'https://late.example';
      await provider.updateComplete;
      const element = provider.querySelector('five9-adapter')!;
      await element.updateComplete;
      expect(frameOf(element)!.allow).to.equal("microphone 'src' https://late.example");
    });
  });

  describe('moved with moveBefore', () => {
    type Mover = Element & {moveBefore(node: Element, before: Element | null): void};

    /** Returns whether this browser keeps a frame in the shadow root of an element that moves. Firefox reloads it. */
    const keepsFrames = async (): Promise<boolean> => {
      if (!('moveBefore' in Element.prototype)) return false;
      const [host, place] = [document.createElement('div'), document.createElement('div')];
      document.body.append(host, place);
      const frame = document.createElement('iframe');
      host.attachShadow({mode: 'open'}).append(frame);
      const before = frame.contentWindow;
      (place as unknown as Mover).moveBefore(host, null);
      await turn();
      const isKept = frame.contentWindow === before;
      place.remove();
      return isKept;
    };

    it('connects again if the browser reloads the frame, and a pending dial fails at once', async function () {
      if (!('moveBefore' in Element.prototype) || (await keepsFrames())) return this.skip();
      const setup = await connected();
      const {element, service} = setup;
      const before = frameOf(element)!.contentWindow;
      const dial = watch(service.dial('9250000111'));
      const place = document.createElement('section');
      element.after(place);
      const frame = frameOf(element)!;
      const again = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
      (place as unknown as Mover).moveBefore(element, null);
      await until(() => dial.state === 'rejected', 'the dial fails', 1000);
      expect(dial.error).to.have.property('errorCode', 'ConnectionLost');
      await again;
      expect(frame.contentWindow === before).to.be.false;
      await takeControl(frame).start({channel: channelOf(nameOf(setup)), announces: true});
      await until(() => service.connected, 'it is connected again');
    });

    for (const [what, moves] of [
      ['itself', (element: Element) => [element]],
      ['with an element around it', (element: Element) => [element.parentElement!]],
    ] as const) {
      it(`${what}, keeps its frame, its connection and its call`, async function () {
        if (!(await keepsFrames())) return this.skip();
        const setup = await show(html`<div><five9-adapter src=${THERE}></five9-adapter></div>`);
        const element = setup.element.querySelector<Five9Adapter>('five9-adapter')!;
        const {there, service} = await connected({...setup, element});
        await there.interactionEvent('callStarted', {callData: {interactionId: 'A1', number: '9250000111'}});
        await until(() => service.current, 'a call is live');
        const states = listen(document, 'five9-connection');
        const [frame, {contentWindow}] = [frameOf(element)!, frameOf(element)!];
        const loads = listen(frame, 'load');
        const place = document.createElement('section');
        setup.element.after(place);

        for (const node of moves(element)) (place as unknown as Mover).moveBefore(node, null);
        await element.updateComplete;
        await turn();

        expect(place.contains(element)).to.be.true;
        expect(frameOf(element)).to.equal(frame);
        // A failed `equal` would read properties of the window, which has another origin.
        expect(frame.contentWindow === contentWindow, 'the same window').to.be.true;
        expect([loads, states]).to.deep.equal([[], []]);
        expect(service.current?.id).to.equal('A1');
        await there.reply('isMasterPage', {response: true});
        expect(await service.api.isMasterPage()).to.be.true;
      });
    }
  });

  describe('after an attribute is removed', () => {
    it('uses the defaults of label and sandbox', async () => {
      const setup = await show(
        html`<five9-adapter src=${EMPTY} label="Phone" sandbox="allow-scripts"></five9-adapter>`,
      );
      for (const attribute of ['label', 'sandbox']) setup.element.removeAttribute(attribute);
      await setup.element.updateComplete;
      expect(frameOf(setup.element)!.title).to.equal('Five9');
      expect(frameOf(setup.element)!.hasAttribute('sandbox')).to.be.false;
    });

    it('has no parameter for f9verticalthreshold and idp-login-url', async () => {
      const {element} = await show(
        html`<five9-adapter
          src=${EMPTY}
          f9verticalthreshold="300px"
          idp-login-url="https://idp.example.com/"
        ></five9-adapter>`,
      );
      for (const attribute of ['f9verticalthreshold', 'idp-login-url']) element.removeAttribute(attribute);
      await element.updateComplete;
      expect(frameOf(element)!.src).to.equal(EMPTY);
    });
  });

  describe('makes the service trust its frame', () => {
    it('at the origin of src, without adapter-origin', async () => {
      const setup = await show();
      expect(is(setup, 'connecting')).to.be.true;
      expect(words(setup.element, 'status')).to.equal('Connecting to Five9…');
      const {there} = await connected(setup);
      expect(setup.service.connection).to.deep.equal({status: 'connected', origin: OTHER_ORIGIN});
      expect(is(setup, 'connected')).to.be.true;
      expect(is(setup, 'connecting')).to.be.false;
      expect(words(setup.element, 'status')).to.equal('');
      await there.reply('isMasterPage', {response: true});
      expect(await setup.service.api.isMasterPage()).to.be.true;
    });

    it('and no other frame, even of the same origin: another frame receives no request, and cannot connect, replace the adapter or answer', async () => {
      const setup = await show();
      const channel = channelOf(nameOf(setup));
      const sibling = takeControl(await addFrame(THERE));
      const own = takeControl(await addFrame(PAGE));
      for (const one of [sibling, own]) {
        await one.start({channel, announces: true});
        await one.reply('*', {response: 'stolen'});
      }
      expect(setup.service.connection).to.deep.equal({status: 'connecting', reason: 'searching'});

      const there = takeControl(frameOf(setup.element)!);
      await there.start({channel});
      await until(() => setup.service.connected);
      await there.reply('getCav', {response: 'mine'});
      for (const one of [sibling, own]) {
        await one.announce();
        await one.disconnect();
      }

      expect(await setup.service.api.getCav({interactionId: '1'})).to.equal('mine');
      for (const one of [sibling, own]) {
        await one.sync();
        expect(one.received).to.deep.equal([]);
      }
    });

    it('also when a login leads to another origin that is allowed', async () => {
      const name = freshName();
      const here = `${location.origin}/test/pages/empty.html`;
      const setup = await stage<Five9Adapter>(
        html`<five9-provider scoped name=${name} adapter-origin=${OTHER_ORIGIN}>
          <five9-adapter src=${here}></five9-adapter>
        </five9-provider>`,
        {connected: false},
      );
      const provider = setup.element as unknown as HTMLElementTagNameMap['five9-provider'];
      const element = provider.querySelector('five9-adapter')!;
      const there = await redirects(element, THERE);
      await there.start({channel: channelOf(name)});
      await until(() => provider.service.connected);
      expect(provider.service.connection.origin).to.equal(OTHER_ORIGIN);
      expect(provider.service.frame?.origin).to.equal(location.origin);
    });

    it('until it is removed: then its origin is refused, and every allowed adapter may connect', async () => {
      const setup = await connected();
      const channel = channelOf(nameOf(setup));
      setup.element.remove();
      expect(setup.service.connected).to.be.false;
      expect(setup.service.frame).to.be.undefined;

      const other = takeControl(await addFrame(THERE));
      await other.start({channel, announces: true});
      await until(() => setup.service.connection.reason === 'origin-refused');
      const own = takeControl(await addFrame(PAGE));
      await own.start({channel});
      await until(() => setup.service.connected);
      expect(setup.service.connection.origin).to.equal(location.origin);
    });

    it('and disconnects an adapter that was connected before', async () => {
      const setup = await show(html`<p></p>`);
      const before = takeControl(await addFrame(PAGE));
      await before.start({channel: channelOf(nameOf(setup)), announces: true});
      await until(() => setup.service.api.connection.status === 'connected');
      await before.receives('connected');
      const element = Object.assign(document.createElement('five9-adapter'), {src: THERE});
      setup.element.after(element);
      await element.updateComplete;
      await before.receives('disconnect');
      await connected({...setup, element});
      expect(setup.service.connection.origin).to.equal(OTHER_ORIGIN);
    });
  });

  describe('when no adapter answers', () => {
    it('shows possible causes after eight seconds, and recovers by itself', async () => {
      const clock = fakeClock();
      const setup = await show();
      const dispatched = unreachable(setup);
      const there = await loaded(setup.element);
      await clock.tickAsync(7900);
      expect(dispatched).to.deep.equal([]);
      await clock.tickAsync(200);
      expect(dispatched.map(({detail}) => detail)).to.deep.equal([{reason: 'no-answer', url: THERE}]);
      expect(dispatched[0]).to.include({bubbles: true, composed: true});
      await until(() => checks(setup).length === 5);
      expect(words(setup.element, 'status')).to.contain('logged in');
      const order = [/refused to connect/, /log in/, /cookies/, /address of your Five9/, /window of its own/];
      checks(setup).forEach((check, index) => expect(check).to.match(order[index]!));
      expect(checks(setup)[0]).to.contain(OTHER_ORIGIN).and.to.contain(location.origin);
      expect(is(setup, 'unreachable')).to.be.true;
      expect(is(setup, 'connecting')).to.be.false;
      expect(frameOf(setup.element)!.getBoundingClientRect().height, 'the login is still visible').to.be.at.least(600);

      await there.start({channel: channelOf(nameOf(setup)), announces: true});
      await until(() => setup.service.connected);
      await setup.element.updateComplete;
      expect(checks(setup)).to.deep.equal([]);
      expect(is(setup, 'connected')).to.be.true;
      expect(is(setup, 'unreachable')).to.be.false;
    });

    it('is accessible, and reloads by keyboard', async () => {
      const setup = await show(html`<five9-adapter src=${PAGE} timeout="1"></five9-adapter>`);
      await until(() => checks(setup).length);
      await looksGood(setup.element);
      const before = document.createElement('button');
      setup.element.before(before);
      before.focus();
      await press('Tab');
      const {shadowRoot} = setup.element;
      expect(shadowRoot!.activeElement).to.equal(part(setup.element, 'retry'));
      await press('Tab');
      expect(shadowRoot!.activeElement, 'the frame is reached').to.equal(frameOf(setup.element));
      part(setup.element, 'retry').focus();
      const old = frameOf(setup.element)!;
      setup.element.timeout = 0;
      await typeKeys(' ');
      const there = await loaded(setup.element, old);
      await there.start({channel: channelOf(nameOf(setup))});
      await until(() => setup.service.connected);
      expect(checks(setup)).to.deep.equal([]);
    });

    it('lets the Tab key into the frame and out of the frame, in both directions', async () => {
      const setup = await show(html`<five9-adapter src="/test/pages/empty.html" timeout="1"></five9-adapter>`);
      await until(() => checks(setup).length && setup.service.frame?.loaded);
      const frame = frameOf(setup.element)!;
      const inner = frame.contentDocument!.createElement('button');
      inner.textContent = 'Log in';
      frame.contentDocument!.body.append(inner);
      const [before, after] = [document.createElement('button'), document.createElement('button')];
      setup.element.before(before);
      setup.element.after(after);
      // Start the layout now, because before the layout, Firefox finds no focusable element in the frame, and focuses
      // the frame's body.
      expect(inner.getBoundingClientRect().width).to.be.above(0);
      const focused = (): Element | null | undefined => {
        const {activeElement} = setup.element.shadowRoot!;
        if (activeElement !== frame) return activeElement ?? document.activeElement;
        return frame.contentDocument!.activeElement;
      };
      before.focus();
      for (const there of [part(setup.element, 'retry'), inner, after]) {
        await press('Tab');
        expect(focused()).to.equal(there);
      }
      for (const there of [inner, part(setup.element, 'retry'), before]) {
        await press('Tab', 'Shift');
        expect(focused()).to.equal(there);
      }
    });

    it('names the refused origin when the frame has navigated to an origin that is not allowed', async () => {
      const setup = await show(html`<five9-adapter src="/test/pages/empty.html" timeout="50"></five9-adapter>`);
      const dispatched = unreachable(setup);
      const there = await redirects(setup.element, THERE);
      await there.start({channel: channelOf(nameOf(setup)), announces: true});
      await until(() => dispatched.at(-1)?.detail.reason === 'origin-refused', 'refused');
      expect(dispatched.at(-1)!.detail).to.include({origin: OTHER_ORIGIN});
      await until(() => checks(setup)[0]?.includes('adapter-origin'));
      expect(checks(setup)[0]).to.contain(OTHER_ORIGIN);
    });

    it('waits without a time limit if timeout is 0', async () => {
      const clock = fakeClock();
      const setup = await show(html`<five9-adapter src=${THERE} timeout="0"></five9-adapter>`);
      const dispatched = unreachable(setup);
      // Jump, because the timers of ten minutes take many seconds on a busy machine.
      clock.jump(600_000);
      await turn();
      expect(dispatched).to.deep.equal([]);
      expect(is(setup, 'connecting')).to.be.true;
    });

    for (const timeout of [Infinity, 2 ** 31]) {
      it(`does not end at once if timeout is ${timeout}`, async () => {
        const clock = fakeClock();
        const setup = await show(html`<five9-adapter src=${THERE} timeout=${timeout}></five9-adapter>`);
        const dispatched = unreachable(setup);
        clock.jump(600_000);
        await turn();
        expect(dispatched).to.deep.equal([]);
      });
    }

    for (const timeout of ['', 'soon', '-1', undefined]) {
      it(`waits eight seconds if timeout is ${timeout === undefined ? 'removed' : `"${timeout}"`}`, async () => {
        const clock = fakeClock();
        const setup = await show(html`<five9-adapter src=${THERE} timeout="5"></five9-adapter>`);
        if (timeout === undefined) setup.element.removeAttribute('timeout');
        else setup.element.setAttribute('timeout', timeout);
        await setup.element.updateComplete;
        // If the page loaded after the time limit, the reason would change, and the event would come twice.
        await loaded(setup.element);
        const dispatched = unreachable(setup);
        await clock.tickAsync(7900);
        expect(dispatched).to.deep.equal([]);
        await clock.tickAsync(200);
        expect(dispatched).to.have.lengthOf(1);
      });
    }

    it('reports an adapter that was connected and does not return', async () => {
      const setup = await connected(await show(html`<five9-adapter src=${THERE} timeout="50"></five9-adapter>`));
      const dispatched = unreachable(setup);
      await setup.there.mute();
      await setup.there.disconnect();
      await until(() => dispatched.length);
      expect(dispatched[0]!.detail.reason).to.equal('disconnected');
      await until(() => checks(setup).length === 3);
      expect(words(setup.element, 'status')).to.contain('has not connected again');
      await setup.there.announce();
      await until(() => setup.service.connected);
      await setup.element.updateComplete;
      expect(is(setup, 'unreachable')).to.be.false;
    });
  });

  describe('continues', () => {
    it('after each of twenty reloads of the adapter, with or without its disconnect message', async () => {
      const setup = await connected();
      let {there} = setup;
      const frame = frameOf(setup.element)!;
      for (let times = 1; times <= 20; times++) {
        if (times % 2) await there.disconnect();
        const again = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
        frame.src = `${THERE}?${times}`;
        await again;
        there = takeControl(frame);
        // Let the adapter send `connect` itself, like an adapter that has just loaded.
        await there.start({channel: channelOf(nameOf(setup)), announces: true});
        await there.receives('connected');
        await there.reply('isMasterPage', {response: times});
        expect(await setup.service.api.isMasterPage()).to.equal(times);
      }
      expect(frameOf(setup.element)).to.equal(frame);
      expect(is(setup, 'connected')).to.be.true;
    });

    it('after it was removed and put back, with a new frame', async () => {
      const setup = await connected();
      const parent = setup.element.parentElement!;
      const before = frameOf(setup.element)!;
      setup.element.remove();
      await turn();
      parent.append(setup.element);
      const there = await loaded(setup.element, before);
      await there.start({channel: channelOf(nameOf(setup))});
      await until(() => setup.service.connected);
      expect(setup.service.frame?.window).to.equal(frameOf(setup.element)!.contentWindow);
    });

    it('with another src: the old adapter is disconnected, the new one trusted', async () => {
      const setup = await connected();
      const before = frameOf(setup.element)!;
      setup.element.src = `${location.origin}${PAGE}`;
      await setup.element.updateComplete;
      expect(setup.service.connected).to.be.false;
      const there = await loaded(setup.element, before);
      await there.start({channel: channelOf(nameOf(setup))});
      await until(() => setup.service.connected);
      expect(setup.service.connection.origin).to.equal(location.origin);
    });

    it('after a hundred removals, and leaves nothing in memory', async () => {
      const setup = await show(html`<five9-adapter src="/test/pages/empty.html"></five9-adapter>`);
      const parent = setup.element.parentElement!;
      for (let times = 0; times < 100; times++) {
        setup.element.remove();
        expect(setup.service.frame).to.be.undefined;
        parent.append(setup.element);
        if (times % 10 === 0) await setup.element.updateComplete;
      }
      await setup.element.updateComplete;
      expect(setup.element.shadowRoot!.querySelectorAll('iframe')).to.have.lengthOf(1);
      expect(setup.service.frame?.window).to.equal(frameOf(setup.element)!.contentWindow);
      expect(setup.service.useFrame({}), 'the element holds the place').to.be.false;
      setup.element.remove();
      expect(setup.service.frame).to.be.undefined;
      const other = {};
      expect(setup.service.useFrame(other), 'the place is free').to.be.true;
      setup.service.releaseFrame(other);
      const gone = Array.from({length: 20}, () => {
        const copy = Object.assign(document.createElement('five9-adapter'), {src: '/test/pages/empty.html'});
        parent.append(copy);
        return new WeakRef(copy);
      });
      await turn();
      parent.replaceChildren();
      await turn();
      if (!isChromium) return;
      // Remove the errors, because the stack of an error keeps the element in memory.
      setup.errors.length = 0;
      expect(await stillHeld(gone, 2)).to.be.at.most(2);
    });
  });

  describe('two adapters', () => {
    it('in one scope: the second shows an error, and connects when the first is removed', async () => {
      const setup = await connected();
      const second = Object.assign(document.createElement('five9-adapter'), {src: `${THERE}?2`});
      setup.element.after(second);
      await second.updateComplete;
      expect(frameOf(second)).to.be.null;
      expect(words(second, 'error')).to.contain('another five9-adapter');
      expect(setup.errors).to.have.lengthOf(1);
      expect(setup.service.connected, 'the first stays connected').to.be.true;
      await expect(second).to.be.accessible();

      setup.element.remove();
      await until(() => frameOf(second), 'the second has a frame');
      expect(words(second, 'error')).to.equal('');
      await connected({...setup, element: second});
    });

    it('in two scoped five9-provider elements: each serves its own provider', async () => {
      const [one, two] = [await connected(), await connected()];
      expect(one.service).to.not.equal(two.service);
      expect([one.service.connected, two.service.connected]).to.deep.equal([true, true]);
      expect([one.errors, two.errors]).to.deep.equal([[], []]);
    });
  });

  describe('with simulator', () => {
    it('contains the simulated adapter and its contact centre', async () => {
      const setup = await show(html`<five9-adapter simulator></five9-adapter>`);
      const calls = listen(setup.element.parentElement!, 'five9-call-started');
      await until(() => setup.service.connected, 'connected');
      await setup.element.updateComplete;
      expect(is(setup, 'connected')).to.be.true;
      expect(frameOf(setup.element)).to.be.null;
      expect(part(setup.element, 'frame').localName).to.equal('five9-simulator');
      setup.element.contactCenter!.offerCall({ani: '9250000111', dnis: '9255550100'});
      await until(() => calls.length);
      await expect(setup.element).to.be.accessible();
    });

    it('connects no other adapter', async () => {
      const setup = await show(html`<five9-adapter simulator></five9-adapter>`);
      const stranger = takeControl(await addFrame(PAGE));
      await until(() => setup.service.connected);
      await stranger.start({channel: channelOf(nameOf(setup)), announces: true});
      await stranger.sync();
      await turn();
      expect(stranger.all('connected')).to.deep.equal([]);
    });

    it('changes to an iframe and back', async () => {
      const setup = await show(html`<five9-adapter simulator src=${THERE}></five9-adapter>`);
      await until(() => setup.service.connected);
      setup.element.simulator = false;
      const there = await loaded(setup.element);
      await there.start({channel: channelOf(nameOf(setup))});
      await until(() => setup.service.connection.origin === OTHER_ORIGIN);
      expect(setup.element.contactCenter).to.be.undefined;
      setup.element.simulator = true;
      await until(() => setup.service.connection.origin === location.origin);
    });
  });
});
