import {expect} from '@open-wc/testing';
import {nameList} from '../../../src/shared/parse/name-list.js';
import {records, text} from '../../../src/shared/parse/records.js';
import {wordList} from '../../../src/shared/parse/word-list.js';

describe('lists in attributes', () => {
  it('contain names separated by spaces, or by commas if names contain spaces', () => {
    expect(nameList(' a  b\nc ')).to.deep.equal(['a', 'b', 'c']);
    expect(nameList('first name, b ,,c')).to.deep.equal(['first name', 'b', 'c']);
  });

  it('contain words separated by spaces', () => {
    expect(wordList(' 4  5\t,6 ')).to.deep.equal(['4', '5', ',6']);
  });

  it('are empty if the attribute is empty, or was removed', () => {
    for (const nothing of ['', ' ', null, undefined]) {
      expect(nameList(nothing)).to.deep.equal([]);
      expect(wordList(nothing)).to.deep.equal([]);
    }
  });
});

describe('foreign data', () => {
  it('is converted to a list of the objects in it, which is empty if it is not a list', () => {
    expect(records([{a: 1}, null, 'x', 7, {}])).to.deep.equal([{a: 1}, {}]);
    for (const nonsense of [undefined, null, 'text', 7, {length: 1}]) expect(records(nonsense)).to.deep.equal([]);
  });

  it('is converted to a text, which is empty for an object or a missing value', () => {
    expect([text('a'), text(7), text(true), text(0)]).to.deep.equal(['a', '7', 'true', '0']);
    for (const nonsense of [undefined, null, {}, [], {toString: 1}]) expect(text(nonsense)).to.equal('');
  });
});
