import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {normalTimeLimit, TimeLimits} from '../../src/interaction-api/time-limits.js';
import {fakeClock} from '../support/time.js';

describe('time limits', () => {
  let clock: sinon.SinonFakeTimers;
  let limits: TimeLimits;

  beforeEach(() => {
    clock = fakeClock();
    limits = new TimeLimits();
  });

  afterEach(() => {
    sinon.restore();
  });

  it('expire to the millisecond, once', () => {
    const onExpired = sinon.spy();
    limits.add(100, onExpired);
    clock.tick(99);
    expect(onExpired.callCount).to.equal(0);
    clock.tick(1);
    expect(onExpired.callCount).to.equal(1);
    clock.tick(1000);
    expect(onExpired.callCount).to.equal(1);
  });

  it('share one timer, however many there are and however long they are', () => {
    for (let call = 0; call < 1000; call++) {
      limits.add(60_000 - call, () => undefined);
      clock.tick(10);
    }
    expect(clock.countTimers()).to.equal(1);
  });

  it('expire in the order of their ends', () => {
    const [longest, shortest, middle] = [sinon.spy(), sinon.spy(), sinon.spy()];
    limits.add(300, longest);
    limits.add(100, shortest);
    clock.tick(50);
    limits.add(150, middle);
    clock.tick(100);
    expect([shortest, middle, longest].map(({callCount}) => callCount)).to.deep.equal([1, 0, 0]);
    clock.tick(200);
    sinon.assert.callOrder(shortest, middle, longest);
  });

  it('never expire after they are removed', () => {
    const [removed, kept] = [sinon.spy(), sinon.spy()];
    const limit = limits.add(100, removed);
    limits.add(100, kept);
    limits.remove(limit);
    clock.tick(100);
    expect(removed.callCount).to.equal(0);
    expect(kept.callCount).to.equal(1);
  });

  it('do not expire if another limit that expires at the same time removes them', () => {
    const second = sinon.spy();
    limits.add(100, () => limits.remove(limit));
    const limit = limits.add(100, second);
    clock.tick(100);
    expect(second.callCount).to.equal(0);
  });

  it('can be added when another limit expires', () => {
    const second = sinon.spy();
    limits.add(100, () => limits.add(50, second));
    clock.tick(149);
    expect(second.callCount).to.equal(0);
    clock.tick(1);
    expect(second.callCount).to.equal(1);
  });

  it('leave one timer after all of them are removed, and none when it has fired', () => {
    for (let call = 0; call < 100; call++) {
      limits.remove(limits.add(60_000, () => undefined));
      clock.tick(10);
    }
    expect(clock.countTimers()).to.equal(1);
    clock.tick(60_000);
    expect(clock.countTimers()).to.equal(0);
  });

  it('leave no timer after clear', () => {
    const onExpired = sinon.spy();
    limits.add(100, onExpired);
    limits.clear();
    expect(clock.countTimers()).to.equal(0);
    clock.tick(1000);
    expect(onExpired.callCount).to.equal(0);
  });

  it('expire at the right time when the time of day is set back', () => {
    const [before, after] = [sinon.spy(), sinon.spy()];
    limits.add(100, before);
    clock.setSystemTime(clock.now - 3_600_000);
    limits.add(100, after);
    clock.tick(100);
    expect(before.callCount).to.equal(1);
    expect(after.callCount).to.equal(1);
  });

  for (const unlimited of [0, Infinity]) {
    it(`never expire for ${unlimited}`, () => {
      expect(limits.add(unlimited, () => undefined)).to.equal(undefined);
      expect(clock.countTimers()).to.equal(0);
    });
  }

  it('keep a limit that is longer than a browser’s timer can be', () => {
    const onExpired = sinon.spy();
    limits.add(2 ** 31 + 1000, onExpired);
    clock.tick(2 ** 31 + 999);
    expect(onExpired.callCount).to.equal(0);
    clock.tick(1);
    expect(onExpired.callCount).to.equal(1);
  });

  it('wait for ever with a limit that no clock reaches', () => {
    const onExpired = sinon.spy();
    limits.add(1e300, onExpired);
    clock.tick(2 ** 33);
    expect(onExpired.callCount).to.equal(0);
  });
});

describe('normalTimeLimit', () => {
  for (const value of [0, 1, 2 ** 31, 1e300, Infinity]) {
    it(`keeps ${value}`, () => {
      expect(normalTimeLimit(value, 60_000)).to.equal(value);
    });
  }

  for (const value of [undefined, null, NaN, -1, -Infinity, '', 'soon', '100', [5]]) {
    it(`returns the fallback for ${JSON.stringify(value)} (${typeof value})`, () => {
      expect(normalTimeLimit(value, 60_000)).to.equal(60_000);
    });
  }
});
