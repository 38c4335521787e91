/**
 * Tests a client that sends the messages of the official SDK, in the windows in which integrators use the SDK: in a
 * frame of the adapter's page, or in a frame next to the adapter's frame.
 */
import {expect} from '@open-wc/testing';
import {type ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {channelOf, freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {addFrame, OTHER_ORIGIN} from '../../support/places.js';
import {until} from '../../support/time.js';
import {quietCentre} from '../centre.js';

/** Loads a page with a client that sends the messages of the SDK into a frame. */
async function sdkIn(name: string): Promise<Window> {
  const frame = await addFrame(`/test/pages/sdk.html?name=${name}`);
  const page = frame.contentWindow!;
  await until(() => page.sdk, 'the client');
  atEnd(() => page.sdk?.unload());
  return page;
}

/**
 * Starts an adapter in this page, which sends `connect` only after `asking_connect`. Returns the contact centre of the
 * adapter.
 */
function adapterHere(): ContactCenter {
  const {centre} = quietCentre();
  const adapter = new SimulatedAdapter(centre, {announces: []});
  adapter.start();
  atEnd(() => adapter.stop());
  return centre;
}

const ask = (page: Window, method: string, params?: object): Promise<unknown> =>
  page.sdk!.api[method]!(params) as Promise<unknown>;

describe('a client with the messages of the SDK', () => {
  it('connects from a frame of the page with the adapter', async () => {
    const centre = adapterHere();
    const page = await sdkIn(freshName());

    expect(await ask(page, 'isMasterPage')).to.equal(true);
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await until(() => page.received?.length === 2);
    expect(page.received).to.deep.equal([`callStarted ${id}`, `callAccepted ${id}`]);
    expect(await ask(page, 'getCav', {interactionId: id})).to.be.an('array').that.is.not.empty;
    page.sdk!.api['click2dial']!({click2DialData: {clickToDialNumber: '9250000111'}});
    await until(() => centre.state().refusedDials.length + centre.state().interactions.length > 1, 'the dial');
  });

  it("connects from a frame next to the adapter's frame of another origin", async () => {
    const frame = await addFrame(`${OTHER_ORIGIN}/test/pages/simulator.html`);
    // Open two clients on two channels, because the adapter must serve both.
    const pages = await Promise.all([sdkIn(''), sdkIn('other')]);
    for (const page of pages) expect(await ask(page, 'isMasterPage')).to.equal(true);

    const run = (...command: unknown[]): Promise<{result: string}> =>
      new Promise((resolve) => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = ({data}: MessageEvent<{result: string}>) => resolve(data);
        frame.contentWindow!.postMessage({command}, '*', [port2]);
      });
    const {result: id} = await run('offerCall', [{ani: '9250000111'}]);
    for (const page of pages) {
      await until(() => page.received!.length, 'the call');
      expect(page.received).to.deep.equal([`callStarted ${id}`]);
    }
  });

  it('is not disturbed by messages on the channels of other Five9 APIs', async () => {
    adapterHere();
    const page = await sdkIn(freshName());
    const answered: string[] = [];
    const note = ({data}: MessageEvent<{message?: string; iframeName?: string} | null>): void => {
      if (data?.message === 'connect') answered.push(String(data.iframeName));
    };
    page.addEventListener('message', note as EventListener);
    const post = (page as Window & typeof globalThis).Function('data', 'parent.postMessage(data, "*")') as (
      data: unknown,
    ) => void;
    const siblings = [
      'crm_api_plugin_',
      'hook_api_plugin_',
      'cust_comp_plugin_',
      'app_api_plugin_',
      'custom_methods_api_',
      'sf_native_api_plugin_',
      'presence_api_plugin_',
    ];
    for (const iframeName of siblings) {
      for (const message of ['asking_connect', 'connect', {request: {objectId: 'crmApi'}}]) {
        post({iframeName, sender: `remote_${iframeName}-0123456789abcdef`, message});
      }
    }
    // Send the last `asking_connect` on a channel that the adapter serves, because its answer shows that all earlier
    // messages have arrived.
    const own = channelOf(freshName());
    post({iframeName: own, sender: `remote_${own}-0123456789abcdef`, message: 'asking_connect'});
    await until(() => answered.includes(own), 'an answer');
    // The adapter does not serve an API whose messages are not known.
    const served = siblings.filter((name) => name !== 'presence_api_plugin_');
    expect(new Set(answered.filter((name) => siblings.includes(name)))).to.deep.equal(new Set(served));
    expect(await ask(page, 'isMasterPage')).to.equal(true);
  });
});
