import assert from 'node:assert/strict';
import {beforeEach, it} from 'node:test';
import {useCrm, usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('an adapter of another origin', (demo) => {
  // Reset the contact centre of the server, because all tests share it.
  beforeEach(() => command('reset'));

  /** @param {string} name @param {...unknown} args */
  async function command(name, ...args) {
    const body = JSON.stringify({name, args});
    const response = await fetch(new URL('simulator/commands', demo.adapterUrl), {method: 'POST', body});
    assert.equal(response.status, 200);
  }

  /** @param {import('puppeteer-core').Page} page */
  async function useAdapter(page) {
    const adapter = await page.waitForFrame((frame) => frame.url().startsWith(demo.adapterUrl));
    assert.notEqual(new URL(adapter.url()).origin, new URL(page.url()).origin);
    return usePage(page, adapter);
  }

  it('handles a whole call', async () => {
    const page = await demo.open('?adapter=frame');
    const user = await useCrm(page);
    const five9 = await useAdapter(page);

    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    await five9.sees('[part=state]', 'Talking');
    await user.press('7', '[part=key]');
    await five9.sees('[part=call]', 'Digits: 7');
    await demo.screenshot(page, 'frame-talking');
    await five9.press('Hang up');
    await user.sees('.call', 'Call ended');
    await user.choose('Disposition', 'Sale made');
    await user.press('Set disposition');
    await user.seesEvents('call-started', 'call-accepted', 'dtmf', 'call-ended', 'call-finished');
    await user.sees('.activity li', 'Call · Sale made');
  });

  it('reports at once that its contact centre cannot be reached, and dials when it can be reached again', async () => {
    const page = await demo.open('?adapter=none', {expected: /\/simulator\/adapter\/requests|ERR_FAILED|NS_ERROR/});
    let isCut = true;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (isCut && request.url().endsWith('/simulator/adapter/requests')) void request.abort();
      else void request.continue();
    });
    await page.goto(new URL('?adapter=frame', demo.url).href);
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('[role=alert]', 'cannot be reached');
    isCut = false;
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
  });

  it('offers calls', async () => {
    const page = await demo.open('?adapter=frame#contact-128');
    const user = await useCrm(page);
    const five9 = await useAdapter(page);
    // The adapter offers the numbers of the page.
    await five9.sees('[part=suggestions]', '3125550118');
    await five9.press('Customer calls');
    await user.sees('h1', 'Alice Abernathy');
    await five9.press('Answer');
    await user.sees('.call', 'On call');
  });

  it('can reload during a call, and the call continues', async () => {
    const page = await demo.open('?adapter=frame');
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    await page.evaluate(() => {
      const frame = document.querySelector('five9-adapter')?.shadowRoot?.querySelector('iframe');
      if (frame) frame.src = String(frame.src);
    });
    await user.seesEvents('call-accepted', 'connection', 'connection', 'call-started', 'call-accepted');
    await user.sees('.connection', 'Connected');
    await user.sees('five9-click2dial', 'On call');
    assert.equal((await page.$$('.call')).length, 1);
  });

  it('reports the call again to a reloaded page', async () => {
    const page = await demo.open('?adapter=frame');
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    await page.reload();
    await user.sees('.call', 'Outgoing call');
    await user.seesEvents('connection', 'call-started', 'call-accepted');
    const five9 = await useAdapter(page);
    // A call that the customer has not answered has other dispositions.
    await five9.sees('[part=state]', 'Talking');
    await five9.press('Hang up');
    await user.sees('.call', 'Call ended');
    await user.choose('Disposition', 'Sale made');
    await user.press('Set disposition');
    await user.seesEvents('call-ended', 'call-finished');
  });

  it('is ignored in a frame outside of five9-adapter if the page does not allow its origin', async () => {
    const page = await demo.open('?adapter=frame');
    const user = await useCrm(page);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      const adapter = document.querySelector('five9-adapter');
      frame.src = adapter?.src ?? '';
      adapter?.replaceWith(frame);
    });
    await user.seesEvents('connection', 'connection', 'connection');
    await user.press('Call (925) 000-0111');
    await user.sees('[role=alert]', 'Five9 is not connected.');
  });
});
