import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import type {Five9Crm} from '../../../src/elements/crm/crm.js';
import type {AdapterHandle} from '../../support/adapter-handle.js';
import {CrmServer, json} from '../../support/crm-server.js';
import {aboutCall, crmStage, shown} from '../../support/crm-stage.js';
import {addFrame, inWindow} from '../../support/places.js';
import {part} from '../../support/stage.js';
import {until} from '../../support/time.js';

const JANE = {id: '5', label: 'Contact', name: 'Jane', isWho: true, isWhat: false};
const pop = (fields: object = {}): object => aboutCall({}, {crmObject: {...JANE, ...fields}});

/** Returns the address of a page with this HTML, which the server sends as it is. */
const pageWith = (body: string): string =>
  `/test/pages/made.html?${encodeURIComponent(`<!doctype html><html lang="en"><title>CRM</title>${body}</html>`)}`;
const MODULE = '<script type="module" src="/src/elements/crm/define.ts"></script>';

/** A page of a CRM in a frame, without a script of its own, and the adapter, which is in the page around the frame. */
interface CrmPage {
  frame: HTMLIFrameElement;
  adapter: AdapterHandle;
  ask(method: string, args?: unknown): Promise<unknown>;
  /** Address of the page without its origin. */
  address(): string;
  /** Waits until the next page has connected. */
  loads(): Promise<void>;
  element(): Five9Crm;
}

async function crmPage(body: string): Promise<CrmPage> {
  const adapter = await inWindow.settle();
  await adapter.start({channel: 'crm_api_plugin_'});
  const frame = await addFrame(pageWith(body + MODULE));
  await adapter.receives('connected');
  return {
    frame,
    adapter,
    async ask(method, args) {
      const {response, error} = await adapter.answerTo('crmApi', method, args);
      return error ?? response;
    },
    address() {
      const {pathname, search, hash} = frame.contentWindow!.location;
      return pathname + search + hash;
    },
    async loads() {
      await adapter.receives('connected', adapter.all('connected').length + 1);
    },
    element: () => frame.contentDocument!.querySelector('five9-crm')!,
  };
}

describe('five9-crm with screen-pop-href', () => {
  it('finds the caller, opens the record and saves the log, in a page without a script of its own', async () => {
    const server = await CrmServer.start(json([JANE]));
    const record = pageWith(`<h1>Contact ID</h1><five9-crm log-href="${server.address}/log"></five9-crm>${MODULE}`);
    const {ask, frame, loads} = await crmPage(
      `<five9-crm provider-name="Plain" search-href="${server.address}/contacts?phone={number}"
        screen-pop-href="${record.replace('ID', '{id}')}"></five9-crm>`,
    );
    expect(await ask('getAdtConfig')).to.include({providerName: 'Plain'});
    const {crmObjects} = (await ask('search', aboutCall())) as {crmObjects: object[]};
    expect(crmObjects).to.deep.equal([JANE]);
    const next = loads();
    expect(await ask('screenPop', aboutCall({}, {crmObject: crmObjects[0]}))).to.equal(null);
    await next;
    await until(() => frame.contentDocument?.querySelector('h1')?.textContent === 'Contact 5', 'the record is shown');
    await server.reply({status: 201});
    expect(await ask('saveLog', aboutCall({}, {interactionLogData: {subject: 'Done'}}))).to.equal(null);
    const requests = await server.requests();
    expect(requests.map(({method, url}) => `${method} ${url}`)).to.deep.equal([
      'GET /contacts?phone=9250000111',
      'POST /log',
    ]);
  });

  it('does not load the page again that shows the record, also after a redirect', async () => {
    const server = await CrmServer.start();
    const arrived = pageWith(`<five9-crm screen-pop-href="${server.address}/contacts/{id}"></five9-crm>${MODULE}`);
    await server.reply({status: 302, headers: {location: arrived}});
    const {ask, loads, address, frame} = await crmPage(
      `<five9-crm screen-pop-href="${server.address}/contacts/{id}"></five9-crm>`,
    );
    const next = loads();
    await ask('screenPop', pop());
    await next;
    expect(address()).to.equal(arrived);
    const {document: before} = frame.contentWindow!;
    await ask('screenPop', pop());
    await ask('screenPop', pop());
    expect(await server.requests()).to.have.lengthOf(1);
    expect(frame.contentDocument).to.equal(before);

    const third = loads();
    await ask('screenPop', aboutCall({interactionId: 'OTHER'}, {crmObject: JANE}));
    await third;
    expect(await server.requests(), 'the same record for another call').to.have.lengthOf(2);
  });

  it('changes the fragment of a page that routes by fragments', async () => {
    const {ask, address} = await crmPage('<five9-crm screen-pop-href="#/contacts/{id}"></five9-crm>');
    await ask('screenPop', pop());
    await until(() => address().endsWith('#/contacts/5'), 'the fragment is changed');
    await ask('screenPop', pop({id: '6'}));
    await until(() => address().endsWith('#/contacts/6'), 'the fragment is changed again');
  });

  it('opens a frame that target names, and keeps the page', async () => {
    const {ask, frame} = await crmPage(
      `<iframe name="record" title="Record"></iframe>
      <five9-crm target="record" screen-pop-href="/test/pages/empty.html?{id}"></five9-crm>`,
    );
    await ask('screenPop', pop());
    const record = frame.contentDocument!.querySelector('iframe')!;
    await until(() => record.contentWindow!.location.search === '?5', 'the record is in the frame');
  });

  it('shows a link if the browser opens no window, and removes it when it is used', async () => {
    const {element, ask, settled} = await crmStage(
      html`<five9-crm target="record" screen-pop-href="/test/pages/empty.html?{id}"></five9-crm>`,
    );
    const open = sinon.stub(window, 'open').returns(null);
    expect(await ask('screenPop', pop())).to.deep.include({response: null});
    expect(String(open.args[0]![0])).to.equal(`${location.origin}/test/pages/empty.html?5`);
    expect(open.args[0]![1]).to.equal('record');
    await settled();
    const link = part(element, 'record') as HTMLAnchorElement;
    expect(shown(element)).to.equal('Open Jane');
    expect(link.href).to.equal(`${location.origin}/test/pages/empty.html?5`);
    expect(link.target).to.equal('record');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    await settled();
    expect(shown(element)).to.equal('');
  });

  it('does nothing if the page cancels the event, or answers', async () => {
    const {element, ask} = await crmStage(html`<five9-crm target="x" screen-pop-href="/x/{id}"></five9-crm>`);
    const open = sinon.stub(window, 'open').returns(null);
    const details: unknown[] = [];
    element.addEventListener('five9-screen-pop', (event) => {
      details.push(event.detail);
      event.preventDefault();
    });
    const args = aboutCall({}, {crmObject: JANE, force: true});
    expect(await ask('screenPop', args)).to.deep.include({response: null});
    element.addEventListener('five9-screen-pop', (event) => event.respondWith('mine'));
    expect(await ask('screenPop', args)).to.deep.include({response: 'mine'});
    expect(open.callCount).to.equal(0);
    expect(details[0]).to.deep.equal(args);
  });

  for (const [what, href, fields, text] of [
    ['javascript', '{+url}', {url: 'javascript:alert(1)'}, 'only http and https'],
    ['another origin', '{+url}', {url: 'https://evil.example/'}, 'allow-origins'],
    ['a record without an id', '/x/{id}', {id: undefined}, 'no values for screen-pop-href'],
    ['an id that changes the path', '/x/{id}', {id: '..'}, 'changes its path'],
  ] as const) {
    it(`opens nothing for ${what}, and shows why`, async () => {
      const {element, ask, settled, errors} = await crmStage(
        html`<five9-crm target="x" screen-pop-href=${href}></five9-crm>`,
      );
      const open = sinon.stub(window, 'open').returns(null);
      expect(await ask('screenPop', pop(fields))).to.deep.include({response: null});
      await settled();
      expect(open.callCount).to.equal(0);
      expect(shown(element)).to.contain(text);
      expect(errors[0]).to.include({method: 'screenPop'});
    });
  }

  it('goes to the address of a tile', async () => {
    const {ask, loads, address} = await crmPage(
      `<five9-crm calls-today="3" calls-today-href="${pageWith(`<five9-crm></five9-crm>${MODULE}`)}"></five9-crm>`,
    );
    const next = loads();
    expect(await ask('openMyCallsToday')).to.equal(null);
    await next;
    expect(address()).to.equal(pageWith(`<five9-crm></five9-crm>${MODULE}`));
  });
});
