import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {listen} from '../../demo/server/listen.mjs';
import {staticFiles} from '../../demo/server/static-files.mjs';
import {provideChromium} from '../runner/chromium.mjs';

/** @import {Handler} from '../../demo/server/listen.mjs' */

const cdn = staticFiles({'/cdn/': fileURLToPath(new URL('../../cdn/', import.meta.url))});

/** A page that a browser may keep, as those of the demo may not. @param {Record<string, string>} pages @returns {Handler} */
const pages =
  (pages) =>
  (_request, response, {pathname}) => {
    const body = pages[pathname];
    if (body === undefined) return false;
    response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(`<!doctype html>${body}`);
    return true;
  };

describe('a page in the back/forward cache (chromium)', () => {
  /** @type {{close(): Promise<unknown>}[]} */
  const open = [];
  let url = '';

  before(async () => {
    const adapter = await listen(0, [
      pages({
        // To be told from the page around it: Puppeteer loses frames of other processes that were kept.
        '/adapter': `<script type="module" src="/cdn/simulator.js"></script>
          <script>
            addEventListener('message', ({data}) => {
              if (data !== 'the customer hangs up') return;
              const {contactCenter} = document.querySelector('five9-simulator');
              const [{id, dispositions}] = contactCenter.state().interactions;
              contactCenter.hangUp(id, {by: 'customer'});
              contactCenter.dispose(id, dispositions[0].id);
            });
          </script>
          <five9-simulator></five9-simulator>`,
      }),
      cdn,
    ]);
    const origin = `http://127.0.0.1:${adapter.port}`;
    const crm = await listen(0, [
      pages({
        '/crm': `<script type="module" src="/cdn/five9-elements.js"></script>
          <script>
            const heard = [];
            document.addEventListener('five9-connection', ({detail}) => heard.push(detail.status));
            for (const event of ['five9-call-started', 'five9-call-ended', 'five9-call-finished'])
              document.addEventListener(event, ({type, replayed}) => heard.push(type + (replayed ? ' again' : '')));
            addEventListener('pageshow', ({persisted}) => heard.push(persisted ? 'kept' : 'new'));
          </script>
          <five9-adapter src="${origin}/adapter"></five9-adapter>
          <five9-click2dial number="9250000111"></five9-click2dial>`,
        '/elsewhere': 'Elsewhere',
      }),
      cdn,
    ]);
    url = `http://localhost:${crm.port}`;
    const browser = await puppeteer.launch({
      ...(await provideChromium()),
      headless: true,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    open.push(browser, crm, adapter);
  });
  after(async () => {
    for (const one of open) await one.close();
  });

  it('finds its adapter again, in which the call went on', async () => {
    const browser = /** @type {puppeteer.Browser} */ (open[0]);
    const page = await browser.newPage();
    const heard = () => /** @type {Promise<string[]>} */ (page.evaluate('heard'));
    const hears = (/** @type {string} */ what) => page.waitForFunction(`heard.at(-1) === '${what}'`);

    await page.goto(`${url}/crm`);
    await page.waitForFunction("heard.includes('new') && heard.includes('connected')");
    await page.locator('five9-click2dial >>> button').click();
    await hears('five9-call-started');

    await page.goto(`${url}/elsewhere`);
    await page.goBack();
    await hears('five9-call-started again');
    assert.equal(await page.$eval('five9-click2dial', (element) => element.matches(':state(in-call)')), true);

    await page.$eval('five9-adapter >>> iframe', (frame) => {
      /** @type {HTMLIFrameElement} */ (frame).contentWindow?.postMessage('the customer hangs up', '*');
    });
    await hears('five9-call-finished');
    // Once or twice again: an adapter that speaks first and answers as well tells on each port what is live, the first time before there is another.
    const again = 'five9-call-started again';
    const told = (await heard()).slice(2);
    if (told[5] === again) told.splice(5, 1);
    assert.deepEqual(told, [
      'five9-call-started',
      'lost',
      'kept',
      'connected',
      again,
      'five9-call-ended',
      'five9-call-finished',
    ]);
  });
});
