import {judge, runInBrowser} from './in-browser.mjs';

/** @type {Record<string, number>} */
const t = await runInBrowser('client.js');
const ms = (/** @type {number | undefined} */ time = 0) => `${time.toFixed(3)} ms`;

judge('one round trip, against a bare MessagePort echo', t.trip / t.bareTrip, 1.5, `${ms(t.trip)} to ${ms(t.bareTrip)}`);
judge(
  `${t.requestsAtOnce} calls at once, against one round trip`,
  t.atOnce / t.trip,
  100,
  `${ms(t.atOnce)} to ${ms(t.trip)}`,
);
judge(
  `${t.eventsAtOnce} events to a subscriber, against as many bare messages`,
  t.events / t.bareEvents,
  2,
  `${ms(t.events)} to ${ms(t.bareEvents)}`,
);
