import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import {aboutCall, crmStage} from '../../support/crm-stage.js';
import {atEnd} from '../../support/lifecycle.js';
import {addFrame, OTHER_ORIGIN} from '../../support/places.js';
import {until} from '../../support/time.js';

interface PageWindow extends Window {
  Five9?: unknown;
}

const OFFICIAL = {CrmSdk: {interactionApi: () => ({}), crmApi: () => ({})}};

const pageWith = (body: string): string =>
  `/test/pages/made.html?${encodeURIComponent(`<!doctype html><html lang="en"><title>CRM</title>${body}</html>`)}`;
const MODULE = '<script type="module" src="/src/elements/crm/define.ts"></script>';

/** Returns the warnings about other clients on the console of this page. */
function warnings(): () => string[] {
  const warn = sinon.stub(console, 'warn');
  return () => warn.args.map(([text]) => String(text)).filter((text) => text.includes('may be saved twice'));
}

describe('five9-crm and other clients of the adapter', () => {
  it('reports nothing if it is alone', async () => {
    const reported = warnings();
    const {ask} = await crmStage();
    await addFrame('/test/pages/empty.html');
    await ask('search', aboutCall());
    expect(reported()).to.deep.equal([]);
  });

  it('reports an official SDK that loads at any time, once', async () => {
    const reported = warnings();
    const {ask} = await crmStage();
    atEnd(() => delete (window as PageWindow).Five9);
    (window as PageWindow).Five9 = OFFICIAL;
    await ask('search', aboutCall());
    await ask('search', aboutCall());
    expect(reported()).to.have.lengthOf(1);
    expect(reported()[0]).to.contain('official Five9 SDK');
  });

  it('reports no SDK without crmApi', async () => {
    const reported = warnings();
    atEnd(() => delete (window as PageWindow).Five9);
    (window as PageWindow).Five9 = {CrmSdk: {interactionApi: () => ({})}};
    const {ask} = await crmStage();
    await ask('search', aboutCall());
    expect(reported()).to.deep.equal([]);
  });

  it('reports a five9-crm in another frame of this origin', async () => {
    const reported = warnings();
    const {ask} = await crmStage(html`<five9-crm></five9-crm>`);
    const frame = await addFrame(pageWith(`<five9-crm></five9-crm>${MODULE}`));
    await until(() => frame.contentDocument?.querySelector('five9-crm')?.shadowRoot, 'the frame has its element');
    // The element of the frame answers in a later task.
    while (!reported().length) await ask('search', aboutCall());
    expect(reported()[0]).to.contain('Another frame of this tab has a five9-crm');
  });

  it('reports an official SDK in another frame of this origin', async () => {
    const reported = warnings();
    const {ask} = await crmStage();
    const frame = await addFrame('/test/pages/empty.html');
    (frame.contentWindow as PageWindow).Five9 = OFFICIAL;
    await ask('search', aboutCall());
    expect(reported()[0]).to.contain('Another frame has an official Five9 SDK');
  });

  it('reports a client of the channel in a frame of another origin', async () => {
    const reported = warnings();
    const {element} = await crmStage(html`<five9-crm></five9-crm>`);
    const channel = `crm_api_plugin_${element.parentElement!.getAttribute('name')!}`;
    const ask = {iframeName: channel, sender: `remote_${channel}-1`, message: 'asking_connect'};
    const code = `parent.postMessage(${JSON.stringify(ask)}, '*')`;
    await addFrame(OTHER_ORIGIN + pageWith(`<script>${code}</script>`));
    await until(() => reported().length, 'it is reported');
    expect(reported()).to.have.lengthOf(1);
    expect(reported()[0]).to.contain('connects to crmApi');
  });
});
