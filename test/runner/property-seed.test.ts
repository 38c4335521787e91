import {expect} from '@open-wc/testing';
import {fc} from '../support/check.js';

describe('a property test', () => {
  const valuesOfOneRun = (): number[] => {
    const values: number[] = [];
    const result = fc.check(fc.property(fc.integer(), (value) => void values.push(value)));
    expect(result.seed).to.equal(window.propertySeed);
    return values;
  };

  it('tries the same values each time it runs with the same seed', () => {
    expect(valuesOfOneRun()).to.deep.equal(valuesOfOneRun());
  });
});
