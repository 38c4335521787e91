import {expect} from '@open-wc/testing';
import {dialable, sameNumber} from '../../src/service/index.js';
import {fc} from '../support/check.js';

describe('the text to dial for a number', () => {
  for (const [text, number] of [
    ['9250000111', '9250000111'],
    ['(925) 000-0111', '9250000111'],
    ['925.000.0111', '9250000111'],
    ['925/000/0111', '9250000111'],
    ['+1 925 000 0111', '+19250000111'],
    ['tel:+1-925-000-0111', '+19250000111'],
    ['TEL:9250000111', '9250000111'],
    ['925\u00a0000\u20110111', '9250000111'],
    ['925\u2013000\u20140111', '9250000111'],
    ['\u202a+1 925 000 0111\u202c', '+19250000111'],
    ['\u200e9250000111', '9250000111'],
    ['  9250000111\n', '9250000111'],
    ['*67', '*67'],
    ['#31#9250000111', '#31#9250000111'],
    ['911', '911'],
    ['0', '0'],
  ] as const) {
    it(`is ${number} for ${JSON.stringify(text)}`, () => expect(dialable(text)).to.equal(number));
  }

  for (const text of [
    '',
    ' ',
    '-',
    '+',
    '*',
    '#',
    '()',
    'agent:jill@example.com',
    'agent:12345',
    'Agent:12345',
    'call me',
    '1-800-FLOWERS',
    '925 000 0111 ext 5',
    '9250000111,5',
    '9250000111;ext=5',
    '925+0000111',
    '++19250000111',
    '١٢٣٤٥',
    'tel:',
    'sip:1@example.com',
    'javascript:1',
    '<b>1</b>',
    '1\u0000',
    '1e5',
    'NaN',
  ]) {
    it(`does not exist for ${JSON.stringify(text)}`, () => expect(dialable(text)).to.equal(undefined));
  }

  it('has only digits, a leading plus, stars and hash signs, and stays the same when it is read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+*#0-9 ().a-z\u00a0\u200e:]{0,20}$/)), (text) => {
        const number = dialable(text);
        if (number === undefined) return;
        expect(number).to.match(/^\+?[0-9*#]+$/);
        expect(number).to.match(/[0-9]/);
        expect(dialable(number)).to.equal(number);
        expect(number.replace(/\D/g, ''), 'no digit is added or lost').to.equal(text.replace(/\D/g, ''));
      }),
      {numRuns: 500},
    );
  });
});

describe('two ways to write a number', () => {
  for (const [one, other] of [
    ['9250000111', '9250000111'],
    ['9250000111', '+19250000111'],
    ['19250000111', '9250000111'],
    ['(925) 000-0111', '+1 925 000 0111'],
    ['0049 30 1234567', '30 1234567'],
    ['911', '911'],
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
