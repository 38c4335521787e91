import {expect} from '@open-wc/testing';
import {makeCloneable} from '../support/cloneable-failures.js';

describe('what a failure compared', () => {
  it('is told in words where it cannot be cloned, as elements and functions cannot', () => {
    const failure = {actual: document.createElement('input'), expected: [() => 1]};
    makeCloneable(failure);
    expect(failure).to.deep.equal({actual: '[object HTMLInputElement]', expected: '() => 1'});
  });

  it('is left as it is where it can', () => {
    const actual = {one: [1, null]};
    const failure = {actual, expected: undefined};
    makeCloneable(failure);
    expect(failure.actual).to.equal(actual);
  });
});
