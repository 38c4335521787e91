import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {promisify} from 'node:util';
import {findChromium} from './find-browsers.mjs';

/** What a browser needs to run as root in a container, and what keeps it from calling home during a test. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CARRIER = '@sparticuz/chromium';
const CARRIER_VERSION = '147.0.0';

/**
 * A Chromium to test in: the machine's; else one that comes inside an npm package. That package is large and few need it,
 * so it is fetched only here.
 *
 * @returns {Promise<{executablePath: string, args: string[]}>}
 */
export async function provideChromium() {
  const executablePath = findChromium();
  if (executablePath) return {executablePath, args: CHROMIUM_ARGS};
  console.log(`No Chromium, Chrome or Edge on this machine: taking the one inside the npm package ${CARRIER}.`);
  try {
    // Not asked of Node's own resolution, which would remember for good that it was missing.
    if (!existsSync(new URL(`../../node_modules/${CARRIER}/package.json`, import.meta.url))) {
      await promisify(execFile)('npm', ['install', '--no-save', `${CARRIER}@${CARRIER_VERSION}`]);
    }
    const {default: carried} = await import(CARRIER);
    return {executablePath: await carried.executablePath(), args: [...carried.args, ...CHROMIUM_ARGS]};
  } catch (cause) {
    throw new Error(
      `Tests need a browser, and ${CARRIER} could not be had either: install Chromium, Chrome or Edge, or set CHROME_PATH.`,
      {cause},
    );
  }
}
