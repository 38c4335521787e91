import {expect} from '@open-wc/testing';
import type {CrmObject} from '../../../src/interaction-api/types.js';
import {crmRecord, fieldsOf, kindOf, nameOf, readable, recordsOf} from '../../../src/shared/parse/crm-record.js';

describe('CRM records', () => {
  it('are made from attributes, if the attributes contain an id', () => {
    expect(crmRecord({recordId: '7', recordName: 'Umbrella', recordKind: 'what', recordType: null})).to.deep.equal({
      id: '7',
      name: 'Umbrella',
      isWho: false,
      isWhat: true,
    });
    for (const recordId of [undefined, null, '', ' ']) expect(crmRecord({recordId})).to.equal(undefined);
  });

  it('in an answer are ignored if they have no id; a number is taken as the text of the id', () => {
    const unusable = [{id: ' '}, {}, null, {id: null}, {id: NaN}, {id: true}, {id: {}}, {id: ['1']}];
    expect(recordsOf([{id: '1'}, ...unusable, {id: 2, name: 3}])).to.deep.equal([{id: '1'}, {id: '2', name: 3}]);
    expect(recordsOf('nonsense')).to.deep.equal([]);
  });

  it('in an answer are one record if their ids are the two forms of one id', () => {
    const [long, short] = [{id: '001D000000IRt53IAD'}, {id: '001D000000IRt53'}];
    expect(recordsOf([long, short, {id: '001D000000IRt53IAE'}])).to.deep.equal([long, {id: '001D000000IRt53IAE'}]);
  });

  it('are shown with their name or else their id, and with their label or else their type', () => {
    expect(nameOf({id: '1', name: ' A '})).to.equal('A');
    expect(nameOf({id: '1', name: ' '})).to.equal('1');
    expect(kindOf({id: '1', label: 'Account', type: 'X'})).to.equal('Account');
    expect(kindOf({id: '1', type: 'X'})).to.equal('X');
  });

  it('are shown with at most twelve fields, only fields that have a value, and texts of limited length', () => {
    const fields = Array.from({length: 30}, (_, index) => ({displayName: `f${index}`, value: index % 2 ? index : ''}));
    const shown = fieldsOf({id: '1', fields} as unknown as CrmObject);
    expect(shown).to.have.lengthOf(12);
    expect(shown[0]).to.deep.equal(['f1', '1']);
    expect(readable('x'.repeat(1000))).to.have.lengthOf(201);
    for (const value of [{}, [], null, undefined, NaN, Infinity]) expect(readable(value)).to.equal('');
    expect(readable(5)).to.equal('5');
    expect(readable(false)).to.equal('false');
  });
});
