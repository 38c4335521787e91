import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../../src/interaction-api.js';
import {canonicalJson, plainCopy, toJson, toPrettyJson} from '../../../src/elements/console/json.js';
import {fc} from '../../support/check.js';

/** Returns an object with a getter that throws. */
const withThrowingGetter = (): object => ({
  before: 1,
  get broken(): never {
    throw new Error('Not readable.');
  },
  after: 2,
});

/** Returns a proxy that throws on every access. */
function revokedProxy(): object {
  const {proxy, revoke} = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Returns an object that contains an object, and so on. */
function nested(levels: number): object {
  let value = {};
  for (let level = 0; level < levels; level++) value = {value};
  return value;
}

/** Returns an object that has 2 to the power of `levels` paths, because its parts are shared. */
function shared(levels: number): object {
  let value: object = {end: true};
  for (let level = 0; level < levels; level++) value = {left: value, right: value};
  return value;
}

describe('plainCopy', () => {
  it('does not change when the original changes', () => {
    const original = {list: [1]};
    const copy = plainCopy(original);
    original.list.push(2);
    expect(copy).to.deep.equal({list: [1]});
  });

  it('replaces values that JSON cannot hold by a text', () => {
    const original: Record<string, unknown> = {
      error: new InteractionApiError('NoData', 'None.', 'getCrm'),
      fn: Math.max,
      big: 1n,
      symbol: Symbol('s'),
      infinite: Infinity,
      date: new Date(0),
      invalidDate: new Date(NaN),
      promise: Promise.resolve(),
    };
    original['self'] = original;
    expect(plainCopy(original)).to.deep.equal({
      error: {errorCode: 'NoData', errorMessage: 'None.', method: 'getCrm'},
      fn: '[function max]',
      big: '1',
      symbol: 'Symbol(s)',
      infinite: 'Infinity',
      date: '1970-01-01T00:00:00.000Z',
      invalidDate: 'Invalid Date',
      promise: '[object Promise]',
      self: '[cyclic]',
    });
  });

  it('keeps the other fields if a getter throws', () => {
    expect(plainCopy(withThrowingGetter())).to.deep.equal({before: 1, broken: '[unreadable]', after: 2});
    expect(plainCopy([revokedProxy(), 1])).to.deep.equal(['[unreadable]', 1]);
  });

  it('has a limited size, also if the original is very deep or wide, or contains the same object many times', () => {
    expect(JSON.stringify(plainCopy(nested(10_000)))).to.contain('[deeper]');
    expect(JSON.stringify(plainCopy(shared(35)))).to.contain('[too many values]');
    expect(JSON.stringify(plainCopy(new Array(10_000_000)))).to.contain('[too many values]');
  });

  it('never throws, and always returns a value for JSON', () => {
    fc.assert(
      fc.property(fc.anything({withBigInt: true, withDate: true, withMap: true, withTypedArray: true}), (value) => {
        const copy = plainCopy(value);
        if (copy !== undefined) expect(JSON.stringify(copy)).to.be.a('string');
      }),
      {numRuns: 200},
    );
  });
});

describe('toJson, toPrettyJson and canonicalJson', () => {
  it('never throw', () => {
    for (const value of [1n, undefined, Math.max, Symbol('s'), withThrowingGetter(), revokedProxy(), nested(10_000)]) {
      for (const stringify of [toJson, toPrettyJson, canonicalJson]) expect(stringify(value)).to.be.a('string');
    }
  });

  it('canonicalJson returns the same text for equal values, whatever the order of their keys', () => {
    expect(canonicalJson({a: 1, b: {c: [{x: 1, y: 2}], d: 3}})).to.equal(
      canonicalJson({b: {d: 3, c: [{y: 2, x: 1}]}, a: 1}),
    );
    expect(canonicalJson([1, 2])).not.to.equal(canonicalJson([2, 1]));
    expect(canonicalJson(undefined)).to.equal(canonicalJson(null));
  });
});
