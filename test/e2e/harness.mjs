import assert from 'node:assert/strict';
import {mkdir} from 'node:fs/promises';
import {after, afterEach, before, describe} from 'node:test';
import process from 'node:process';
import * as puppeteer from 'puppeteer-core';
import {startSites} from '../../demo/server/sites.mjs';
import {provideChromium} from '../runner/chromium.mjs';
import {findFirefox} from '../runner/find-browsers.mjs';

const SCREENSHOTS = 'test-results/screenshots';

/**
 * Tools for the tests of `describeDemo`. `url` and `adapterUrl` are available in `it`, not in `describe`.
 *
 * @typedef {object} Demo
 * @property {string} engine
 * @property {string} url Address of the CRM, with a slash at the end.
 * @property {string} adapterUrl Address of the simulated Five9, with a slash at the end.
 * @property {(path?: string, options?: {expected?: RegExp}) => Promise<puppeteer.Page>} open
 *   Opens a page of the CRM. An error that the page logs, throws or gets from the server fails the test, unless `expected` matches the error.
 * @property {(page: puppeteer.Page, name: string) => Promise<void>} screenshot Saves a screenshot in
 *   test-results/screenshots.
 */

/**
 * Describes scenarios for each engine that Puppeteer can drive, with the demo as `npm start` serves it.
 *
 * @param {string} title
 * @param {(demo: Demo) => void} scenarios
 */
export function describeDemo(title, scenarios) {
  for (const engine of engines()) {
    describe(`${title} (${engine})`, () => {
      let browser = /** @type {puppeteer.Browser} */ (/** @type {unknown} */ (undefined));
      let sites = /** @type {Awaited<ReturnType<typeof startSites>>} */ (/** @type {unknown} */ (undefined));
      /** @type {puppeteer.Page[]} */
      let pages = [];
      /** @type {string[]} */
      let problems = [];

      before(async () => {
        sites = await startSites({port: 0, adapterPort: 0});
        browser = await launch(engine);
      });
      after(async () => {
        // Close the browser and the servers, also after a failed `before`, because the process does not end while they
        // are open.
        await browser?.close();
        await sites?.close();
      });
      afterEach(async () => {
        await Promise.all(pages.map((page) => page.close()));
        // Reset the contact centre of the server, because it keeps its calls after the pages are closed.
        const body = JSON.stringify({name: 'reset'});
        await fetch(new URL('simulator/commands', sites.adapterUrl), {method: 'POST', body});
        const found = problems;
        pages = [];
        problems = [];
        assert.deepEqual(found, [], 'The page has no errors.');
      });

      scenarios({
        engine,
        get url() {
          return sites.url;
        },
        get adapterUrl() {
          return sites.adapterUrl;
        },
        async open(path = '', {expected} = {}) {
          const page = await browser.newPage();
          pages.push(page);
          await page.setViewport({width: 1280, height: 900});
          listenTo(page, (problem) => {
            if (!expected?.test(problem)) problems.push(problem);
          });
          await page.goto(new URL(path, sites.url).href);
          return page;
        },
        async screenshot(page, name) {
          await mkdir(SCREENSHOTS, {recursive: true});
          await page.screenshot({path: `${SCREENSHOTS}/${name}.${engine}.png`});
        },
      });
    });
  }
}

/**
 * @param {puppeteer.Page} page
 * @param {(problem: string) => void} report
 */
function listenTo(page, report) {
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) report(`console.${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`thrown: ${error instanceof Error ? error.message : String(error)}`));
  page.on('response', (response) => {
    if (response.status() >= 400) report(`${response.status()}: ${response.url()}`);
  });
}

/** Returns the engines to test in: Chromium, which is installed if missing, and Firefox if the machine has it. */
function engines() {
  const wanted = process.env.ENGINES ?? 'chromium,firefox';
  return ['chromium', ...(findFirefox() ? ['firefox'] : [])].filter((engine) => wanted.includes(engine));
}

/** @param {string} engine */
async function launch(engine) {
  if (engine === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: /** @type {string} */ (findFirefox()),
      headless: true,
    });
  }
  return puppeteer.launch({...(await provideChromium()), headless: true});
}
