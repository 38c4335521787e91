/** A client that speaks as the official SDK does, where integrators put it: in a frame, or beside the adapter's frame. */
import {expect} from '@open-wc/testing';
import {type ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {channelOf, freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {addFrame, OTHER_ORIGIN} from '../../support/places.js';
import {until} from '../../support/time.js';
import {quietCentre} from '../centre.js';

/** A page in a frame that has such a client. */
async function sdkIn(name: string): Promise<Window> {
  const frame = await addFrame(`/test/pages/sdk.html?name=${name}`);
  const page = frame.contentWindow!;
  await until(() => page.sdk, 'the client');
  atEnd(() => page.sdk?.unload());
  return page;
}

/** An adapter in this page that leaves it to the client to ask, and its contact centre. */
function adapterHere(): ContactCenter {
  const {centre} = quietCentre();
  const adapter = new SimulatedAdapter(centre, {announces: []});
  adapter.start();
  atEnd(() => adapter.stop());
  return centre;
}

const ask = (page: Window, method: string, params?: object): Promise<unknown> =>
  page.sdk!.api[method]!(params) as Promise<unknown>;

describe('a client that speaks as the SDK does', () => {
  it('in a frame of the page that has the adapter', async () => {
    const centre = adapterHere();
    const page = await sdkIn(freshName());

    expect(await ask(page, 'isMasterPage')).to.equal(true);
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await until(() => page.heard?.length === 2);
    expect(page.heard).to.deep.equal([`callStarted ${id}`, `callAccepted ${id}`]);
    expect(await ask(page, 'getCav', {interactionId: id})).to.be.an('array').that.is.not.empty;
    page.sdk!.api['click2dial']!({click2DialData: {clickToDialNumber: '9250000111'}});
    await until(() => centre.state().refusedDials.length + centre.state().interactions.length > 1, 'the dial');
  });

  it("in a frame of its own origin, beside the adapter's of another", async () => {
    const frame = await addFrame(`${OTHER_ORIGIN}/test/pages/simulator.html`);
    // The page around them is a client as well, on a channel of its own.
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
      await until(() => page.heard!.length, 'the call');
      expect(page.heard).to.deep.equal([`callStarted ${id}`]);
    }
  });

  it('is not disturbed by the channels of the sister APIs, which nobody answers here', async () => {
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
    const sisters = [
      'crm_api_plugin_',
      'hook_api_plugin_',
      'cust_comp_plugin_',
      'app_api_plugin_',
      'custom_methods_api_',
      'sf_native_api_plugin_',
    ];
    for (const iframeName of sisters) {
      for (const message of ['asking_connect', 'connect', {request: {objectId: 'crmApi'}}]) {
        post({iframeName, sender: `remote_${iframeName}-0123456789abcdef`, message});
      }
    }
    // One of its own, asked last: by its answer the others were heard.
    const own = channelOf(freshName());
    post({iframeName: own, sender: `remote_${own}-0123456789abcdef`, message: 'asking_connect'});
    await until(() => answered.includes(own), 'an answer');
    expect(answered.filter((name) => sisters.includes(name))).to.deep.equal([]);
    expect(await ask(page, 'isMasterPage')).to.equal(true);
  });
});
