import {judge, runInBrowser} from './in-browser.mjs';

/**
 * `ours` is our element, `bare` is the same element without Lit, and `oursHalf` is our element in a list with half of
 * the rows. `bare` and `time` are medians, in milliseconds of the page's main thread. `ratio` is the median ratio of
 * two times of the same round: `ours` to `bare`, or `ours` to `oursHalf`.
 *
 * @type {{rows: number, bare: number, ours: {time: number, ratio: number}, oursHalf: {time: number, ratio: number}}}
 */
const {bare, ours, oursHalf, rows} = await runInBrowser('list.js', 'list');
const ms = (/** @type {number} */ time) => `${time.toFixed(0)} ms`;

judge(`${rows} five9-click2dial, against the same tag without Lit`, ours.ratio, 1.5, `${ms(ours.time)} to ${ms(bare)}`);
judge(`twice as many rows, against half of them`, oursHalf.ratio, 2.6, `${ms(ours.time)} to ${ms(oursHalf.time)}`);
