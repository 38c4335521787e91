/** Tests that a dial fails at once if the adapter that received it is gone. */
import {expect, fixture, html} from '@open-wc/testing';
import type {Five9Adapter} from '../../src/elements/adapter/adapter.js';
import '../../src/elements/adapter/define.js';
import '../../src/elements/click2dial/define.js';
import '../../src/elements/provider/define.js';
import type {Five9Provider} from '../../src/elements/provider/provider.js';
import type {InteractionApiError} from '../../src/interaction-api.js';
import type {InteractionService} from '../../src/service/index.js';
import {ContactCenter, SimulatedAdapter} from '../../src/simulator.js';
import type {AdapterHandle} from '../support/adapter-handle.js';
import {channelOf, freshName} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import {addFrame, OTHER_ORIGIN, takeControl} from '../support/places.js';
import {openService} from '../support/service.js';
import {words} from '../support/stage.js';
import {turn, until, watch} from '../support/time.js';
import {WireSdk} from '../support/wire-sdk.js';

const NUMBER = '9250000111';
const PAGE = `${OTHER_ORIGIN}/test/pages/adapter.html`;
const EMPTY = `${OTHER_ORIGIN}/test/pages/empty.html`;

/** A service, and the adapter that it is connected to. */
interface Line {
  service: InteractionService;
  adapter: AdapterHandle;
  frame: HTMLIFrameElement;
  name: string;
}

/** Starts an adapter in a frame. */
async function startIn(frame: HTMLIFrameElement, name: string): Promise<AdapterHandle> {
  const adapter = takeControl(frame);
  for (const method of ['isMasterPage', 'updateWebSocketSubscriptions']) await adapter.reply(method, {response: true});
  await adapter.start({channel: channelOf(name), announces: true});
  return adapter;
}

/** Connects a service to an adapter in a frame of the page. */
async function inFrame(): Promise<Line> {
  const name = freshName();
  const frame = await addFrame(PAGE);
  const service = openService({name, adapterOrigin: OTHER_ORIGIN});
  service.listen({serviceChanged: () => undefined});
  const adapter = await startIn(frame, name);
  await until(() => service.connected, 'the service is connected');
  return {service, adapter, frame, name};
}

/** Navigates a frame. */
async function navigate(frame: HTMLIFrameElement, url: string): Promise<void> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.src = url;
  await loaded;
}

/** What can happen to the adapter while a dial is pending. */
const ENDS: Record<string, (line: Line) => unknown> = {
  'the adapter disconnects': ({adapter}) => adapter.disconnect(),
  'the frame is removed': ({frame}) => frame.remove(),
  'the frame shows another adapter': async ({frame, name}) => {
    await navigate(frame, `${PAGE}?2`);
    await startIn(frame, name);
  },
  'another frame’s adapter connects': async ({name}) => startIn(await addFrame(`${PAGE}?2`), name),
  'the frame is removed, and another frame’s adapter connects': async ({frame, name}) => {
    frame.remove();
    await startIn(await addFrame(`${PAGE}?2`), name);
  },
  'adapterOrigin forbids the adapter': ({service, name}) =>
    service.configure({name, adapterOrigin: 'https://other.example'}),
  'the name of the channel changes': ({service}) => service.configure({name: freshName(), adapterOrigin: OTHER_ORIGIN}),
  'the settings require an SDK, and the page has none': ({service, name}) =>
    service.configure({name, adapterOrigin: OTHER_ORIGIN, transport: 'crm-sdk'}),
  'the service is closed': ({service}) => service.close(),
  'the API of the service is closed': ({service}) => service.api.close(),
  'the service is closed and started again': ({service}) => {
    service.close();
    service.restart();
  },
  'an element provides another frame': async ({service}) => {
    const {contentWindow} = await addFrame(EMPTY);
    service.useFrame({}, {window: contentWindow!, origin: OTHER_ORIGIN, loaded: true});
  },
};

describe('a pending dial', () => {
  for (const [what, end] of Object.entries(ENDS)) {
    it(`rejects with ConnectionLost when ${what}`, async () => {
      const line = await inFrame();
      const dial = watch(line.service.dial(NUMBER));
      await line.adapter.receives('event');
      await end(line);
      await until(() => dial.state === 'rejected', 'the dial fails', 3000);
      expect((dial.error as InteractionApiError).errorCode).to.equal('ConnectionLost');
    });
  }
});

/** How a second simulated adapter of this window can follow the first one. */
const SUCCESSIONS: Record<string, (first: SimulatedAdapter, second: SimulatedAdapter) => void> = {
  'starts after the first has stopped': (first, second) => {
    first.stop();
    second.start();
  },
  'starts before the first stops': (first, second) => {
    second.start();
    first.stop();
  },
};

describe('a pending dial to a simulated adapter', () => {
  for (const [what, follow] of Object.entries(SUCCESSIONS)) {
    it(`rejects with ConnectionLost when a second adapter ${what}`, async () => {
      const service = openService({name: freshName()});
      service.listen({serviceChanged: () => undefined});
      const centres = [0, 1].map(() => new ContactCenter());
      const [first, second] = centres.map((centre) => new SimulatedAdapter(centre)) as [
        SimulatedAdapter,
        SimulatedAdapter,
      ];
      atEnd(() => [first, second].forEach((adapter) => adapter.stop()));
      first.start();
      await until(() => service.connected, 'the service is connected');
      centres[0]!.inject({fault: 'latency', ms: 100_000});
      const dial = watch(service.dial(NUMBER));
      follow(first, second);
      await until(() => dial.state !== 'pending', 'the dial fails', 3000);
      expect((dial.error as InteractionApiError).errorCode).to.equal('ConnectionLost');
      await until(() => service.connected);
    });
  }
});

const makeAdapter = (src: string): Five9Adapter => Object.assign(document.createElement('five9-adapter'), {src});

/** What can happen to the first of two `five9-adapter` elements. */
const CHANGES: Record<string, (first: Five9Adapter, second: Five9Adapter) => unknown> = {
  'is replaced by another': (first, second) => first.replaceWith(second),
  'is removed': (first) => first.remove(),
  'is removed before another is added': async (first, second) => {
    const parent = first.parentElement!;
    first.remove();
    await turn();
    parent.append(second);
  },
  'is removed after another was added': async (first, second) => {
    first.after(second);
    await second.updateComplete;
    first.remove();
  },
  'has another src': (first) => {
    first.src = `${PAGE}?2`;
  },
  'changes to the simulator': (first) => {
    first.simulator = true;
  },
  'is reloaded': (first) => first.reload(),
  'is moved with append()': (first) => first.parentElement!.append(first),
};

for (const [client, usesSdk] of [
  ['our own client', false],
  ['an SDK of the page', true],
] as const) {
  describe(`a pending dial over ${client}`, () => {
    for (const [what, change] of Object.entries(CHANGES)) {
      it(`rejects with ConnectionLost, and its element shows that, when the five9-adapter ${what}`, async () => {
        const name = freshName();
        const provider = await fixture<Five9Provider>(
          html`<five9-provider scoped name=${name}>
            <five9-click2dial number=${NUMBER}></five9-click2dial>
            <div>${makeAdapter(PAGE)}</div>
          </five9-provider>`,
        );
        const {service} = provider;
        const first = provider.querySelector('five9-adapter')!;
        await until(() => service.frame?.loaded, 'the frame has loaded');
        const adapter = await startIn(first.shadowRoot!.querySelector('iframe')!, name);
        await until(() => service.connected, 'the service is connected');
        if (usesSdk) {
          provider.sdk = useSdk(name).api;
          await until(() => service.capabilities && service.connected, 'the SDK is used');
        }
        const button = provider.querySelector('five9-click2dial')!;
        await button.updateComplete;
        button.shadowRoot!.querySelector('button')!.click();
        await adapter.receives('event');
        await until(() => words(button, 'status') === 'Dialling…', 'the dial is shown');

        await change(first, makeAdapter(`${PAGE}?second`));

        await until(() => words(button, 'status') !== 'Dialling…', 'the dial has failed', 1000);
        expect(words(button, 'error')).to.contain('connection to Five9 was lost');
      });
    }
  });
}

/** Loads an SDK that connects to the adapter of a channel. */
function useSdk(name: string): WireSdk {
  const sdk = new WireSdk(window, channelOf(name));
  atEnd(() => sdk.close());
  return sdk;
}
