import assert from 'node:assert/strict';
import {it} from 'node:test';
import {describeDemo} from './harness.mjs';

const CUSTOMER = '9250000111';

/** @import {Page} from 'puppeteer-core' */

describeDemo('several tabs of one agent', (demo) => {
  /**
   * @param {string} name
   * @param {...unknown} args
   */
  async function command(name, ...args) {
    const body = JSON.stringify({name, args});
    const response = await fetch(new URL('simulator/commands', demo.adapterUrl), {method: 'POST', body});
    const {result, error} = await response.json();
    assert.equal(error, undefined);
    return result;
  }

  /** Opens a tab that is connected to the adapter of the other origin, and records the events of calls. */
  async function openTab() {
    const page = await demo.open('?adapter=frame');
    await page.evaluate(() => {
      const received = /** @type {string[]} */ ([]);
      Object.assign(globalThis, {received});
      for (const step of ['started', 'accepted', 'ended', 'finished']) {
        document.addEventListener(`five9-call-${step}`, (event) => {
          const {replayed, detail} = /** @type {any} */ (event);
          if (!replayed) received.push(`${step} ${detail.callData.interactionId}`);
        });
      }
    });
    await page.waitForSelector('#connection[data-status=connected]');
    return page;
  }

  /** @param {Page} page */
  const isMaster = (page) => page.evaluate('Five9.CrmSdk.interactionApi().isMasterPage()');

  /** @param {Page[]} tabs */
  const masters = async (tabs) => {
    const answers = await Promise.all(tabs.map(isMaster));
    return tabs.filter((_, index) => answers[index]);
  };

  /**
   * @param {Page} page
   * @param {string[]} expected
   */
  async function receives(page, expected) {
    const isThere = (/** @type {number} */ count) => /** @type {any} */ (globalThis).received.length >= count;
    // Check the condition by time and not in each frame, because a tab in the background renders no frames.
    await page.waitForFunction(isThere, {polling: 100}, expected.length);
    assert.deepEqual(await page.evaluate('received'), expected);
  }

  for (const count of [2, 5]) {
    for (const ending of /** @type {const} */ (['closes', 'crashes'])) {
      it(`${count} tabs: when the master ${ending}, another replaces it, and each event arrives exactly once`, async (test) => {
        if (ending === 'crashes' && demo.engine !== 'chromium') return test.skip('only Chromium can crash on command');
        await command('reset');
        const tabs = [];
        for (let index = 0; index < count; index++) tabs.push(await openTab());
        const [master, ...others] = await masters(tabs);
        assert.ok(master);
        assert.deepEqual(others, [], 'There is one master.');

        const id = await command('offerCall', {ani: CUSTOMER});
        await command('answer', id);
        const earlier = [`started ${id}`, `accepted ${id}`];
        for (const tab of tabs) await receives(tab, earlier);

        if (ending === 'closes') await master.goto('about:blank');
        else await master.goto('chrome://crash').catch(() => undefined);
        // Hang up now, because the other tabs must receive the event even if no tab has the WebSocket at this moment.
        await command('hangUp', id, {by: 'customer'});
        const left = tabs.filter((tab) => tab !== master);
        for (const tab of left) await receives(tab, [...earlier, `ended ${id}`]);
        await command('dispose', id, '3551');
        for (const tab of left) await receives(tab, [...earlier, `ended ${id}`, `finished ${id}`]);
        assert.equal((await masters(left)).length, 1);
        return undefined;
      });
    }
  }

  it('a reload during a call loses nothing', async () => {
    await command('reset');
    const page = await openTab();
    const id = await command('offerCall', {ani: CUSTOMER});
    await command('answer', id);
    await receives(page, [`started ${id}`, `accepted ${id}`]);
    await page.reload();
    await page.waitForSelector('#connection[data-status=connected]');
    const cavs = await page.evaluate(
      (interactionId) => /** @type {any} */ (globalThis).Five9.CrmSdk.interactionApi().getCav({interactionId}),
      id,
    );
    assert.ok(cavs.length);
    await command('reset');
  });

  it('executeRestApi sends the session to the other origin, executeRestApiV2 uses the adapter', async () => {
    await command('reset');
    const page = await openTab();
    const answers = /** @type {{status: number, response: string}[]} */ (
      await page.evaluate(() => {
        const api = /** @type {any} */ (globalThis).Five9.CrmSdk.interactionApi();
        const path = '/appsvcs/rs/svc/orgs/1/dispositions';
        return Promise.all([api.executeRestApi({path}), api.executeRestApiV2({path})]);
      })
    );
    for (const {status, response} of answers) {
      assert.equal(status, 200);
      assert.ok(JSON.parse(response).some((/** @type {{id: string}} */ {id}) => id === '3558'));
    }
  });
});
