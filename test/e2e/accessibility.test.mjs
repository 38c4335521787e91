import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {it} from 'node:test';
import {useCrm, usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

/** @import {Page} from 'puppeteer-core' */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeDemo('accessibility', (demo) => {
  /**
   * Nothing that axe finds, in light and dark.
   *
   * @param {Page} page
   */
  async function isAccessible(page) {
    // Evaluated, not inserted: the page's policy takes no script of another origin.
    await page.evaluate(axe);
    for (const scheme of ['light', 'dark']) {
      const violations = await page.evaluate(async (name) => {
        document.documentElement.dataset.scheme = name;
        const found = await /** @type {any} */ (globalThis).axe.run(document, {iframes: false});
        return found.violations.map((/** @type {any} */ {id, help, nodes}) => ({
          id,
          help,
          where: nodes.map((/** @type {any} */ {target}) => target.flat().join(' ')),
        }));
      }, scheme);
      assert.deepEqual(violations, [], `in ${scheme}`);
    }
  }

  for (const width of [380, 1280]) {
    it(`holds all through a call, at ${width} pixels`, async () => {
      const page = await demo.open();
      await page.setViewport({width, height: 900});
      const user = await useCrm(page);
      await isAccessible(page);
      await user.press('Call (925) 000-0111');
      await user.sees('[part=state]', 'Talking');
      await user.press('1', '[part=key]');
      await user.sees('[part=output]', '1');
      await user.press('five9-call-started', 'summary');
      await isAccessible(page);
      await user.press('hang up');
      await user.sees('.call', 'Call ended');
      await isAccessible(page);
      await user.choose('Disposition', 'Call back later');
      await isAccessible(page);
      await user.press('Set disposition');
      await user.hears('call-finished');
      await isAccessible(page);
    });
  }

  it('holds while a customer calls', async () => {
    const page = await demo.open();
    const user = await useCrm(page);
    await user.press('Customer calls');
    await user.sees('.call', 'Incoming call');
    await isAccessible(page);
  });

  it('holds when something went wrong', async () => {
    const page = await demo.open('#contact-127');
    const user = await useCrm(page);
    await user.press('Call (925) 555-0199');
    await user.sees('[role=alert]', 'do-not-call list');
    await isAccessible(page);
  });

  it('holds without an adapter', async () => {
    const page = await demo.open('?adapter=none');
    const user = usePage(page);
    await user.press('Call (925) 000-0111');
    await user.sees('[role=alert]', 'Five9 is not connected.');
    await isAccessible(page);
  });

  it('holds with the adapter in a frame, from right to left', async () => {
    const page = await demo.open('?adapter=frame');
    const user = await useCrm(page);
    await user.press('RTL');
    await isAccessible(page);
  });
});
