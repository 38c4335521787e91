import {judge, runInBrowser} from './in-browser.mjs';

/** @typedef {{ours: number, bare: number}} Pair */
/** @typedef {Record<'inTurn' | 'sameWords' | 'atOnce' | 'events', Pair & {ratio: number}> & {fromRest: Pair, counts: Record<'trips' | 'calls' | 'events', number>}} Results */

const ms = (/** @type {number} */ time) => `${time.toFixed(3)} ms`;
const both = (/** @type {Pair} */ {ours, bare}, parts = 1) => `${ms(ours / parts)} to ${ms(bare / parts)}`;

for (const [place, name] of Object.entries({'in the page': 'inThisPage', 'in a frame of another origin': 'inAFrame'})) {
  /** @type {Results} */
  const {inTurn, sameWords, atOnce, events, fromRest, counts} = await runInBrowser('client.js', name);
  /**
   * Returns a text with two numbers. Both compare the time of all API calls at once with the time of one round trip:
   * first with a round trip in a series, then with a round trip after a pause.
   */
  const trips = (/** @type {'ours' | 'bare'} */ who) =>
    `${((atOnce[who] / inTurn[who]) * counts.trips).toFixed(0)} or ${(atOnce[who] / fromRest[who]).toFixed(0)}`;
  console.log(`\nFar end ${place}:`);
  judge('one round trip, against a bare MessagePort echo', inTurn.ratio, 1.5, both(inTurn, counts.trips));
  console.log(`     (against a bare port with messages of the protocol: ${sameWords.ratio.toFixed(2)}x)`);
  console.log(`     (one from rest, as after a click: ${both(fromRest)})`);
  judge(`${counts.calls} calls at once, against a bare MessagePort`, atOnce.ratio, 2, both(atOnce));
  console.log(`     (in round trips, those in turn or from rest: ours ${trips('ours')}, bare ${trips('bare')})`);
  judge(`${counts.events} events to a subscriber, against a bare MessagePort`, events.ratio, 2, both(events));
}
