import {expect} from '@open-wc/testing';
import type {InteractionApi} from '../../src/interaction-api.js';
import {channelOf, connect, freshName, openClient, startAdapter} from '../support/client.js';
import {addFrame, crossOriginFrame, inWindow, OTHER_ORIGIN, sameOriginFrame, takeControl} from '../support/places.js';
import {CALL_ID} from '../support/samples.js';
import {fakeClock, turn, until, watch} from '../support/time.js';

/** Loads a page with its own API in a frame. */
async function clientPage(
  name: string,
  adapterOrigin: string,
): Promise<{frame: HTMLIFrameElement; api: InteractionApi}> {
  const settings = new URLSearchParams({name, adapterOrigin});
  const frame = await addFrame(`/test/pages/client.html?${settings.toString()}`);
  return {frame, api: frame.contentWindow!.api!};
}

describe('an adapter is found', () => {
  for (const [place, where] of [
    [inWindow, 'in the page around the client'],
    [sameOriginFrame, 'in a frame beside the client'],
    [crossOriginFrame, 'in a frame of another origin beside the client'],
  ] as const) {
    it(where, async () => {
      const name = freshName();
      const adapter = await place.settle();
      await startAdapter(adapter, place, name);
      await adapter.reply('isMasterPage', {response: true});

      const {api} = await clientPage(name, adapter.origin);

      await until(() => api.connection.status === 'connected');
      expect(await api.isMasterPage()).to.equal(true);
    });
  }

  it('by one handshake if it exists before the page loads', async () => {
    const name = freshName();
    const adapter = await inWindow.settle();
    await startAdapter(adapter, inWindow, name);
    await adapter.reply('isMasterPage', {response: true});

    const {api} = await clientPage(name, '');
    await until(() => api.connection.status === 'connected');
    await api.isMasterPage();
    await adapter.sync();

    expect(adapter.all('connected')).to.have.lengthOf(1);
  });

  for (const [origin, where] of [
    [location.origin, 'in a frame of a frame'],
    [OTHER_ORIGIN, 'in a frame of another origin in a frame'],
  ] as const) {
    it(where, async () => {
      const name = freshName();
      const outer = await addFrame('/test/pages/empty.html');
      const inner = outer.contentDocument!.createElement('iframe');
      inner.src = `${origin}/test/pages/adapter.html`;
      const loaded = new Promise((resolve) => {
        inner.addEventListener('load', resolve);
      });
      outer.contentDocument!.body.append(inner);
      await loaded;
      const adapter = takeControl(inner);
      await adapter.start({channel: channelOf(name)});

      const {reaches} = openClient({name, adapterOrigin: origin});

      expect(await reaches('connected')).to.include({origin});
    });
  }

  it('by several clients of a page at once: each of them receives every event, and its own answers', async () => {
    const name = freshName();
    const adapter = await inWindow.settle();
    await startAdapter(adapter, inWindow, name);
    await adapter.reply('getCav', {echo: true});
    const pages = await Promise.all([clientPage(name, ''), clientPage(name, '')]);
    await until(() => pages.every(({api}) => api.connection.status === 'connected'));
    await adapter.receives('connected', 2);
    const received: unknown[] = [];
    for (const {api} of pages) api.subscribe('callStarted', (params) => received.push(params));

    await adapter.interactionEvent('callStarted', {callData: {interactionId: CALL_ID}});
    await until(() => received.length === 2);
    const values: unknown[] = await Promise.all(pages.map(({api}, page) => api.getCav({interactionId: String(page)})));

    expect(values).to.deep.equal([{interactionId: '0'}, {interactionId: '1'}]);
    const [one, two] = await adapter.receives('connected', 2);
    expect(one!.sender, 'the senders differ').to.not.equal(two!.sender);
  });
});

describe('a page that the user leaves', () => {
  it("sends 'disconnect' when another page is loaded", async () => {
    const name = freshName();
    const adapter = await inWindow.settle();
    await startAdapter(adapter, inWindow, name);
    const {frame, api} = await clientPage(name, '');
    await until(() => api.connection.status === 'connected');

    frame.src = '/test/pages/empty.html';

    const [message] = await adapter.receives('disconnect');
    expect(message!.sender).to.equal(adapter.all('connected')[0]!.sender);
  });

  it("sends 'disconnect' when its frame is reloaded, and connects again with another sender", async () => {
    const name = freshName();
    const adapter = await inWindow.settle();
    await startAdapter(adapter, inWindow, name);
    const {frame, api} = await clientPage(name, '');
    await until(() => api.connection.status === 'connected');

    frame.contentWindow!.location.reload();

    await adapter.receives('disconnect');
    await until(() => new Set(adapter.all('connected').map(({sender}) => sender)).size === 2);
  });

  it('disconnects on pagehide, asks nothing while it is hidden, and connects again on pageshow', async () => {
    const {api, adapter, reaches} = await connect(inWindow);
    const clock = fakeClock();
    await adapter.reply('getCav', {silent: true});
    const cav = watch(api.getCav({interactionId: CALL_ID}));
    await adapter.receivesRequest('getCav');

    dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));

    await adapter.receives('disconnect');
    expect(api.connection).to.deep.equal({status: 'lost', reason: 'page-hidden'});
    await until(() => cav.state === 'rejected');
    expect(cav.error).to.include({errorCode: 'ConnectionLost'});
    const asked = adapter.all('asked').length;
    await clock.tickAsync(120_000);
    await turn();
    await adapter.sync();
    expect(adapter.all('asked')).to.have.lengthOf(asked);

    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));

    await reaches('connected');
    await adapter.reply('isMasterPage', {response: true});
    expect(await api.isMasterPage()).to.equal(true);
  });

  it('and restores many times adds no further listener to the window', async () => {
    const {adapter, reaches, api} = await connect(inWindow);
    const added = new Map<EventListener, string>();
    const add = window.addEventListener.bind(window) as Window['addEventListener'];
    window.addEventListener = ((type: string, listener: EventListener, ...rest: []): void => {
      added.set(listener, type);
      add(type, listener, ...rest);
    }) as Window['addEventListener'];

    try {
      for (let times = 0; times < 10; times++) {
        dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
        dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
        await reaches('connected');
        await adapter.receives('connected', times + 2);
      }
    } finally {
      window.addEventListener = add;
    }

    // Expect one listener of each type. The client adds the same listeners again, which changes nothing unless
    // `document.open()` has removed them.
    expect([...added.values()].sort()).to.deep.equal(['message', 'pagehide', 'pageshow']);
    expect(api.connection.status).to.equal('connected');
  });
});

describe('a closed API', () => {
  it('leaves no listener on the window and no timer', async () => {
    const listening = new Map<EventListener, string>();
    const [add, remove] = [window.addEventListener.bind(window), window.removeEventListener.bind(window)] as [
      Window['addEventListener'],
      Window['removeEventListener'],
    ];
    window.addEventListener = ((type: string, listener: EventListener, options?: AddEventListenerOptions): void => {
      listening.set(listener, type);
      options?.signal?.addEventListener('abort', () => listening.delete(listener));
      add(type, listener, options);
    }) as Window['addEventListener'];
    window.removeEventListener = ((type: string, listener: EventListener): void => {
      listening.delete(listener);
      remove(type, listener);
    }) as Window['removeEventListener'];
    const clock = fakeClock();

    try {
      const {api, reaches, adapter} = await connectUnder(clock);
      expect(
        [...listening.values()].filter((type) => type === 'message'),
        'while it is open',
      ).to.have.lengthOf(1);
      await reaches('connected');
      await adapter.sync();
      api.close();
    } finally {
      window.addEventListener = add;
      window.removeEventListener = remove;
    }

    expect([...listening.values()]).to.deep.equal([]);
    expect(clock.countTimers()).to.equal(0);
  });

  it('may be closed twice, and before it ever connected', () => {
    const {api} = openClient({name: freshName()});
    api.close();
    expect(() => api.close()).to.not.throw();
  });
});

async function connectUnder(
  clock: ReturnType<typeof fakeClock>,
): Promise<ReturnType<typeof openClient> & {adapter: Awaited<ReturnType<typeof inWindow.settle>>}> {
  const name = freshName();
  const client = openClient({name});
  const adapter = await sameOriginFrame.settle();
  await adapter.start({channel: channelOf(name), announces: true});
  await clock.tickAsync(10);
  return {...client, adapter};
}
