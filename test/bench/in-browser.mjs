import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {listen} from '../../demo/server/listen.mjs';
import {staticFiles} from '../../demo/server/static-files.mjs';
import {provideChromium} from '../runner/chromium.mjs';

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Runs an exported function of a module of `pages/` in Chromium, in an empty page that can load the built files from
 * `/cdn/`. The module can call two functions: `usedHeap()` returns the bytes in use after a garbage collection.
 * `threadTime()` returns for how many milliseconds the page's main thread has worked; other processes on the machine do
 * not affect this time.
 *
 * @template Result
 * @param {string} module file name of the module
 * @param {string} name name of the exported function
 * @returns {Promise<Result>} the result of the function
 */
export async function runInBrowser(module, name) {
  const server = await listen(0, [staticFiles({'/cdn/': folder('../../cdn/'), '/': folder('pages/')})]);
  const browser = await puppeteer.launch({...(await provideChromium()), protocolTimeout: 300_000});
  try {
    const page = await browser.newPage();
    const devTools = await page.createCDPSession();
    await page.exposeFunction('usedHeap', async () => {
      await devTools.send('HeapProfiler.collectGarbage');
      return (await devTools.send('Runtime.getHeapUsage')).usedSize;
    });
    await devTools.send('Performance.enable', {timeDomain: 'threadTicks'});
    await page.exposeFunction('threadTime', async () => {
      const {metrics} = await devTools.send('Performance.getMetrics');
      return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN);
    });
    await page.goto(`http://localhost:${server.port}/empty.html`);
    return /** @type {Result} */ (
      await page.evaluate(async (url, key) => (await import(url))[key](), `/${module}`, name)
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Prints a ratio and its bound. If the ratio is above the bound, the process ends with an error code.
 *
 * @param {string} what
 * @param {number} ratio
 * @param {number} bound
 * @param {string} detail
 */
export function judge(what, ratio, bound, detail) {
  const kept = ratio <= bound;
  if (!kept) process.exitCode = 1;
  console.log(`${kept ? 'ok  ' : 'OVER'} ${what}: ${ratio.toFixed(2)}× (bound ${bound}×)   ${detail}`);
}
