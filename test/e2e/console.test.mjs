import assert from 'node:assert/strict';
import {it} from 'node:test';
import {usePage} from './crm.mjs';
import {describeDemo} from './harness.mjs';

/** @import {Page} from 'puppeteer-core' */

/** Records the events of calls at the document. @param {Page} page */
const listen = (page) =>
  page.evaluate(() => {
    const received = /** @type {string[]} */ ([]);
    Object.assign(window, {received});
    for (const step of ['started', 'accepted', 'ended', 'finished']) {
      document.addEventListener(`five9-call-${step}`, (event) => {
        const {type, detail, replayed, interactionId} = /** @type {any} */ (event);
        const {callType} = detail.callData;
        const {dispositionName} = detail.callLogData ?? {};
        received.push([type, replayed, interactionId, callType, dispositionName].join(' '));
      });
    }
  });

/** @param {Page} page @returns {Promise<string[]>} */
const received = (page) => page.evaluate(() => /** @type {any} */ (window).received);

describeDemo('the console', (demo) => {
  it('records a call and replays it in another page: the same events in the same order', async () => {
    const page = await demo.open('demo/console.html');
    const user = usePage(page);
    await user.sees('five9-agent-status', 'Connected');
    await listen(page);
    // Replace the clipboard, so that the page does not change the clipboard of the machine.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {writeText: async (/** @type {string} */ text) => void Object.assign(window, {copied: text})},
      });
    });
    await user.press('Start recording', 'button');
    await user.press('Customer calls');
    await user.press('Answer');
    await user.sees('[part=event]', 'callAccepted');
    await user.choose('Method', 'getCav', '.grow > select');
    await user.press('Call getCav', 'button');
    await user.sees('[part=result]', 'Alice');
    await user.press('Customer hangs up');
    await user.choose('Disposition', 'Not interested');
    await user.press('Set disposition', 'button');
    await user.sees('[part=event]', 'callFinished');
    await user.press('Stop recording', 'button');
    await user.press('Copy recording', 'button');
    await user.until(() => 'copied' in window);
    const recording = await page.evaluate(() => /** @type {string} */ (/** @type {any} */ (window).copied));
    assert.doesNotMatch(recording, /9250000111|Alice|Robin/);
    const recorded = await received(page);
    assert.equal(recorded.length, 4);
    await demo.screenshot(page, 'console');

    const fresh = await demo.open('demo/console.html?replay');
    const other = usePage(fresh);
    await other.sees('h2', 'Replay');
    await listen(fresh);
    const field = await other.find('or paste its text', 'textarea');
    await field.evaluate((it, text) => {
      Object.assign(it, {value: text}).dispatchEvent(new Event('input', {bubbles: true}));
    }, recording);
    await other.press('Load', 'button');
    await other.sees('.recording', 'To replay:');
    await other.choose('Speed', 'Ten times as fast');
    await other.press('Replay', '.recording > :last-child .main:enabled');
    await other.sees('.recording', 'All events are sent.');
    // Wait for the effect of the last event, which may arrive after this status.
    await other.sees('five9-disposition', 'Set: Not interested');
    assert.deepEqual(await received(fresh), recorded);
    await demo.screenshot(fresh, 'console-replay');
  });

  it('reports that it did not load, and loads at the next try', async () => {
    const page = await demo.open('demo/minimal.html', {expected: /ERR_FAILED|NS_ERROR|console\.js/});
    const user = usePage(page);
    await page.setRequestInterception(true);
    let refuses = true;
    page.on('request', (request) => {
      // The element requests the file once more with a query.
      if (refuses && new URL(request.url()).pathname.endsWith('/console.js')) void request.abort();
      else void request.continue();
    });
    await page.evaluate(() => document.body.append(document.createElement('five9-console')));
    await user.sees('[part=error]', 'The console could not be loaded.');
    refuses = false;
    await user.press('Try again', '[part=retry]');
    await user.sees('h2', 'Methods');
    await user.seesNo('button', 'Try again');
  });
});
