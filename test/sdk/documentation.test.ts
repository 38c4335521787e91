import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {installDropIn, makeApis} from '../../src/sdk.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {CHANNELS, openSdk} from '../support/sdk-client.js';
import {until} from '../support/time.js';
import type {AdapterHandle} from '../support/adapter-handle.js';

const PAGE = await (await fetch('/docs/SDK.md')).text();

type SdkOfPage = ReturnType<typeof openSdk>;
const page = window as unknown as {Five9?: {CrmSdk: SdkOfPage}};

/** The CRM of the page. */
const crm = {
  find: sinon.stub(),
  show: sinon.stub(),
  saveLog: sinon.stub(),
  note: sinon.stub(),
  agentIs: sinon.stub(),
  doNotCall: true,
  current: '7',
  closed: new AbortController().signal,
};

/** Runs the script of the documentation that contains `text`. */
function run(text: string): Promise<unknown> {
  const blocks = [...PAGE.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const code = blocks.find((block) => block.includes(text));
  if (!code) throw new Error(`docs/SDK.md has no script with ${text}.`);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs the code of the documentation
  const script = new Function(
    'contacts',
    'createCrmSdk',
    `return (async () => {${code.replace(/^import .*$/m, '')}})()`,
  ) as (...args: unknown[]) => Promise<unknown>;
  return script(crm, openSdk);
}

async function adapterOf(api: keyof typeof CHANNELS): Promise<AdapterHandle> {
  const adapter = await inWindow.settle();
  await adapter.start({channel: CHANNELS[api]});
  return adapter;
}

describe('the scripts of docs/SDK.md', () => {
  beforeEach(() => {
    delete page.Five9;
    installDropIn(makeApis());
    const {CrmSdk} = page.Five9!;
    atEnd(() => {
      for (const api of Object.keys(CHANNELS) as (keyof typeof CHANNELS)[]) CrmSdk[api]().close();
      delete page.Five9;
    });
  });

  it('create an SDK without a global variable', async () => {
    const adapter = await adapterOf('crmApi');
    await run('createCrmSdk({');
    await adapter.receives('connected');
    const {response} = await adapter.answerTo('crmApi', 'getAdtConfig');
    expect(response).to.deep.equal({providerName: 'My CRM'});
  });

  it('answer for the CRM, and report what the agent looks at', async () => {
    const adapter = await adapterOf('crmApi');
    crm.find.resolves([{id: '1'}]);
    await run('crmApi();');
    await adapter.receives('event', 2);
    const ask = async (method: string, args?: unknown): Promise<unknown> =>
      (await adapter.answerTo('crmApi', method, args)).response;
    expect(await ask('getAdtConfig')).to.include({providerName: 'My CRM'});
    expect(await ask('search', {interactionData: {number: '9250000111'}})).to.deep.equal({crmObjects: [{id: '1'}]});
    expect(crm.find.lastCall.args).to.deep.equal(['9250000111']);
    expect(await ask('screenPop', {crmObject: {id: '1'}})).to.equal(null);
    expect(crm.show.lastCall.args).to.deep.equal(['1']);
    expect(await ask('saveLog', {interactionLogData: {comments: 'x'}})).to.equal(null);
    expect(crm.saveLog.lastCall.args).to.deep.equal([{comments: 'x'}]);
    expect(await ask('getTodayCallsCount')).to.equal(7);
    expect(adapter.all('event').map(({event}) => event.name)).to.deep.equal(['objectVisited', 'suggestedNumbers']);
  });

  it('decide before the adapter acts', async () => {
    const adapter = await adapterOf('hookApi');
    await run('hookApi()');
    await adapter.receives('connected');
    const call = await adapter.answerTo('hookApi', 'beforeMakeCall', {});
    expect(call.response).to.deep.equal({status: {statusCode: 'Cancel'}});
    const log = await adapter.answerTo('hookApi', 'beforeSaveLog', {});
    expect(log.response).to.deep.include({newFields: {subject: 'Renewal'}});
  });

  it('show own controls in the softphone', async () => {
    const adapter = await adapterOf('customComponentsApi');
    await run('customComponentsApi()');
    await adapter.receives('connected');
    const {response} = await adapter.answerTo('customComponentsApi', 'getCustomComponents');
    expect(response).to.contain('<adt-input name="note"');
    await adapter.event('customComponentsApi', 'componentEvent', {callbackName: 'noted', payload: {value: 'late'}});
    await until(() => crm.note.calledWith('late'), 'the callback');
  });

  it('follow the session of the adapter', async () => {
    const adapter = await adapterOf('applicationApi');
    await adapter.reply('getConfig', {hold: true});
    const done = run('applicationApi()');
    await adapter.receivesRequest('getConfig');
    await adapter.event('applicationApi', 'loginStateChanged', {state: 'WORKING'});
    await adapter.release();
    await done;
    expect(crm.agentIs.lastCall.args).to.deep.equal(['WORKING']);
  });

  it('call code inside the adapter, and are called by it', async () => {
    const adapter = await adapterOf('customMethodsApi');
    await adapter.reply('_callCustomMethod', {response: 1.1});
    await run('customMethodsApi()');
    const answer = await adapter.answerTo('customMethodsApi', '_callCustomMethod', {methodName: 'currentRecord'});
    expect(answer.response).to.equal('7');
  });
});
