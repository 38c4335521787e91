import {judge, runInBrowser} from './in-browser.mjs';

/** @typedef {{ours: number, bare: number, ratio: number}} Pair */
/** @type {{calls: Pair, unconcerned: Pair, counts: Record<'calls' | 'events' | 'elements', number>}} */
const {calls, unconcerned, counts} = await runInBrowser('service.js', 'service');

const ms = (/** @type {number} */ time) => `${time.toFixed(2)} ms`;
const both = (/** @type {Pair} */ {ours, bare}) => `${ms(ours)} to ${ms(bare)}`;

judge(
  `${counts.calls} whole calls (${counts.events} events) through the service, against a bare MessagePort`,
  calls.ratio,
  2,
  both(calls),
);
judge(
  `the events of a call with ${counts.elements} elements that they do not concern, against a DOM event with as many listeners`,
  unconcerned.ratio,
  2,
  both(unconcerned),
);
