import assert from 'node:assert/strict';
import {it} from 'node:test';
import {useCrm, usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

describeDemo('the page around the phone', (demo) => {
  it('works after a reload during a call', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.sees('.call', 'Outgoing call');
    // Expect no call after the reload, because the simulator is part of the page, so the call ends too.
    await page.reload();
    await user.sees('.connection', 'Connected');
    await user.sees('five9-interaction-panel', 'No interaction');
    await user.press('Call (925) 555-0112');
    await user.sees('.call', '9255550112');
  });

  it('finds contacts by name, company and number', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    const names = () => page.$$eval('.contact-name', (all) => all.map((one) => one.textContent));
    await user.press('Search contacts');
    for (const [text, expected] of /** @type {const} */ ([
      ['fabri', ['Jonas Berg']],
      ['555-0118', ['Layla Haddad']],
      ['ALICE', ['Alice Abernathy']],
      ['nobody', []],
    ])) {
      await (await user.find('Search contacts')).click({count: 3});
      await page.keyboard.type(text);
      assert.deepEqual(await names(), expected);
    }
    await user.sees('#found', 'No contacts');
  });

  it('logs events, and can filter them, pause and clear', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Call (925) 000-0111');
    await user.seesEvents('connection', 'before-dial', 'dial', 'call-started', 'call-accepted');

    await user.press('five9-call-started', 'summary');
    await user.sees('.event-list pre', '"callType": "MANUAL"');
    await user.sees('.event-list p', 'at the document');

    await user.press('Filter events');
    await page.keyboard.type('dial');
    await user.seesNo('.event-name', 'five9-call-accepted');
    await user.sees('.event-name', 'five9-before-dial');
    await page.keyboard.press('Backspace');

    await user.press('Pause');
    await user.press('Hang up');
    await user.sees('.call', 'Call ended');
    await user.sees('#event-count', '1 waiting');
    await user.press('Pause');
    await (await user.find('Filter events')).click({count: 3});
    await page.keyboard.press('Backspace');
    await user.seesEvents('call-accepted', 'call-ended');

    await user.press('Clear');
    await user.seesNo('.event-name', 'five9');
    await user.sees('#event-count', '0 events');
  });

  it('keeps the last two hundred events, and the Tab key stops at only one of them', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await page.evaluate(() => {
      for (let n = 0; n < 250; n++)
        document.dispatchEvent(new CustomEvent('five9-sdk-event', {detail: {number: `n${n}`}}));
    });
    await user.sees('.event-gist', 'n249');
    assert.equal((await page.$$('#event-list > li')).length, 200);
    await user.press('Clear');
    await page.evaluate(() => {
      for (const number of ['a', 'b', 'c']) {
        document.dispatchEvent(new CustomEvent('five9-sdk-event', {detail: {number}}));
      }
    });
    await user.press('Pause');
    await user.tabTo(/^Clear/);
    await user.keys('Tab');
    assert.match(await user.focused(), /five9-sdk-event/);
    await user.keys('End');
    assert.match(await user.focused(), / c$/);
    await user.keys('ArrowUp', 'Enter');
    assert.match(await user.focused(), / b$/);
    await user.sees('.event-list pre', '"number": "b"');
  });

  it('remembers colours and direction, also for the phone', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    const looks = () =>
      page.evaluate(() => {
        const key = document.querySelector('five9-click2dial')?.shadowRoot?.querySelector('button');
        return {
          dir: document.dir,
          page: getComputedStyle(document.body).color,
          key: key && getComputedStyle(key).color,
          scheme: getComputedStyle(document.documentElement).colorScheme,
        };
      });
    await user.press('Light');
    const light = await looks();
    assert.equal(light.scheme, 'light');
    await user.press('Dark');
    await user.press('RTL');
    const dark = await looks();
    assert.equal(dark.scheme, 'dark');
    assert.equal(dark.dir, 'rtl');
    assert.notEqual(dark.key, light.key);
    await page.reload();
    assert.deepEqual(await looks(), dark);
    await demo.screenshot(page, 'dark-rtl');
    // Clear the stored settings, because the other tests need the default colours and direction.
    await page.evaluate(() => localStorage.clear());
  });

  for (const width of [320, 380, 768, 1024, 1280, 1920]) {
    it(`fits into ${width} pixels`, async () => {
      const page = await demo.open();
      await page.setViewport({width, height: 800});
      const user = await useCrm(page);
      await user.press('Call (925) 000-0111');
      await user.sees('.call', 'Outgoing call');
      for (const dir of ['ltr', 'rtl']) {
        const room = await page.evaluate((direction) => {
          document.dir = direction;
          const {scrollWidth, clientWidth} = document.documentElement;
          return scrollWidth - clientWidth;
        }, dir);
        assert.equal(room, 0, `The page scrolls sideways in ${dir}.`);
      }
      await demo.screenshot(page, `width-${width}`);
    });
  }

  it('is not needed: three tags and the simulator make a phone', async () => {
    const page = await demo.open('demo/minimal.html');
    const user = usePage(page);
    await user.press('Call (925) 000-0111');
    await user.sees('five9-click2dial', 'On call');
    await user.sees('[part=state]', 'Talking');
    await user.press('1', '[part=key]');
    await user.sees('[part=output]', '1');
    await user.press('hang up');
    await user.choose('Disposition', 'Quote sent');
    await user.press('Set disposition');
    await user.sees('five9-dtmf-pad', 'No call');
    await demo.screenshot(page, 'minimal');
  });
});
