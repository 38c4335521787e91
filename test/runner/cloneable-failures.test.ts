import {expect} from '@open-wc/testing';
import {makeCloneable} from '../support/cloneable-failures.js';

describe('a compared value of a failure', () => {
  it('becomes a text if it cannot be cloned, like an element or a function', () => {
    const failure = {actual: document.createElement('input'), expected: [() => 1]};
    makeCloneable(failure);
    expect(failure).to.deep.equal({actual: '[object HTMLInputElement]', expected: '() => 1'});
  });

  it('stays unchanged if it can be cloned', () => {
    const actual = {one: [1, null]};
    const failure = {actual, expected: undefined};
    makeCloneable(failure);
    expect(failure.actual).to.equal(actual);
  });
});
