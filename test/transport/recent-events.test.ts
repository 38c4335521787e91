import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {fingerprint} from '../../src/transport/fingerprint.js';
import {RecentEvents} from '../../src/transport/recent-events.js';
import {cloneable, fc} from '../support/check.js';
import {fakeClock} from '../support/time.js';

describe('recent events', () => {
  afterEach(() => {
    sinon.restore();
  });

  it('are new from the source that sends them first, and duplicates from any other source', () => {
    const recent = new RecentEvents<string>();
    expect(recent.isNew({id: 1}, 'a')).to.equal(true);
    expect(recent.isNew({id: 1}, 'b')).to.equal(false);
    expect(recent.isNew({id: 1}, 'c')).to.equal(false);
    expect(recent.isNew({id: 2}, 'b')).to.equal(true);
  });

  it('are new again each time that one source repeats them', () => {
    const recent = new RecentEvents<string>();
    expect(['a', 'a', 'b', 'b', 'b'].map((source) => recent.isNew('event', source))).to.deep.equal([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it('are remembered for two seconds', () => {
    const clock = fakeClock();
    const recent = new RecentEvents<string>();
    recent.isNew('event', 'a');
    clock.tick(2000);
    expect(recent.isNew('event', 'b')).to.equal(false);
    clock.tick(2001);
    expect(recent.isNew('event', 'b')).to.equal(true);
  });

  it('are passed on as often as one source sends them at most, in any order (property)', () => {
    const sequence = fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('a', 'b', 'c')));
    fc.assert(
      fc.property(sequence, (events) => {
        const recent = new RecentEvents<string>();
        for (const event of ['x', 'y']) {
          const ofEvent = events.filter(([name]) => name === event);
          const passedOn = ofEvent.filter(([name, source]) => recent.isNew(name, source)).length;
          const most = Math.max(...['a', 'b', 'c'].map((one) => ofEvent.filter(([, source]) => source === one).length));
          expect(passedOn).to.equal(most);
        }
      }),
      {numRuns: 100},
    );
  });
});

describe('fingerprint', () => {
  it('is equal for copies, and never throws (property)', () => {
    fc.assert(
      fc.property(cloneable, (value) => {
        expect(fingerprint(structuredClone(value))).to.equal(fingerprint(value));
      }),
      {numRuns: 200},
    );
  });

  const different: [unknown, unknown][] = [
    [1, '1'],
    [1, 1n],
    [null, undefined],
    [{a: 1}, {a: 2}],
    [{a: 1}, {b: 1}],
    [
      [1, 2],
      [2, 1],
    ],
    [
      {a: [1], b: 2},
      {a: [1, 2], b: undefined},
    ],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [new Date(1), new Date(2)],
    [new Uint8Array([1]), new Uint8Array([2])],
    ['x'.repeat(1000), 'x'.repeat(1001)],
    [`${'x'.repeat(1000)}a`, `${'x'.repeat(1000)}b`],
    [new Error('a'), new Error('b')],
  ];
  for (const [one, other] of different) {
    it(`distinguishes ${fingerprint(one).slice(0, 40)} from ${fingerprint(other).slice(0, 40)}`, () => {
      expect(fingerprint(one)).not.to.equal(fingerprint(other));
    });
  }

  it('reads a bounded part of an event, however large it is', () => {
    const large = {text: 'x'.repeat(5_000_000), list: Array.from({length: 200_000}, (_, index) => ({index}))};
    expect(fingerprint(large).length).to.be.below(50_000);
  });
});
