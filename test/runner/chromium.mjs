import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {promisify} from 'node:util';
import {findChromium} from './find-browsers.mjs';

/** Options that let the browser run as root in a container, and that stop its own network requests during a test. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An npm package that contains a Chromium. */
const PACKAGE = '@sparticuz/chromium';
const PACKAGE_VERSION = '147.0.0';

/**
 * Finds a Chromium on this machine. If there is none, uses the Chromium of an npm package. The package is large, so it
 * is installed only in this case.
 *
 * @returns {Promise<{executablePath: string, args: string[]}>}
 */
export async function provideChromium() {
  const executablePath = findChromium();
  if (executablePath) return {executablePath, args: CHROMIUM_ARGS};
  console.log(`No Chromium, Chrome or Edge on this machine: using the one in the npm package ${PACKAGE}.`);
  try {
    // Check whether the file exists, because after an import that does not find the package, Node does not search
    // again, even after the installation.
    if (!existsSync(new URL(`../../node_modules/${PACKAGE}/package.json`, import.meta.url))) {
      await promisify(execFile)('npm', ['install', '--no-save', `${PACKAGE}@${PACKAGE_VERSION}`]);
    }
    const {default: chromium} = await import(PACKAGE);
    return {executablePath: await chromium.executablePath(), args: [...chromium.args, ...CHROMIUM_ARGS]};
  } catch (cause) {
    throw new Error(
      `No browser found, and ${PACKAGE} could not be installed: install Chromium, Chrome or Edge, or set CHROME_PATH.`,
      {cause},
    );
  }
}
