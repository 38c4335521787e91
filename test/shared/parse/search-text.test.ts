import {expect} from '@open-wc/testing';
import {findEntries, searchText} from '../../../src/shared/parse/search-text.js';
import {fc} from '../../support/check.js';

const find = (entries: string[], wanted: string): readonly string[] => findEntries(entries, wanted, searchText);

describe('the search for texts', () => {
  for (const [name, typed] of [
    ['Réclamation', 'RECLAMATION'],
    ['Re\u0301clamation', 'réclamation'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'straße'],
    ['Smørrebrød', 'smorrebrod'],
    ['Ærø', 'aero'],
    ['Œuvre', 'oeuvre'],
    ['Đà Nẵng', 'da nang'],
    ['Þór', 'thor'],
    ['İstanbul', 'istanbul'],
    ['Işık', 'isik'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['Office', 'oﬃce'],
    ['Don’t call', "don't"],
    ['Don´t call', 'dont'],
    ['Call–back', 'call-back'],
    ['No\u2011answer', 'no answer'],
    ['“Hot” lead', '"hot"'],
    ['Re\u00adbook', 'rebook'],
    ['Grund ٣', '3'],
    ['collecció', 'col·lecció'],
  ] as const) {
    it(`finds “${name}” by “${typed}”`, () => {
      expect(find([name, 'Other'], typed)).to.deep.equal([name]);
    });
  }

  it('finds all words, in any order, with any blanks, inside a word too', () => {
    const names = ['Left voice mail', 'Voicemail left', 'Left', 'Sale'];
    for (const wanted of ['left mail', 'mail left', '  MAIL \t left ', 'ef\u00a0\u00a0ail'])
      expect(find(names, wanted), wanted).to.deep.equal(names.slice(0, 2));
    expect(find(names, ' ')).to.deep.equal(names);
    expect(find(names, 'left sale')).to.be.empty;
  });

  it('searches a number from its first digit, and inside a number only if this finds nothing', () => {
    const names = ['Case 49', 'Case 490', 'Case 149'];
    expect(find(names, '49 case')).to.deep.equal(['Case 49', 'Case 490']);
    expect(find(names, '14')).to.deep.equal(['Case 149']);
    expect(find(['Case 149'], '49')).to.deep.equal(['Case 149']);
    expect(find(['a (1+1) b'], '1+1)')).to.deep.equal(['a (1+1) b']);
  });

  it('finds each text by its own words, in another order and with other blanks', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (name) => {
        const words = name.split(/\s+/).reverse().join('  ');
        expect(find([name], ` ${words} `)).to.deep.equal([name]);
        expect(find([name], name.toUpperCase())).to.deep.equal([name]);
      }),
    );
  });
});
