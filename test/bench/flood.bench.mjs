import {judge, runInBrowser} from './in-browser.mjs';

/** @type {{messages: number, bare: number, connected: number, searching: number, rounds: number}} */
const t = await runInBrowser('flood.js', 'flood');
const each = (/** @type {number} */ time) => `${((time * 1000) / t.messages).toFixed(2)} µs`;
console.log(`\nA hostile frame of another origin posts ${t.messages} messages, again and again:`);
for (const state of /** @type {const} */ (['connected', 'searching'])) {
  judge(
    `all delivered while we are ${state}, against a page with one listener that returns at once`,
    t[state] / t.bare,
    1.25,
    `${each(t[state])} to ${each(t.bare)} a message`,
  );
}
