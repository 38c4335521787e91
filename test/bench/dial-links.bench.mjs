import {judge, runInBrowser} from './in-browser.mjs';

/** @type {Record<'rows' | 'longest' | 'atOnce' | 'walk' | 'linked' | 'undone' | 'bare', number>} */
const {rows, longest, atOnce, walk, linked, undone, bare} = await runInBrowser('dial-links.js', 'dialLinks');
const ms = (/** @type {number} */ time) => `${time.toFixed(0)} ms`;

console.log(
  `     five9-dial-links, ${rows} rows: linked after ${ms(linked)}; a bare walk over their texts takes ${ms(walk)}`,
);
judge(
  'the longest time for which the page is held up, laying out included, against all links by hand at once',
  longest / atOnce,
  1.5,
  `${ms(longest)} to ${ms(atOnce)}`,
);
judge('to undo all links, against making them by hand', undone / bare, 3, `${ms(undone)} to ${ms(bare)}`);
