/** Runs the code of docs/MIGRATION.md: code for the SDK, and the tags that replace it, give the adapter the same. */
import {expect, html} from '@open-wc/testing';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import sinon from 'sinon';
import '../../src/all.js';
import {installDropIn, makeApis, type SdkApis} from '../../src/sdk.js';
import {type ApiAdapter, openApiAdapter} from '../support/api-adapter.js';
import {startAdapter} from '../support/client.js';
import {aboutCall, crmStage} from '../support/crm-stage.js';
import {runSnippet, snippetOf} from '../support/doc-snippets.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {stage} from '../support/stage.js';
import {turn, until} from '../support/time.js';

const DOCUMENT = '/docs/MIGRATION.md';
const JANE = {id: '5', label: 'Contact', name: 'Jane', isWho: true, isWhat: false};
const LOG = aboutCall({}, {interactionLogData: {subject: 'Renewal'}});

const page = window as {Five9?: {CrmSdk: Record<keyof SdkApis, () => {close(): void}>}};

const code = (heading: string, language: 'js' | 'html'): Promise<string> => snippetOf(DOCUMENT, heading, language);

/** Gives the page functions with these names until the test ends. */
function pageFunctions<Name extends string>(...names: Name[]): Record<Name, sinon.SinonStub> {
  const functions = Object.fromEntries(names.map((name) => [name, sinon.stub()])) as Record<Name, sinon.SinonStub>;
  Object.assign(window, functions);
  atEnd(() => {
    for (const name of names) Reflect.deleteProperty(window, name);
  });
  return functions;
}

/** Runs code for the SDK in a page with the drop-in, whose APIs it uses by their default names. */
async function runSdkCode(heading: string, ...apis: (keyof SdkApis)[]): Promise<void> {
  delete page.Five9;
  installDropIn(makeApis());
  const {CrmSdk} = page.Five9!;
  atEnd(() => {
    for (const api of apis) CrmSdk[api]().close();
    delete page.Five9;
  });
  await runSnippet(await code(heading, 'js'));
}

/** Returns an address without its origin. */
function pathOf(address: unknown): string {
  const {pathname, search} = new URL(String(address), location.href);
  return pathname + search;
}

/** What an adapter gets from a page that answers for the CRM, and what the page does. */
async function crmResults(ask: ApiAdapter['ask']): Promise<object> {
  const send = sinon
    .stub(window, 'fetch')
    .callsFake((address) =>
      Promise.resolve(pathOf(address).includes('contacts') ? Response.json([JANE]) : new Response(null, {status: 201})),
    );
  const open = sinon.stub(window, 'open').returns(window);
  const {providerName, myCallsTodayEnabled} = (await ask('getAdtConfig')).response as Record<string, unknown>;
  const answers = [
    {providerName, myCallsTodayEnabled},
    await ask('search', aboutCall()),
    await ask('screenPop', aboutCall({}, {crmObject: JANE})),
    await ask('saveLog', LOG),
    await ask('getTodayCallsCount'),
    await ask('openMyCallsToday'),
  ];
  const requests = send.args.map(([address, {method = 'GET', body} = {}]) => [
    method,
    pathOf(address),
    body ? (JSON.parse(body as string) as object) : undefined,
  ]);
  send.restore();
  open.restore();
  return {answers, requests, opened: open.args.map(([address, target]) => [pathOf(address), target])};
}

describe('docs/MIGRATION.md', () => {
  it('replaces answers for the CRM by a tag', async () => {
    const sdk = await openApiAdapter('crmApi', '');
    await runSdkCode('Answers for the CRM, with the SDK', 'crmApi');
    const before = await crmResults(sdk.ask);
    const markup = await code('Answers for the CRM, with a tag', 'html');
    const {ask} = await crmStage(html`${unsafeHTML(markup)}`);
    const after = await crmResults(async (method, params) => {
      const {id: _, ...answer} = await ask(method, params);
      return answer;
    });
    expect(after).to.deep.equal(before);
    expect(before).to.deep.equal({
      answers: [
        {providerName: 'Northwind CRM', myCallsTodayEnabled: true},
        {response: {crmObjects: [JANE]}},
        {response: null},
        {response: null},
        {response: 7},
        {response: null},
      ],
      requests: [
        ['GET', '/api/contacts?phone=9250000111', undefined],
        ['POST', '/api/activities', LOG],
      ],
      opened: [
        ['/contacts/5', 'record'],
        ['/activities', 'record'],
      ],
    });
  });

  it('replaces a hook by a tag and a listener', async () => {
    const decisions = ({ask}: ApiAdapter): Promise<object[]> =>
      Promise.all([3558, '3558', 1].map((dispositionId) => ask('beforeDisposition', aboutCall({}, {dispositionId}))));
    const sdk = await openApiAdapter('hookApi', '');
    await runSdkCode('A hook, with the SDK', 'hookApi');
    const before = await decisions(sdk);
    const markup = await code('A hook, with a tag', 'html');
    const {service} = await stage(html`${unsafeHTML(markup)}`);
    await runSnippet(await code('A hook, with a tag', 'js'), service);
    const after = await decisions(await openApiAdapter('hookApi', service.settings.name ?? ''));
    const status = {statusCode: 'Confirmation', message: 'Nobody can call this customer again. Continue?'};
    expect(before).to.deep.equal([{response: {status}}, {response: {status}}, {response: null}]);
    // The adapter takes no answer for the same as Proceed.
    expect(after).to.deep.equal([
      {response: {status}},
      {response: {status}},
      {response: {status: {statusCode: 'Proceed'}}},
    ]);
  });

  it('replaces own controls by tags', async () => {
    const {saveNote} = pageFunctions('saveNote');
    /** Returns the controls in the template, without the names of callbacks and the space between tags. */
    const use = async ({ask, tell}: ApiAdapter, value: string): Promise<string> => {
      const template = String((await ask('getCustomComponents')).response);
      const [, callbackName] = /onchange="(\w+)"/.exec(template)!;
      await tell('componentEvent', {callbackName, payload: {name: 'note', value}});
      await until(() => saveNote.calledWith(value), 'the page gets the value');
      return template.replace(/onchange="\w+"/, 'onchange').replace(/>\s+</g, '><');
    };
    const sdk = await openApiAdapter('customComponentsApi', '');
    await runSdkCode('Own controls, with the SDK', 'customComponentsApi');
    const before = await use(sdk, 'with the SDK');
    const markup = await code('Own controls, with tags', 'html');
    const {service} = await stage(html`${unsafeHTML(markup)}`);
    await runSnippet(await code('Own controls, with tags', 'js'), service);
    const after = await use(await openApiAdapter('customComponentsApi', service.settings.name ?? ''), 'with tags');
    expect(after).to.equal(before);
    expect(saveNote.args).to.deep.equal([['with the SDK'], ['with tags']]);
  });

  it('replaces subscriptions by listeners', async () => {
    const {showCustomer, showState} = pageFunctions('showCustomer', 'showState');
    const phone = await inWindow.settle();
    await startAdapter(phone, inWindow, '');
    const sdk = await openApiAdapter('applicationApi', '');
    await runSdkCode('Events, with the SDK', 'interactionApi', 'applicationApi');
    await phone.receives('connected');
    await phone.interactionEvent('callStarted', {callData: {interactionId: 'A', ani: '1'}});
    await sdk.tell('loginStateChanged', {state: 'RELOGIN'});
    await until(() => showCustomer.called && showState.called, 'the page gets the events of the SDK');

    const {service, happens} = await stage(html`<five9-agent-status></five9-agent-status>`);
    await runSnippet(await code('Events, with listeners', 'js'), service);
    const application = await openApiAdapter('applicationApi', service.settings.name ?? '');
    await happens('callStarted', {interactionId: 'B', ani: '2'});
    await application.tell('loginStateChanged', {state: 'WORKING'});
    await until(() => showState.calledWith('WORKING'), 'the page gets the state');
    await turn();
    expect(showCustomer.args).to.deep.equal([['1'], ['2']]);
    expect(showState.args).to.deep.equal([['RELOGIN'], ['WORKING']]);
  });
});
