import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import {atEnd} from '../../support/lifecycle.js';
import {addFrame} from '../../support/places.js';
import {until} from '../../support/time.js';
import {hooksStage} from './hooks-stage.js';

interface PageWindow extends Window {
  Five9?: unknown;
}

const TAG = html`<five9-hooks></five9-hooks>`;
const PAGE = `<!doctype html><html lang="en"><title>CRM</title><five9-hooks></five9-hooks>
  <script type="module" src="/src/elements/hooks/define.ts"></script></html>`;

/** Returns the warnings about other clients on the console of this page. */
function warnings(): () => string[] {
  const warn = sinon.stub(console, 'warn');
  return () => warn.args.map(([text]) => String(text)).filter((text) => text.includes('Only the first answer counts'));
}

/** Gives a window an official SDK with these APIs. */
function addSdk(to: PageWindow, ...apis: string[]): void {
  atEnd(() => delete to.Five9);
  to.Five9 = {CrmSdk: Object.fromEntries(['interactionApi', ...apis].map((api) => [api, () => ({})]))};
}

describe('five9-hooks and other clients of the adapter', () => {
  it('reports an official SDK with hookApi that loads at any time, once', async () => {
    const reported = warnings();
    const {ask} = await hooksStage(TAG);
    await ask('beforeRecord');
    expect(reported()).to.deep.equal([]);
    addSdk(window, 'hookApi');
    await ask('beforeRecord');
    await ask('beforeRecord');
    expect(reported()).to.have.lengthOf(1);
    expect(reported()[0]).to.contain('hookApi()').and.to.contain('five9-hooks').and.not.to.contain('log');
  });

  it('reports no SDK that has no hookApi', async () => {
    const reported = warnings();
    addSdk(window, 'crmApi');
    const {ask} = await hooksStage(TAG);
    await ask('beforeRecord');
    expect(reported()).to.deep.equal([]);
  });

  it('reports a five9-hooks in another frame of this origin', async () => {
    const reported = warnings();
    const {ask} = await hooksStage(TAG);
    const frame = await addFrame(`/test/pages/made.html?${encodeURIComponent(PAGE)}`);
    await until(() => frame.contentDocument?.querySelector('five9-hooks')?.shadowRoot, 'the frame has its element');
    // The element of the frame answers in a later task.
    while (!reported().length) await ask('beforeRecord');
    expect(reported()[0]).to.contain('Another frame of this tab has a five9-hooks');
  });
});
