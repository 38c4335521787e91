import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {deadlines} from '../../src/interaction-api/deadlines.js';
import {fakeClock} from '../support/time.js';

describe('deadlines', () => {
  afterEach(() => {
    sinon.restore();
  });

  it('are kept to the millisecond', () => {
    const clock = fakeClock();
    const giveUp = sinon.spy();
    deadlines()(100).add(giveUp);
    clock.tick(99);
    expect(giveUp.callCount).to.equal(0);
    clock.tick(1);
    expect(giveUp.callCount).to.equal(1);
    clock.tick(1000);
    expect(giveUp.callCount).to.equal(1);
  });

  it('share a timer when they end in the same millisecond, however long they were', () => {
    const clock = fakeClock();
    const due = deadlines();
    const [first, second, third] = [sinon.spy(), sinon.spy(), sinon.spy()];
    due(100).add(first);
    due(100).add(second);
    clock.tick(40);
    due(60).add(third);
    expect(clock.countTimers()).to.equal(1);
    clock.tick(60);
    sinon.assert.callOrder(first, second, third);
  });

  it('call nobody who has an answer', () => {
    const clock = fakeClock();
    const due = deadlines();
    const [answered, waiting] = [sinon.spy(), sinon.spy()];
    due(100).add(answered);
    due(100).add(waiting).delete(answered);
    clock.tick(100);
    expect(answered.callCount).to.equal(0);
    expect(waiting.callCount).to.equal(1);
  });

  it('call everybody, also where one has the others end', () => {
    const clock = fakeClock();
    const limits = deadlines()(100);
    const last = sinon.spy();
    const first: sinon.SinonSpy<[], void> = sinon.spy(() => void limits.delete(first));
    limits.add(first).add(last);
    clock.tick(100);
    expect(first.callCount).to.equal(1);
    expect(last.callCount).to.equal(1);
  });

  it('leave one timer at most where all were answered in time', () => {
    const clock = fakeClock();
    const due = deadlines();
    for (let call = 0; call < 100; call++) {
      const giveUp = sinon.spy();
      due(60_000).add(giveUp).delete(giveUp);
      clock.tick(10);
    }
    expect(clock.countTimers()).to.equal(1);
    clock.tick(60_000);
    expect(clock.countTimers()).to.equal(0);
  });

  it('keep the timer of whoever still waits when others come', () => {
    const clock = fakeClock();
    const due = deadlines();
    const waiting = sinon.spy();
    due(100).add(waiting);
    clock.tick(10);
    due(1000);
    clock.tick(90);
    expect(waiting.callCount).to.equal(1);
  });

  it('hold when the time of day is set back in between', () => {
    const clock = fakeClock();
    const due = deadlines();
    const [before, after] = [sinon.spy(), sinon.spy()];
    due(100).add(before);
    clock.setSystemTime(clock.now - 3_600_000);
    due(100).add(after);
    clock.tick(100);
    expect(before.callCount).to.equal(1);
    expect(after.callCount).to.equal(1);
  });

  for (const timeout of [Infinity, 2 ** 31, 1e300, NaN]) {
    it(`wait for ever where no timer of a browser goes so far: ${timeout}`, () => {
      const clock = fakeClock();
      const giveUp = sinon.spy();
      const due = deadlines();
      due(timeout).add(giveUp);
      due(timeout).add(giveUp);
      expect(clock.countTimers()).to.equal(0);
    });
  }
});
