import {expect} from '@open-wc/testing';
import {type NumberSign, PLAIN_NUMBER, readAmount} from '../../../src/elements/call-variables/number-notation.js';
import {fc} from '../../support/check.js';

const READ: [typed: string, value: string, sign?: NumberSign][] = [
  ['12.5', '12.5'],
  ['+.5', '+.5'],
  [' 12 ', '12'],
  ['1.300,00', '1300.00'],
  ['1,300.00', '1300.00'],
  ['1 300,00', '1300.00'],
  ['1\u00a0300,5', '1300.5'],
  ['1\u202f300', '1300'],
  ["1'300.00", '1300.00'],
  ['1’300', '1300'],
  ['1.300.000', '1300000'],
  ['12,34,567.89', '1234567.89'],
  ['12,5', '12.5'],
  ['0,125', '0.125'],
  [',5', '0.5'],
  ['1234,567', '1234.567'],
  ['−5', '-5'],
  ['- 1,300.5', '-1300.5'],
  ['(5.00)', '-5.00'],
  ['٣٫٥', '3.5'],
  ['۱۲۳', '123'],
  ['١٬٣٠٠', '1300'],
  ['１２．５', '12.5'],
  ['\u200f5\u200b', '5'],
  ['$1,300.00', '1300.00', 'currency'],
  ['1.300,00 €', '1300.00', 'currency'],
  ['-$5', '-5', 'currency'],
  ['$-5', '-5', 'currency'],
  ['($5.00)', '-5.00', 'currency'],
  ['50 %', '50', 'percent'],
  ['%12,5', '12.5', 'percent'],
  ['٥٠٪', '50', 'percent'],
];

const REFUSED: [typed: string, problem: string, sign?: NumberSign][] = [
  ['1,300', '1,300 can mean 1300 or 1.3. Enter one of these.'],
  ['1.300', '1.300 can mean 1300 or 1.3. Enter one of these.'],
  ['-12,345', '-12,345 can mean -12345 or -12.3450. Enter one of these.'],
  ['$1,300.00', 'Enter the number without $, like 1300.00.'],
  ['50 %', 'Enter the number without %, like 50.', 'currency'],
  ['$5', 'Enter the number without $, like 5.', 'percent'],
  ...[
    'x',
    '',
    '-',
    '1e3',
    '1,300,00',
    '12 34',
    '1 2',
    '5²',
    '½',
    '--5',
    '5-',
    '(-5)',
    '-(5)',
    '1..5',
    '1,3,5',
    '$5$',
  ].map((typed): [string, string, NumberSign] => [typed, 'Enter a number, like 12.5.', 'currency']),
];

describe('numbers in the notation of the agent', () => {
  for (const [typed, value, sign] of READ) {
    it(`${typed} is ${value}`, () => {
      expect(readAmount(typed, sign)).to.deep.equal({value, problem: ''});
    });
  }

  for (const [typed, problem, sign] of REFUSED) {
    it(`“${typed}” is refused: ${problem}`, () => {
      expect(readAmount(typed, sign)).to.deep.equal({value: '', problem});
    });
  }

  it('are the number that was written, or are refused, in each language', () => {
    const languages = ['en', 'de', 'fr', 'de-CH', 'hi', 'ar-EG', 'fa', 'pl', 'es', 'bn'];
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({min: -1e9, max: 1e9}),
        fc.integer({min: 0, max: 4}),
        (language, digits, decimals) => {
          const number = digits / 10 ** decimals;
          const options = {minimumFractionDigits: decimals, maximumFractionDigits: decimals};
          const typed = new Intl.NumberFormat(language, options).format(number);
          const {value, problem} = readAmount(typed);
          if (problem) expect(problem, typed).to.match(/ can mean /);
          else expect(Number(value), typed).to.equal(number);
        },
      ),
    );
  });

  it('are sent as plain numbers only, and the offered readings can be entered', () => {
    const piece = fc.constantFrom('1', '0', '300', '25', '.', ',', ' ', "'", '-', '(', ')', '%', '$', '٣', '٫', 'x');
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 8}), (pieces) => {
        const {value, problem} = readAmount(pieces.join(''), 'currency');
        expect(value === '').to.equal(problem !== '');
        if (value) expect(value).to.match(PLAIN_NUMBER);
        const [, one, other] = / can mean (\S+) or (\S+)\. /.exec(problem) ?? [];
        for (const reading of [one, other].filter((text) => text !== undefined))
          expect(readAmount(reading, 'currency').value).to.equal(reading);
      }),
    );
  });
});
