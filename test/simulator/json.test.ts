import {expect} from '@open-wc/testing';
import {toJson} from '../../src/simulator/json.js';

/** Returns an object that contains an object, and so on. */
function nested(depth: number): object {
  let outer = {};
  for (let level = 0; level < depth; level++) outer = {inner: outer};
  return outer;
}

const shared = {a: 1};
const cyclicList: unknown[] = [1];
cyclicList.push({list: cyclicList});

describe('the simulator’s JSON', () => {
  const cases: [name: string, data: unknown, json: string][] = [
    ['plain data', {a: [1, 'x', null, true]}, '{"a":[1,"x",null,true]}'],
    ['a BigInt', {id: 12345678901234567890n}, '{"id":"12345678901234567890"}'],
    ['an object inside itself', cyclicList, '[1,{"list":null}]'],
    ['an object that is used twice', [shared, shared], '[{"a":1},{"a":1}]'],
    ['undefined', undefined, 'null'],
    ['a function', () => undefined, 'null'],
    ['a date that is not a date', new Date(NaN), 'null'],
  ];
  for (const [name, data, json] of cases) {
    it(`writes ${name}`, () => {
      expect(toJson(data)).to.equal(json);
    });
  }

  it('does not throw for data that is nested too deeply', () => {
    expect(JSON.parse(toJson(nested(100)))).to.deep.equal(nested(100));
    expect(() => toJson(nested(20_000))).to.not.throw();
  });

  it('does not throw for an object that throws', () => {
    const hostile = {
      get value(): never {
        throw new Error('no');
      },
    };
    expect(toJson(hostile)).to.equal('null');
  });
});
