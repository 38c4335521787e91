import {judge, runInBrowser} from './in-browser.mjs';

/** @type {{calls: number, events: number, requests: number, seconds: number, settled: number[], lost: number}} */
const t = await runInBrowser('hour.js', 'anHour');
const mega = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const [start = 0, ...later] = t.settled;
const end = later.at(-1) ?? 0;
console.log(
  `\nAn hour of traffic: ${t.calls} calls, ${t.requests} requests and ${t.events} events, in ${t.seconds.toFixed(1)} s:`,
);
// Allow 10 %, because the caches of the engine vary by 8 % over 20 hours, without a trend. This bound still detects a
// leak of 2 kB per call.
judge(
  'heap at the end, against its start',
  end / start,
  1.1,
  `${mega(end)} to ${mega(start)}; on the way ${later.map(mega).join(', ')}`,
);
judge('calls of which an event is missing or came twice', t.lost, 0, '');
