import {accessSync, constants, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import process from 'node:process';

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the path of the first of these programs that the machine has. A candidate is a path, or a name to look for in PATH.
 *
 * @param {(string | undefined)[]} candidates
 */
export function findProgram(...candidates) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return candidates
    .flatMap((candidate) => (candidate ? [candidate] : []))
    .flatMap((candidate) => (/[/\\]/.test(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate))))
    .find(isExecutable);
}

const windowsPrograms = process.env.PROGRAMFILES ?? String.raw`C:\Program Files`;

export function findChromium() {
  return findProgram(
    process.env.CHROME_PATH,
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    join(windowsPrograms, String.raw`Google\Chrome\Application\chrome.exe`),
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  );
}

export function findFirefox() {
  return findProgram(
    process.env.FIREFOX_PATH,
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    join(windowsPrograms, String.raw`Mozilla Firefox\firefox.exe`),
  );
}

/**
 * Finds the test browser of WebKitGTK. The name of its folder depends on the machine and on the version of the library.
 */
function findMiniBrowser() {
  const inFolder = (/** @type {string} */ folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => join(folder, version, 'MiniBrowser'));
  const libraries = ['/usr/lib', '/usr/libexec', '/usr/lib64'];
  const perMachine = entriesOf('/usr/lib').map((name) => join('/usr/lib', name));
  return findProgram(process.env.MINIBROWSER_PATH, ...[...libraries, ...perMachine].flatMap(inFolder));
}

/**
 * Returns the names of the files in a folder. Returns an empty list if the folder is missing.
 *
 * @param {string} folder
 */
function entriesOf(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Finds the three programs that WebKitGTK needs: the driver, the browser, and a virtual display (Xvfb) for the browser.
 */
export function findWebKit() {
  const driver = findProgram('WebKitWebDriver');
  const browser = findMiniBrowser();
  const display = findProgram('Xvfb');
  return driver && browser && display ? {driver, browser, display} : undefined;
}
