import {expect} from '@open-wc/testing';
import {sameNumber} from '../../../src/service/index.js';
import {fc} from '../../support/check.js';

describe('two ways to write a number', () => {
  for (const [one, other] of [
    ['9250000111', '9250000111'],
    ['9250000111', '+19250000111'],
    ['19250000111', '9250000111'],
    ['(925) 000-0111', '+1 925 000 0111'],
    ['0049 30 1234567', '30 1234567'],
    ['911', '911'],
    ['+442079460018', '02079460018'],
    ['+442079460018', '2079460018'],
    ['+442079460018', '0044 20 7946 0018'],
    ['+442079460018', '011 44 20 7946 0018'],
    ['0044 20 7946 0018', '011 44 20 7946 0018'],
    ['0044 20 7946 0018', '020 7946 0018'],
    ['+44 20 7946 0018', '7946 0018'],
    ['+74951234567', '8 (495) 123-45-67'],
    ['74951234567', '84951234567'],
    ['+3612345678', '06 1 234 5678'],
    ['+390612345678', '06 1234 5678'],
    ['+37061234567', '8 612 34567'],
    ['*67 925 000 0111', '9250000111'],
    ['٩٢٥٠٠٠٠١١١', '+19250000111'],
  ] as const) {
    it(`${one} and ${other} are the same number`, () => {
      expect(sameNumber(one, other)).to.equal(true);
      expect(sameNumber(other, one)).to.equal(true);
    });
  }

  for (const [one, other] of [
    ['9250000111', '9250000112'],
    ['911', '1911'],
    ['111', '9250000111'],
    ['', ''],
    ['', '9250000111'],
    ['agent:jill', 'agent:jack'],
    ['9250000111', '92500001110'],
    ['+442079460018', '02079460019'],
    ['+12079460018', '02079460018'],
    ['+4420', '020'],
  ] as const) {
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)} are different numbers`, () => {
      expect(sameNumber(one, other)).to.equal(false);
      expect(sameNumber(other, one)).to.equal(false);
    });
  }

  it('give the same result in either order', () => {
    const number = fc.stringMatching(/^\+?[0-9]{0,12}$/);
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(sameNumber(one, other)).to.equal(sameNumber(other, one));
        expect(sameNumber(one, one)).to.equal(/\d/.test(one));
      }),
      {numRuns: 500},
    );
  });
});
