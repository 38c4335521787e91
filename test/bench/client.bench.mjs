import {judge, runInBrowser} from './in-browser.mjs';

const ms = (/** @type {number} */ time) => `${time.toFixed(3)} ms`;

for (const [place, name] of Object.entries({'in the page': 'inThisPage', 'in a frame of another origin': 'inAFrame'})) {
  /** @type {Record<'trip' | 'bareTrip' | 'atOnce' | 'bareAtOnce' | 'calls' | 'events' | 'bareEvents' | 'eventCount', number>} */
  const t = await runInBrowser('client.js', name);
  console.log(`\nFar end ${place}:`);
  judge('one round trip, against a bare MessagePort', t.trip / t.bareTrip, 1.5, `${ms(t.trip)} to ${ms(t.bareTrip)}`);
  judge(
    `${t.calls} calls at once, against a bare MessagePort`,
    t.atOnce / t.bareAtOnce,
    2,
    `${ms(t.atOnce)} to ${ms(t.bareAtOnce)}: ${(t.atOnce / t.trip).toFixed(0)} and ${(t.bareAtOnce / t.bareTrip).toFixed(0)} round trips`,
  );
  judge(
    `${t.eventCount} events to a subscriber, against a bare MessagePort`,
    t.events / t.bareEvents,
    2,
    `${ms(t.events)} to ${ms(t.bareEvents)}`,
  );
}
