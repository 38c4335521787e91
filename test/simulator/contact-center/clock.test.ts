import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {ManualClock, systemClock} from '../../../src/simulator.js';
import {atEnd} from '../../support/lifecycle.js';

const DAY = 86_400_000;

/** Returns the system clock, and replaces the timers of the browser with timers that the test controls. */
function machine() {
  const fake = sinon.useFakeTimers();
  atEnd(() => {
    fake.restore();
  });
  return {clock: systemClock, advance: (ms: number) => fake.tick(ms)};
}

/** Returns a clock whose time only the test changes. */
function manual() {
  const clock = new ManualClock();
  return {
    clock,
    advance: (ms: number) => {
      clock.advance(ms);
    },
  };
}

for (const [name, create] of [
  ['the system clock', machine],
  ['the manual clock', manual],
] as const) {
  describe(name, () => {
    it('runs a timer after its delay, and not before', () => {
      const {clock, advance} = create();
      const run = sinon.spy();
      clock.setTimeout(run, 1000);
      advance(999);
      expect(run.callCount).to.equal(0);
      advance(1);
      expect(run.callCount).to.equal(1);
    });

    it('runs a timer whose delay is longer than the platform allows after its delay, and not before', () => {
      const {clock, advance} = create();
      const run = sinon.spy();
      clock.setTimeout(run, 60 * DAY);
      advance(60 * DAY - 1);
      expect(run.callCount).to.equal(0);
      advance(1);
      expect(run.callCount).to.equal(1);
    });

    it('never runs a timer whose delay is infinite', () => {
      const {clock, advance} = create();
      const run = sinon.spy();
      clock.setTimeout(run, Infinity);
      advance(60 * DAY);
      expect(run.callCount).to.equal(0);
    });

    for (const ms of [0, -1, NaN]) {
      it(`runs a timer with the delay ${ms} as soon as possible`, () => {
        const {clock, advance} = create();
        const run = sinon.spy();
        clock.setTimeout(run, ms);
        expect(run.callCount).to.equal(0);
        advance(0);
        expect(run.callCount).to.equal(1);
      });
    }

    it('does not run a timer that was cleared, even if most of its delay had passed', () => {
      const {clock, advance} = create();
      const run = sinon.spy();
      const timer = clock.setTimeout(run, 60 * DAY);
      advance(59 * DAY);
      clock.clearTimeout(timer);
      advance(60 * DAY);
      expect(run.callCount).to.equal(0);
    });

    it('accepts undefined if there is no timer to clear', () => {
      const {clock} = create();
      clock.clearTimeout(undefined);
    });
  });
}
