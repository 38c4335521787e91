import {expect} from '@open-wc/testing';
import {type Draft, Drafts} from '../../../src/elements/call-variables/drafts.js';

const draft = (fields: Partial<Draft> = {}): Draft => ({
  text: 'typed',
  fieldKind: 'text',
  fieldText: 'typed',
  originalValue: '',
  incompleteField: undefined,
  isLeft: false,
  ...fields,
});

describe('drafts of call variables', () => {
  it('belong to a call and a variable', () => {
    const drafts = new Drafts();
    drafts.set('one', '641', draft());
    expect(drafts.get('one', '641')?.text).to.equal('typed');
    expect(drafts.get('two', '641')).to.equal(undefined);
    expect(drafts.get('one', '642')).to.equal(undefined);
  });

  it('can be removed one by one, or with their call', () => {
    const drafts = new Drafts();
    drafts.set('one', '641', draft());
    drafts.set('two', '641', draft());
    drafts.set('two', '642', draft());
    drafts.delete('one', '641');
    expect(drafts.callIds).to.deep.equal(['two']);
    drafts.deleteCall('two');
    expect(drafts.callIds).to.deep.equal([]);
    expect(drafts.get('two', '642')).to.equal(undefined);
  });

  it('do not keep a field in memory after its call is removed', () => {
    const drafts = new Drafts();
    drafts.set('one', '641', draft({incompleteField: document.createElement('input')}));
    drafts.releaseFields('one');
    expect(drafts.get('one', '641')).to.deep.equal(draft());
  });
});
