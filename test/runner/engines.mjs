import process from 'node:process';
import {chromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import {findFirefox, findWebKit} from './find-browsers.mjs';
import {provideChromium} from './chromium.mjs';
import {WebKitLauncher} from './webkit-launcher.mjs';

/** @import {BrowserLauncher} from '@web/test-runner-core' */

/** Nobody reads the network events, and a browser needs much processor time to report thousands of requests. */
const QUIET = {networkEnabled: false, issuesEnabled: false};

/** @type {Record<string, {find: () => Promise<BrowserLauncher | undefined>, missing: string}>} */
const ENGINES = {
  chromium: {
    async find() {
      const {executablePath, args} = await provideChromium();
      const launchOptions = {executablePath, args, ...QUIET};
      return named('Chromium', chromeLauncher({launchOptions, concurrency: 1}));
    },
    missing: 'Install Chromium, Chrome or Edge, or set CHROME_PATH.',
  },
  firefox: {
    async find() {
      const executablePath = findFirefox();
      if (!executablePath) return undefined;
      /** @type {puppeteer.LaunchOptions} */
      const launchOptions = {browser: 'firefox', executablePath, headless: true, ...QUIET};
      // Use `chromeLauncher`, because despite its name, it starts any browser that Puppeteer supports.
      return named('Firefox', chromeLauncher({launchOptions, puppeteer, concurrency: 1}));
    },
    missing: 'Install firefox-esr or Firefox, or set FIREFOX_PATH.',
  },
  webkit: {
    async find() {
      const programs = findWebKit();
      return programs && new WebKitLauncher(programs);
    },
    missing: 'Install webkit2gtk-driver and xvfb (Linux).',
  },
};

/**
 * Finds the browser engines for the tests. The environment variable `ENGINES` contains their names. Default: all
 * engines. Prints the found and the missing engines. If `REQUIRE_ENGINES` is set, a missing engine is an error.
 *
 * @returns {Promise<BrowserLauncher[]>}
 */
export async function findEngines() {
  const wanted = (process.env.ENGINES ?? Object.keys(ENGINES).join(',')).split(/[\s,]+/).filter(Boolean);
  /** @type {BrowserLauncher[]} */
  const found = [];
  const missing = [];
  for (const name of wanted) {
    const engine = ENGINES[name];
    if (!engine) throw new Error(`ENGINES contains "${name}": use ${Object.keys(ENGINES).join(', ')}.`);
    const launcher = await engine.find();
    if (launcher) found.push(launcher);
    else missing.push(`${name} (${engine.missing})`);
  }
  console.log(`Testing in: ${found.map(({name}) => name).join(', ') || 'nothing'}.`);
  if (missing.length > 0) console.log(`Not found: ${missing.join('; ')}`);
  if (missing.length > 0 && process.env.REQUIRE_ENGINES)
    throw new Error('An engine is missing: install it, or unset REQUIRE_ENGINES.');
  return found;
}

/**
 * @param {string} name
 * @param {BrowserLauncher} launcher
 */
function named(name, launcher) {
  launcher.name = name;
  return launcher;
}
