import {judge, runInBrowser} from './in-browser.mjs';

/** @type {Record<'bare' | 'ours' | 'oursHalf' | 'rows', number>} */
const {bare, ours, oursHalf, rows} = await runInBrowser('list.js', 'list');
const ms = (/** @type {number} */ time) => `${time.toFixed(0)} ms`;

judge(`${rows} five9-click2dial, against the same tag without Lit`, ours / bare, 1.3, `${ms(ours)} to ${ms(bare)}`);
judge(`twice as many rows, against half of them`, ours / oursHalf, 2.6, `${ms(ours)} to ${ms(oursHalf)}`);
