import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {it} from 'node:test';
import {isAccessible} from './axe.mjs';
import {usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

/** @import {Page} from 'puppeteer-core' */

/** @type {{modules: {declarations?: {tagName?: string, attributes?: {name: string}[], events?: {name: string}[]}[]}[]}} */
const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
const elements = manifest.modules.flatMap(({declarations = []}) => declarations.filter(({tagName}) => tagName));
const tags = elements.map(({tagName}) => tagName ?? '').sort();

/** @param {import('./harness.mjs').Demo} demo @param {string} path */
async function openPage(demo, path) {
  const page = await demo.open(path);
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  return page;
}

describeDemo('the page elements.html', (demo) => {
  it('shows the whole manifest, with a live demo and a snippet of each element', async () => {
    const page = await openPage(demo, 'demo/elements.html');
    const shown = await page.$$eval('.element', (all) =>
      all.map((section) => ({
        tag: section.id,
        snippet: section.querySelector('pre')?.textContent,
        live: section.querySelector('.demo')?.querySelector(`${section.id}:defined`) !== null,
        words: section.textContent ?? '',
      })),
    );
    assert.deepEqual(
      shown.map(({tag}) => tag),
      tags,
    );
    for (const {tag, snippet, live, words} of shown) {
      assert.ok(snippet?.includes(`<${tag}`), `elements.html has a demo template for ${tag}.`);
      assert.ok(live || tag === 'five9-simulator', `The section of ${tag} has a live element.`);
      const {attributes = [], events = []} = elements.find(({tagName}) => tagName === tag) ?? {};
      for (const {name} of [...attributes, ...events])
        assert.ok(words.includes(name), `The section of ${tag} contains ${name}.`);
    }
    await demo.screenshot(page, 'elements');
  });

  it('connects its demos to one simulator, and logs the events of each', async () => {
    const page = await openPage(demo, 'demo/elements.html#five9-mute');
    const user = usePage(page);
    await user.press('Customer calls');
    await user.press('Answer');
    await user.sees('#remote-state', 'Call: talking');
    await user.sees('#five9-mute .received code', 'five9-call-accepted');
    // Use the keyboard, because the demos above grow when the call is accepted, and a click could miss the button.
    await page.focus('#five9-mute five9-mute');
    await page.keyboard.press('Enter');
    await user.sees('#five9-mute .received code', 'five9-mute-change');
    assert.equal(await page.$('#five9-dtmf-pad .received [data-text=name]:not(:empty)').then(Boolean), true);
  });

  it('copies a snippet, and reports it', async () => {
    const page = await openPage(demo, 'demo/elements.html');
    const user = usePage(page);
    const pressCopy = () => page.$eval('#five9-click2dial .copy', (it) => /** @type {HTMLElement} */ (it).click());
    // Replace the clipboard, so that the page does not change the clipboard of the machine.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {writeText: (/** @type {string} */ text) => void Object.assign(window, {copied: text})},
      });
    });
    await pressCopy();
    await user.sees('#five9-click2dial .snippet [role=status]', 'Copied');
    const [shown, copied] = await page.evaluate(() => [
      document.querySelector('#five9-click2dial pre')?.textContent,
      /** @type {any} */ (window).copied,
    ]);
    assert.equal(copied, shown);

    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await pressCopy();
    await user.sees('#five9-click2dial .snippet [role=status]', 'press Ctrl+C');
    assert.equal(await page.evaluate(() => getSelection()?.toString().trim()), shown);
  });

  it('can be used with the keyboard: index, search and deep links', async () => {
    const page = await openPage(demo, 'demo/elements.html');
    const user = usePage(page);
    await user.tabTo(/^Search elements$/);
    await page.keyboard.type('masked');
    await user.sees('#found', '1 found');
    await user.keys('ArrowDown');
    assert.equal(await user.focused(), 'dtmf-pad');
    await user.keys('Enter');
    await user.until(() => document.activeElement?.matches('#five9-dtmf-pad h2'));
    assert.equal(new URL(page.url()).hash, '#five9-dtmf-pad');

    // Check that a link shows its element even if the search has hidden the element.
    await page.evaluate(() => void (location.hash = '#five9-mute'));
    await user.until(() => document.activeElement?.matches('#five9-mute h2'));
    await user.until(() => document.querySelectorAll('.element[hidden]').length === 0);
    await user.until(() => document.querySelector('#index-list [aria-current]')?.textContent === 'mute');

    // Check that the element stays in view and marked while the demo of an element above it grows.
    await page.evaluate(() => {
      const above = /** @type {HTMLElement} */ (document.querySelector('#five9-adapter .demo'));
      above.style.minBlockSize = '3000px';
    });
    await user.until(() => Math.abs(document.querySelector('#five9-mute')?.getBoundingClientRect().top ?? NaN) < 100);
    assert.equal(await page.$eval('#index-list [aria-current]', (link) => link.textContent), 'mute');

    // Check that the mark follows a reader who scrolls with the scroll bar, which causes only the events `scroll` and `scrollend`.
    await page.evaluate(() => scrollTo({top: 0, behavior: 'instant'}));
    await user.until(() => document.querySelector('#index-list [aria-current]')?.textContent !== 'mute');

    await user.press('Search elements');
    await page.keyboard.type('xyzzy');
    await user.sees('#found', 'Nothing found');
  });

  it('reports a manifest that cannot be loaded', async () => {
    const page = await demo.open('demo/minimal.html', {expected: /404/});
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().endsWith('/custom-elements.json')) void request.respond({status: 404, body: ''});
      else void request.continue();
    });
    await page.goto(new URL('demo/elements.html', demo.url).href);
    await usePage(page).sees('[role=alert]', 'custom-elements.json: 404');
  });

  it('fits into every width, and is accessible', async () => {
    const page = await openPage(demo, 'demo/elements.html');
    for (const width of [320, 760, 1280]) {
      await page.setViewport({width, height: 900});
      await fits(page);
    }
    await isAccessible(page);
  });
});

describeDemo('the page states.html', (demo) => {
  it('shows every visible element in each of its states, and is accessible in light and dark', async () => {
    const page = await openPage(demo, 'demo/states.html');
    assert.deepEqual(await page.$$eval('.states-of', (all) => all.map(({id}) => id)), tags);
    assert.deepEqual(await page.$$eval('[role=alert].failed', (all) => all.map((it) => it.textContent)), []);
    // Ignore the rule `landmark-unique`, because the page shows several simulators with the same landmarks.
    await isAccessible(page, {without: ['landmark-unique']});
    await demo.screenshot(page, 'states');
  });

  it('brings an element into the state of each cell', async () => {
    const page = await openPage(demo, 'demo/states.html?element=five9-mute');
    const cells = await page.$$eval('#five9-mute .cell', (all) =>
      all.map((cell) => {
        const element = cell.querySelector('five9-mute');
        const part = (/** @type {string} */ name) => element?.shadowRoot?.querySelector(`[part=${name}]`);
        const words = [part('status'), part('error')].map((it) => it?.textContent?.trim()).join('|');
        return [/** @type {HTMLElement} */ (cell).dataset.state, words, element?.matches(':state(pending)')];
      }),
    );
    assert.deepEqual(Object.fromEntries(cells.map(([state, words]) => [state, words])), {
      'no-service': 'Connecting to Five9…|',
      connecting: 'Connecting to Five9…|',
      unreachable: 'Five9 cannot be reached. Log in to Five9.|',
      lost: 'The connection to Five9 was lost.|',
      'logged-out': 'No call|',
      idle: 'No call|',
      offered: 'No call|',
      talking: '|',
      pending: '|',
      error: '|The server is busy.',
      done: 'Muted|',
      ended: 'No call|',
      finished: 'No call|',
      'old-sdk': 'This version of Five9 cannot do that.|',
      chat: 'No call|',
    });
    for (const [state, , isPending] of cells) assert.equal(isPending, state === 'pending', String(state));
  });

  it('keeps its settings in its address', async () => {
    const page = await openPage(demo, 'demo/states.html?state=error&width=360');
    const user = usePage(page);
    const states = () =>
      page.$$eval('.cell', (all) => [
        ...new Set(all.filter((one) => one.checkVisibility()).map((one) => /** @type {any} */ (one).dataset.state)),
      ]);
    assert.deepEqual(await states(), ['error']);
    assert.equal(await page.$eval('#five9-mute .cell:not([hidden])', (it) => it.clientWidth), 360);
    await user.choose('Element', 'five9-dtmf-pad');
    await user.press('200 %');
    await user.until(() => document.querySelectorAll('.states-of:not([hidden])').length === 1);
    assert.equal(new URL(page.url()).search, '?state=error&width=360&element=five9-dtmf-pad&text=200');
    for (const width of [320, 1280]) {
      await page.setViewport({width, height: 900});
      await fits(page);
    }
  });
});

/** @param {Page} page */
async function fits(page) {
  const room = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(room, 0, 'The page scrolls sideways.');
}
