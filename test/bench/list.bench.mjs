import {judge, runInBrowser} from './in-browser.mjs';

/**
 * `time` is the median, in milliseconds of the page's main thread. `ratio` is the median of the ratios that were measured side by side: `ours` to `bare`, and
 * `ours` to `oursHalf`.
 *
 * @type {{rows: number, bare: number, ours: {time: number, ratio: number}, oursHalf: {time: number, ratio: number}}}
 */
const {bare, ours, oursHalf, rows} = await runInBrowser('list.js', 'list');
const ms = (/** @type {number} */ time) => `${time.toFixed(0)} ms`;

judge(`${rows} five9-click2dial, against the same tag without Lit`, ours.ratio, 1.5, `${ms(ours.time)} to ${ms(bare)}`);
judge(`twice as many rows, against half of them`, oursHalf.ratio, 2.6, `${ms(ours.time)} to ${ms(oursHalf.time)}`);
