import {startWebKitDriver} from './webkit-driver.mjs';
import {WebDriverSession} from './webdriver-client.mjs';
import {WebDriverPage} from './webdriver-page.mjs';

/** @import {BrowserLauncher} from '@web/test-runner-core' */

/**
 * Runs test files in WebKitGTK, one after another in one window.
 *
 * @implements {BrowserLauncher}
 */
export class WebKitLauncher {
  name = 'WebKit';
  // Use this type, so that the runner's commands treat the result of `getPage()` as a Puppeteer page.
  type = 'puppeteer';
  concurrency = 1;

  #programs;
  /** @type {Awaited<ReturnType<typeof open>> | undefined} */
  #browser;
  /** @type {Map<string, string>} */
  #urls = new Map();

  /** @param {import('./webkit-driver.mjs').WebKitPrograms} programs */
  constructor(programs) {
    this.#programs = programs;
  }

  async initialize() {
    // Start the browser once more after an error, because on a busy machine, the browser sometimes starts too slowly
    // for the driver. A failed *test* is never repeated.
    this.#browser = await open(this.#programs).catch((error) => {
      console.warn(`WebKit did not start (${error.message}): starting it once more.`);
      return open(this.#programs);
    });
  }

  async stop() {
    await this.#browser?.stop();
    this.#browser = undefined;
  }

  /**
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    this.#urls.set(id, url);
    await this.#session.navigate(url);
  }

  /** @param {string} id */
  async stopSession(id) {
    this.#urls.delete(id);
    // Load an empty page, which ends the scripts of the test page.
    await this.#session.releaseActions();
    await this.#session.navigate('about:blank');
    return {};
  }

  /** @param {string} id */
  isActive(id) {
    return this.#urls.has(id);
  }

  /** @param {string} id */
  getBrowserUrl(id) {
    return this.#urls.get(id);
  }

  getPage() {
    return new WebDriverPage(this.#session);
  }

  startDebugSession() {
    return Promise.reject(new Error('WebKit has no debugger here: choose another engine, e.g. ENGINES=chromium.'));
  }

  get #session() {
    if (!this.#browser) throw new Error('WebKit is not running.');
    return this.#browser.session;
  }
}

/** @param {import('./webkit-driver.mjs').WebKitPrograms} programs */
async function open(programs) {
  const driver = await startWebKitDriver(programs);
  try {
    const session = await WebDriverSession.open(driver.address, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {binary: programs.browser, args: ['--automation']},
    });
    const stop = async () => {
      await session.close().catch(() => undefined);
      await driver.stop();
    };
    return {session, stop};
  } catch (error) {
    await driver.stop();
    throw error;
  }
}
