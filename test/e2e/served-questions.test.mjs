import assert from 'node:assert/strict';
import {it} from 'node:test';
import {describeDemo} from './harness.mjs';

const CUSTOMER = '9250000111';
const RECORD = {id: '123', label: 'Contact', name: 'Robin Doe', isWho: true, isWhat: false};

/** @import {Page} from 'puppeteer-core' */

describeDemo('questions to several tabs of one agent', (demo) => {
  /** @param {string} path @param {RequestInit} [init] */
  const simulator = async (path, init) => (await fetch(new URL(`simulator/${path}`, demo.adapterUrl), init)).json();

  /**
   * @param {string} name
   * @param {...unknown} args
   */
  async function command(name, ...args) {
    const {result, error} = await simulator('commands', {method: 'POST', body: JSON.stringify({name, args})});
    assert.equal(error, undefined);
    return result;
  }

  /**
   * Opens a tab whose page answers the adapter of the other origin.
   *
   * @param {string} name Result of the page's custom method.
   */
  async function openTab(name) {
    // Firefox reports a WebSocket that a reload interrupts as an error.
    const page = await demo.open('demo/minimal.html', {expected: /ws:\/\//});
    const adapterOrigin = new URL(demo.adapterUrl).origin;
    await page.evaluate(
      (origin, answer, record) => {
        document.querySelector('five9-simulator')?.remove();
        // Use the SDK of the bundle, because an adapter gives a window only one port for each API.
        const provider = document.createElement('five9-provider');
        provider.setAttribute('adapter-origin', origin);
        document.body.append(provider);
        const sdk = /** @type {any} */ (globalThis).Five9.CrmSdk;
        const asked = /** @type {string[]} */ ([]);
        const found = {crmObjects: [record]};
        Object.assign(globalThis, {asked});
        sdk.crmApi().registerApi({
          search: () => asked.push('search') && found,
          saveLog: () => asked.push('saveLog'),
        });
        sdk.customMethodsApi().registerCustomMethods({whoAreYou: () => asked.push('whoAreYou') && answer});
        sdk
          .applicationApi()
          .subscribe('loginStateChanged', (/** @type {{state: string}} */ {state}) => asked.push(state));
        const frame = document.createElement('iframe');
        frame.title = 'Adapter';
        frame.src = `${origin}/clients/integrations/adt.main.html`;
        document.body.append(frame);
      },
      adapterOrigin,
      name,
      RECORD,
    );
    return page;
  }

  /** @param {Page} page */
  const askedIn = (page) => page.evaluate(() => /** @type {any} */ (globalThis).asked);

  /**
   * Waits until the server asks the clients of a number of tabs.
   *
   * @param {number} count
   */
  async function untilAsked(count) {
    for (let asked = -1, pages = -1; asked !== count || pages !== count;) {
      // A tab that goes away during the question makes the command fail.
      const body = JSON.stringify({name: 'callCustomMethod', args: ['unknown']});
      await simulator('commands', {method: 'POST', body});
      const batch = await simulator('adapter/events');
      pages = batch.pages.length;
      // Without clients, no question is asked.
      asked = pages ? (batch.state.questions.at(-1)?.asked ?? 0) : 0;
    }
  }

  it('each tab answers once; the server finds the record, saves the log, and forgets a tab that closes', async () => {
    await command('reset');
    const first = await openTab('the first tab');
    const second = await openTab('the second tab');
    await untilAsked(2);
    const id = await command('offerCall', {ani: CUSTOMER});
    await command('answer', id);
    assert.match(await command('callCustomMethod', 'whoAreYou'), /^the (first|second) tab$/);
    await command('hangUp', id);
    await command('dispose', id, '3551');
    const {interactions, questions} = await simulator('state');
    const [call] = interactions;
    assert.deepEqual([call.state, call.logged, call.searchResults], ['FINISHED', 'saved', [RECORD]]);
    for (const tab of [first, second]) {
      await tab.waitForFunction(
        () => ['search', 'whoAreYou', 'saveLog'].every((name) => /** @type {any} */ (globalThis).asked.includes(name)),
        {polling: 100},
      );
      const asked = await askedIn(tab);
      assert.deepEqual(
        ['search', 'whoAreYou', 'saveLog'].map(
          (name) => asked.filter((/** @type {string} */ it) => it === name).length,
        ),
        [1, 1, 1],
      );
    }
    assert.ok(questions.some((/** @type {any} */ {method, asked}) => method === 'saveLog' && asked === 2));

    await first.goto('about:blank');
    await untilAsked(1);
    assert.equal(await command('callCustomMethod', 'whoAreYou'), 'the second tab');
    await second.goto('about:blank');
    await untilAsked(0);
  });

  it('a tab that loads again is asked again, and gets the events of the session', async () => {
    await command('reset');
    const tab = await openTab('a tab');
    await untilAsked(1);
    await tab.reload();
    await untilAsked(0);
    const again = await openTab('another tab');
    await untilAsked(1);
    // Each API connects on its own, and an event is sent only to the connected pages.
    while ((await simulator('state')).connectedPages.applicationApi !== 1) await new Promise(setImmediate);
    await command('setLoginState', 'SELECT_STATION');
    await again.waitForFunction(() => /** @type {any} */ (globalThis).asked.includes('SELECT_STATION'), {polling: 100});
  });
});
