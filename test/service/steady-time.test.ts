import {expect} from '@open-wc/testing';
import {keepTimes, steadyTime} from '../../src/service/steady-time.js';
// Restores the clock after each test.
import '../support/lifecycle.js';
import {fakeClock} from '../support/time.js';

const HOUR = 3_600_000;

describe('the steady time', () => {
  it('of a time of day stays the same if the clock is set', () => {
    const clock = fakeClock();
    const start = Date.now() - 65_000;
    const before = performance.now() - steadyTime(start);
    expect(before).to.equal(65_000);
    for (const change of [-HOUR, 5 * HOUR]) {
      clock.setSystemTime(Date.now() + change);
      expect(performance.now() - steadyTime(start)).to.equal(before);
    }
  });

  it('of an interaction is that of its event, and not that of an older event at the same time of day', () => {
    const clock = fakeClock();
    const time = Date.now();
    keepTimes({startedAt: time}, time);
    clock.tick(HOUR);
    clock.setSystemTime(time);
    keepTimes({startedAt: time}, time);
    expect(performance.now() - steadyTime(time)).to.equal(0);
    clock.tick(2000);
    keepTimes({startedAt: time, endedAt: Date.now()}, Date.now());
    expect(performance.now() - steadyTime(time)).to.equal(2000);
  });

  it('of a live interaction is kept while hundreds of others come and go', () => {
    const clock = fakeClock();
    const first = Date.now();
    keepTimes({startedAt: first}, first);
    clock.setSystemTime(first - HOUR);
    for (let count = 0; count < 400; count++) {
      clock.tick(10);
      const time = Date.now();
      keepTimes({startedAt: time, endedAt: time + 5}, time);
    }
    expect(performance.now() - steadyTime(first)).to.equal(4000);
  });
});
