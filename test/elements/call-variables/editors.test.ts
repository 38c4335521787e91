import {expect} from '@open-wc/testing';
import {type Editor, editorOf} from '../../../src/elements/call-variables/editors.js';
import {fits, ways} from '../../../src/elements/call-variables/pattern.js';
import type {VariableDefinition} from '../../../src/elements/call-variables/variable.js';
import {fc} from '../../support/check.js';

const editor = (definition: VariableDefinition, value = ''): Editor =>
  editorOf({id: '1', group: 'Custom', name: 'x', value}, definition);

/** Returns the choices of an editor. Selected choices are in brackets. */
const offers = (of: Editor, value: string): string[] =>
  of.options!(value).map(({words, chosen}) => (chosen ? `[${words}]` : words));

describe('editors of call variables', () => {
  it('use a text field for an unknown type', () => {
    for (const type of [undefined, 'STRING', 'TIME_PERIOD', 'NEWS', 'constructor']) {
      const one = editor({...(type && {type})});
      expect(one).to.include({type: 'text', required: false});
      expect(one).not.to.have.property('options');
      expect(one.check('<anything> \u202e')).to.equal('');
    }
  });

  it('use the browser’s date and time fields for values in the browser’s format, and a text field for other values', () => {
    expect(editor({type: 'DATE'}, '2026-01-31').type).to.equal('date');
    expect(editor({type: 'DATE'}).type).to.equal('date');
    expect(editor({type: 'DATE'}, '31.01.2026').type).to.equal('text');
    expect(editor({type: 'TIME'}, '09:30:00').type).to.equal('time');
    expect(editor({type: 'TIME'}, '9:30 pm').type).to.equal('text');
    expect(editor({type: 'DATE_TIME'}, '2026-01-31T09:30').type).to.equal('datetime-local');
    expect(editor({type: 'DATE_TIME'}, '2026-01-31 09:30').type).to.equal('text');
    expect(['EMAIL', 'URL', 'PHONE'].map((type) => editor({type}).type)).to.deep.equal(['email', 'url', 'tel']);
  });

  it('use text fields with a numeric keyboard for numbers', () => {
    for (const type of ['NUMBER', 'CURRENCY', 'PERCENT']) {
      const one = editor({
        type,
        restrictions: [
          {type: 'MinValue', value: '0'},
          {type: 'MaxValue', value: '100'},
        ],
      });
      expect(one).to.include({type: 'text', inputMode: 'decimal'});
      expect(['', '0', '12.5', '+.5', '100'].map(one.check)).to.deep.equal(['', '', '', '', '']);
      expect(['12,5', 'x', '1e3', '-'].map(one.check)).to.deep.equal(Array(4).fill('Enter a number, like 12.5.'));
      expect(['-1', '100.1'].map(one.check)).to.deep.equal(['The smallest value is 0.', 'The largest value is 100.']);
    }
  });

  it('check dates against limits in the same format', () => {
    const one = editor({type: 'DATE', restrictions: {restrictions: [{type: 'MinValue', value: '2026-01-01'}]}});
    expect(one.check('2025-12-31')).to.equal('The smallest value is 2026-01-01.');
    expect(one.check('2026-01-01')).to.equal('');
    expect(one.check('31.12.2025'), 'not comparable').to.equal('');
  });

  it('require a value if a rule says so', () => {
    const one = editor({restrictions: [{type: 'Required'}]});
    expect(one.required).to.be.true;
    expect(one.check('')).to.equal('Enter a value.');
  });

  it('offer the choices of a set, from one rule or several, and the current value', () => {
    const all = editor({restrictions: [{type: 'Set', value: 'Low, Normal;High'}]});
    expect(offers(all, 'Normal')).to.deep.equal(['–', 'Low', '[Normal]', 'High']);
    expect(offers(all, '')).to.deep.equal(['[–]', 'Low', 'Normal', 'High']);
    expect(offers(all, 'Odd')).to.deep.equal(['–', 'Low', 'Normal', 'High', '[Odd]']);
    const each = editor({restrictions: [{type: 'Required'}, {type: 'Set', value: 'A, B'}, {type: 'Set', value: 'C'}]});
    expect(offers(each, 'C')).to.deep.equal(['A, B', '[C]']);
    expect(each.check('A')).to.equal('Choose from the list.');
    expect(each.check('A, B')).to.equal('');
  });

  it('offer yes and no', () => {
    const one = editor({type: 'BOOLEAN'});
    expect(offers(one, 'true')).to.deep.equal(['–', '[Yes]', 'No']);
    expect(offers(one, 'valueOf')).to.deep.equal(['–', 'Yes', 'No', '[valueOf]']);
    expect(one.check('maybe')).to.equal('Choose from the list.');
  });

  it('allow several choices of a multiset, separated by commas or the page’s separator', () => {
    const restrictions = [{type: 'Multiset', value: 'A,B,C'}];
    const one = editor({restrictions});
    expect(one.separator).to.equal(',');
    expect(offers(one, 'A, C')).to.deep.equal(['[A]', 'B', '[C]']);
    expect(offers(one, '')).to.deep.equal(['A', 'B', 'C']);
    expect(one.check('A,C')).to.equal('');
    expect(one.check('A;C')).to.equal('Choose from the list.');
    expect(editor({restrictions, separator: ';'}).check('A;C')).to.equal('');
  });

  it('check patterns', () => {
    const one = editor({restrictions: [{type: 'Regexp', value: '[A-Z]{2}\\d+'}]});
    expect(one.check('AB12')).to.equal('');
    expect(one.check('xAB12')).to.equal('Five9 requires another format.');
  });

  it('ignore invalid patterns and invalid rules, which Five9 checks itself', () => {
    const rules = [{type: 'Regexp', value: '(?i)['}, {type: 'Regexp'}, {type: 'Odd', value: '1'}, null, 7];
    expect(editor({restrictions: rules as never}).check('x')).to.equal('');
    expect(editor({type: {} as never, restrictions: 'Required' as never, separator: {} as never}).check('')).to.equal(
      '',
    );
  });
});

describe('patterns of call variables', () => {
  const FORMS: [pattern: string, value: string, fits: boolean | undefined][] = [
    ['\\d{5}(-\\d{4})?', '94583-1234', true],
    ['\\d{5}(-\\d{4})?', '9458', false],
    ['^[A-Z]+$', 'ABC', true],
    ['a|b', 'b', true],
    ['a|b', 'ab', false],
    ['[^)(|*]+', 'plain', true],
    ['\\(\\d+\\)', '(925)', true],
    ['(?:foo|bar){1,2}', 'foobar', true],
    ['(?<year>\\d{4})', '2026', true],
    ['\\p{L}+', 'Zoë', true],
    ['', '', true],
    // Do not evaluate these patterns, because JavaScript does not have this syntax of Java, or reads it in a different
    // way.
    ['\\p{javaLowerCase}+', 'x', undefined],
    ['(?i)abc', 'ABC', undefined],
    ['a++', 'aa', undefined],
    ['[a-z', 'a', undefined],
    ['a)b(c', 'a', undefined],
  ];
  for (const [pattern, value, expected] of FORMS) {
    it(`/${pattern}/ ${expected === undefined ? 'is not evaluated for' : expected ? 'matches' : 'does not match'} “${value}”`, () => {
      expect(fits(pattern, value)).to.equal(expected);
    });
  }

  const ENDLESS = [
    '(a+)+',
    '(a*)*b',
    '(a|a)*',
    '(a|aa)+',
    '(.*a){20}',
    '(a?){40}a{40}',
    '.*.*.*.*.*.*=',
    '((a{1,9}){1,9}){9}',
    '(\\w+\\s?)*',
  ];
  for (const pattern of ENDLESS) {
    it(`/${pattern}/ is not evaluated: it could block the page`, () => {
      expect(fits(pattern, `${'a'.repeat(60)}!`)).to.equal(undefined);
    });
  }

  it('never throw, and are always evaluated quickly', () => {
    const piece = fc.constantFrom(
      'a',
      '.',
      '*',
      '+',
      '?',
      '(',
      ')',
      '|',
      '[a-z]',
      '{2,}',
      '{0,9}',
      '\\d',
      '(?=',
      '\\',
      '[',
      ']',
      '\\1',
      '(?:',
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), fc.integer({min: 0, max: 60}), (pieces, length) => {
        const pattern = pieces.join('');
        const before = performance.now();
        fits(pattern, `${'a'.repeat(length)}!`);
        expect(performance.now() - before, pattern).to.be.lessThan(1000);
        expect(ways(pattern, length)).to.be.at.least(1);
      }),
      {numRuns: 300},
    );
  });

  it('of any length are evaluated', () => {
    expect(fits('('.repeat(5000), 'a')).to.equal(undefined);
    expect(fits('\\d+', '1'.repeat(50_000))).to.equal(true);
  });
});
