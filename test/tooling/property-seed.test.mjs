import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {FIXED_SEED, propertySeed, propertySeedScript} from '../runner/property-seed.mjs';

describe('the seed of the property tests', () => {
  it('is the same in every run', () => {
    assert.equal(propertySeed({}), FIXED_SEED);
    assert.equal(propertySeed({PROPERTY_SEED: ''}), FIXED_SEED);
  });

  it('can be set by the environment', () => {
    assert.equal(propertySeed({PROPERTY_SEED: '7'}), 7);
    assert.equal(propertySeedScript(7), '<script>window.propertySeed = 7;</script>');
  });

  for (const text of ['x', '0', '-1', '1.5', String(2 ** 31)]) {
    it(`is never "${text}"`, () => {
      assert.throws(() => propertySeed({PROPERTY_SEED: text}), /PROPERTY_SEED is ".*": set it to a whole number/);
    });
  }
});
