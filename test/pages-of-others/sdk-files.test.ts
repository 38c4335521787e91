/** Tests the files of the CRM SDK in cdn/ in pages of other authors. Build first: `npm run build`. */
import {expect} from '@open-wc/testing';
import type {CrmSdk} from '../../src/sdk.js';
import type {AdapterHandle} from '../support/adapter-handle.js';
import {freshName} from '../support/client.js';
import {external, openPage, type OtherPage, page} from '../support/other-page.js';
import {inWindow} from '../support/places.js';
import {CHANNELS, SISTER_APIS} from '../support/sdk-client.js';
import {until} from '../support/time.js';

type SdkPage = OtherPage & {Five9: {CrmSdk: CrmSdk}; given?: CrmSdk};

const open = (head: string, body = ''): Promise<SdkPage> => openPage(page(head, body)) as Promise<SdkPage>;

/** Starts an adapter on a channel of an API. */
async function startAdapter(channel: string): Promise<AdapterHandle> {
  const adapter = await inWindow.settle();
  await adapter.start({channel});
  return adapter;
}

/** Checks that an SDK of a page answers the adapter. */
async function answers(sdk: CrmSdk): Promise<void> {
  const name = freshName();
  const adapter = await startAdapter(CHANNELS.crmApi + name);
  sdk.crmApi(name).registerApi({search: () => ({crmObjects: []})});
  await adapter.receives('connected');
  expect((await adapter.answerTo('crmApi', 'search')).response).to.deep.equal({crmObjects: []});
}

const FILES = {
  'sdk.iife.js': '<script src="/cdn/sdk.iife.js"></script>',
  'sdk.js': '<script type="module" src="/cdn/sdk.js"></script>',
  'five9-elements.iife.js': '<script src="/cdn/five9-elements.iife.js"></script>',
  'five9-elements.js': '<script type="module" src="/cdn/five9-elements.js"></script>',
};
const SDK = '<script src="/test/pages/others/sdk.js"></script>';
const LOADER = '<script src="/test/pages/others/amd.js"></script>';

for (const [file, script] of Object.entries(FILES)) {
  const classic = file.includes('iife');

  describe(`a page with ${file}`, () => {
    it('has an SDK with every API, each on a channel of its own over one window', async () => {
      const {Five9, problems} = await open(script);
      const name = freshName();
      const adapters = await Promise.all(SISTER_APIS.map((api) => startAdapter(CHANNELS[api] + name)));
      for (const api of SISTER_APIS) Five9.CrmSdk[api](name);
      for (const adapter of adapters) await adapter.receives('connected');
      expect(Object.keys(Five9.CrmSdk)).to.include.members(['interactionApi', 'HookStatusCode', 'ApiErrorCode']);
      expect(problems).to.deep.equal([]);
    });

    it('says nothing on the console about a name that an API does not have', async () => {
      const {Five9, problems} = await open(script);
      Five9.CrmSdk.crmApi(freshName()).registerApi({contactSelected: () => undefined} as never);
      expect(problems).to.deep.equal([]);
    });

    it('keeps its SDK if the file is loaded twice', async () => {
      const {Five9, problems} = await open(script, script.replace('.js"', '.js?again"'));
      expect(problems).to.deep.equal([]);
      await answers(Five9.CrmSdk);
    });

    it('uses an SDK that is there before, and one that comes later', async () => {
      for (const [head, body] of [
        [SDK + external('window.Five9 = {CrmSdk: makeSdk()};') + script, ''],
        [SDK + script, external('window.Five9 = window.Five9 || {}; Five9.CrmSdk = makeSdk();')],
      ]) {
        const opened = await open(head!, body);
        await until(() => (opened.Five9.CrmSdk as unknown) === opened.sdk, 'the SDK of the page');
        expect(Object.keys(opened.Five9.CrmSdk)).to.not.include('hookApi');
      }
    });

    if (classic) {
      it('is a module that an AMD loader has loaded', async () => {
        const opened = await open(LOADER, `<script>require(['/cdn/${file}'], (sdk) => { given = sdk; })</script>`);
        await until(() => opened.given, 'the module');
        expect(opened.given).to.equal(opened.Five9.CrmSdk);
        await answers(opened.given!);
      });

      it('works in a hidden frame with the address about:blank', async () => {
        const opened = await open('');
        const frame = opened.document.createElement('iframe');
        frame.style.display = 'none';
        opened.document.body.append(frame);
        const inner = frame.contentWindow as SdkPage;
        const tag = inner.document.createElement('script');
        tag.src = new URL(`/cdn/${file}`, location.href).href;
        inner.document.body.append(tag);
        await until(() => (inner as Partial<SdkPage>).Five9, 'the SDK of the frame');
        await answers(inner.Five9.CrmSdk);
      });
    }

    /** Like RequireJS, accepts a module with a name from any script. */
    const requireJs = (own: string): string =>
      `<script>modules = {}; define = (...args) => {
        if (args.length < 3) throw new Error('Mismatched anonymous define()');
        modules[args[0]] ??= args[2];
      }; define.amd = {}; requirejs = {specified: (name) => name in modules, s: {contexts: {_: {config: {paths: {${own}}}}}}};</script>`;

    it('has the AMD module crmsdk, and keeps a module crmsdk of the page', async () => {
      const opened = (await open(requireJs('') + script)) as SdkPage & {modules: Record<string, () => unknown>};
      expect(opened.modules['crmsdk']!()).to.equal(opened.Five9.CrmSdk);
      const other = (await open(requireJs("crmsdk: 'https://crm.example/sdk'") + script)) as typeof opened;
      expect(Object.keys(other.modules)).to.deep.equal([]);
      expect([...opened.problems, ...other.problems]).to.deep.equal([]);
    });
  });
}
