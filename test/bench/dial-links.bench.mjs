import {judge, runInBrowser} from './in-browser.mjs';

/** @type {Record<'rows' | 'longest' | 'atOnce' | 'walk' | 'linked' | 'undone' | 'bare', number>} */
const {rows, longest, atOnce, walk, linked, undone, bare} = await runInBrowser('dial-links.js', 'dialLinks');
const text = (/** @type {number} */ milliseconds) => `${milliseconds.toFixed(0)} ms`;

console.log(
  `     five9-dial-links, ${rows} rows: linked after ${text(linked)}; a walk over their texts takes ${text(walk)}`,
);
judge(
  'the longest time for which the page is blocked, layout included, compared with making all links by hand at once',
  longest / atOnce,
  1.5,
  `${text(longest)} to ${text(atOnce)}`,
);
judge(
  'the time to remove all links, compared with making them by hand',
  undone / bare,
  3,
  `${text(undone)} to ${text(bare)}`,
);
