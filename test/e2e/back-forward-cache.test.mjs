import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {listen} from '../../demo/server/listen.mjs';
import {staticFiles} from '../../demo/server/static-files.mjs';
import {provideChromium} from '../runner/chromium.mjs';

/** @import {Handler} from '../../demo/server/listen.mjs' */

const cdn = staticFiles({'/cdn/': fileURLToPath(new URL('../../cdn/', import.meta.url))});

/**
 * Serves pages that a browser can keep in its back/forward cache. The pages of the demo have a header that forbids
 * this.
 *
 * @param {Record<string, string>} pages
 * @returns {Handler}
 */
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
        // Let the parent page send commands to this page, because Puppeteer cannot reach a frame of another process
        // after the frame was in the cache.
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
            const received = [];
            document.addEventListener('five9-connection', ({detail}) => received.push(detail.status));
            for (const event of ['five9-call-started', 'five9-call-ended', 'five9-call-finished'])
              document.addEventListener(event, ({type, replayed}) => received.push(type + (replayed ? ' again' : '')));
            addEventListener('pageshow', ({persisted}) => received.push(persisted ? 'kept' : 'new'));
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

  it('connects to its adapter again, and still has the call', async () => {
    const browser = /** @type {puppeteer.Browser} */ (open[0]);
    const page = await browser.newPage();
    const received = () => /** @type {Promise<string[]>} */ (page.evaluate('received'));
    const receives = (/** @type {string} */ entry) => page.waitForFunction(`received.at(-1) === '${entry}'`);

    await page.goto(`${url}/crm`);
    await page.waitForFunction("received.includes('new') && received.includes('connected')");
    await page.locator('five9-click2dial >>> button').click();
    await receives('five9-call-started');

    await page.goto(`${url}/elsewhere`);
    await page.goBack();
    await receives('five9-call-started again');
    assert.equal(await page.$eval('five9-click2dial', (element) => element.matches(':state(in-call)')), true);

    await page.$eval('five9-adapter >>> iframe', (frame) => {
      /** @type {HTMLIFrameElement} */ (frame).contentWindow?.postMessage('the customer hangs up', '*');
    });
    await receives('five9-call-finished');
    // Accept this event once or twice, because the adapter reports its live calls on two ports if it sends `connect`
    // itself and also answers `asking_connect`.
    const again = 'five9-call-started again';
    const events = (await received()).slice(2);
    if (events[5] === again) events.splice(5, 1);
    assert.deepEqual(events, [
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
