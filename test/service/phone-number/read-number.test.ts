import {expect} from '@open-wc/testing';
import {problemWords, readNumber} from '../../../src/service/index.js';
import {fc} from '../../support/check.js';
import {NUMBERS, REFUSED, TEL_ADDRESSES} from '../../support/phone-numbers.js';

describe('a phone number', () => {
  for (const [text, number, extension] of [...NUMBERS, ...TEL_ADDRESSES]) {
    const withExtension = extension ? `${number} with the extension ${extension}` : number;
    it(`is ${withExtension} for ${JSON.stringify(text)}`, () => {
      expect(readNumber(text)).to.deep.equal({number, extension});
    });
  }

  for (const [text, problem] of REFUSED) {
    it(`is refused because of “${problem}” for ${JSON.stringify(text)}`, () => {
      expect(readNumber(text)).to.deep.equal({problem});
    });
  }

  for (const value of [9250000111, 9250000111n]) {
    it(`may be the whole number ${String(value)}, of the type ${typeof value}`, () => {
      expect(readNumber(value)).to.deep.equal({number: '9250000111', extension: undefined});
    });
  }

  for (const [name, value, problem] of [
    ['undefined', undefined, 'empty'],
    ['null', null, 'empty'],
    ['NaN', NaN, 'type'],
    ['Infinity', Infinity, 'type'],
    ['1.5', 1.5, 'type'],
    ['-9250000111', -9250000111, 'type'],
    ['true', true, 'type'],
    ['an object', {number: '9250000111'}, 'type'],
    ['an array', ['9250000111'], 'type'],
    ['a symbol', Symbol('9'), 'type'],
    ['a function', () => '9250000111', 'type'],
    ['1e21', 1e21, 'too-long'],
  ] as const) {
    it(`is refused because of “${problem}” for ${name}`, () => {
      expect(readNumber(value)).to.deep.equal({problem});
    });
  }

  it('is read in a moment from a long text', () => {
    for (const text of ['1'.repeat(1e6), ' '.repeat(1e6), '(0'.repeat(5e5), '1,'.repeat(5e5), '+1 x'.repeat(2e5)]) {
      expect(readNumber(text).number).to.equal(undefined);
    }
  });
});

describe('the words for a refused number', () => {
  const words = (text: string): string => problemWords(readNumber(text).problem!, text);

  it('say why it is refused, and what to do', () => {
    expect(words('925-000-0111 / 925-000-0112')).to.equal(
      '“925-000-0111 / 925-000-0112” is not a number that can be dialled. It contains more than one number. Dial one number at a time.',
    );
  });

  it('do not show the login of an agent', () => {
    expect(words('agent:jill@example.com')).to.not.contain('jill');
  });

  it('are short for a long text', () => {
    expect(words('call me '.repeat(1000)).length).to.be.below(250);
  });

  it('are different for each reason', () => {
    const reasons = new Map(REFUSED.map(([text, problem]) => [problem, problemWords(problem, text)]));
    expect(new Set([...reasons.values()].map((text) => text.replace(/^“.*?” /, ''))).size).to.equal(reasons.size);
  });
});

describe('any formatting of a number', () => {
  /** First digits of rows of ten digits. */
  const zeros = fc.constantFrom('0', '\uff10', '\u0660', '\u06f0', '\u0966', '\u09e6', '\u0e50', '\ud835\udfec');
  const separators = fc.constantFrom(
    ...['', '', '', ' ', '-', '.', '\u00a0', '\u202f', '\u2007', '\u2011', '\u2013', '\u2014', '\u2212', '\u207b'],
    ...['\u2043', '\u00b7', '\u200b', '\u2060', '\u00ad', '\u200e', '\u2066', '\u2069', '\ufeff', '\uff0d', ') ', ' ('],
  );
  const written = fc
    .record({
      digits: fc.stringMatching(/^[1-9][1-9][0-9]{1,13}$/),
      plus: fc.constantFrom('', '+', '\uff0b', '\u2066+'),
      zero: zeros,
      gaps: fc.array(separators, {minLength: 15, maxLength: 15}),
    })
    .map(({digits, plus, zero, gaps}) => {
      const start = zero.codePointAt(0)!;
      const characters = Array.from(digits, (digit, index) => {
        return String.fromCodePoint(start + Number(digit)) + (index < digits.length - 1 ? gaps[index]! : '');
      });
      return {text: plus + characters.join(''), number: (plus && '+') + digits};
    });

  it('is the same number', () => {
    fc.assert(
      fc.property(written, ({text, number}) => {
        // Brackets around a 0 have a meaning of their own, and two texts of the same form are two numbers.
        fc.pre(!/\(0/.test(text.normalize('NFKC')) && number.replace(/\D/g, '').length < 14);
        expect(readNumber(text).number).to.equal(number);
      }),
      {numRuns: 1000},
    );
  });

  it('is the same number with the same extension', () => {
    const markers = fc.constantFrom(' x ', 'x', ' ext. ', ' EXT', ' extension ', ';ext=', ',,', 'p', 'w', ', ext ');
    fc.assert(
      fc.property(written, markers, fc.stringMatching(/^[0-9]{1,5}$/), ({text, number}, marker, extension) => {
        const digits = number.replace(/\D/g, '').length;
        fc.pre(!/\(0/.test(text.normalize('NFKC')) && digits > 9 && digits < 14);
        expect(readNumber(text + marker + extension)).to.deep.equal({number, extension});
      }),
      {numRuns: 1000},
    );
  });
});

describe('any value', () => {
  const values = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.string({unit: 'binary'}),
    fc.stringMatching(/^(?:tel:)?[-+*#0-9 ().a-z,;/|%=\u00a0\u200e:]{0,30}$/),
  );

  it('is one number of at most 15 digits, or is refused, and never throws', () => {
    fc.assert(
      fc.property(values, (value) => {
        const {number, extension, problem} = readNumber(value);
        if (problem) {
          expect(number).to.equal(undefined);
          expect(problemWords(problem, value)).to.match(/is not a number that can be dialled/);
          return;
        }
        expect(number).to.match(/^\+?[\d*#]+$/);
        expect(number.replace(/\D/g, '')).to.match(/^\d{1,15}$/);
        if (extension !== undefined) expect(extension).to.match(/^[\d*#]+(?:,[\d*#]+)*$/);
        expect(readNumber(number), 'read again').to.include({number});
      }),
      {numRuns: 2000},
    );
  });
});
