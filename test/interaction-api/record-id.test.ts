import {expect} from '@open-wc/testing';
import {isSameRecord, recordKey} from '../../src/interaction-api/record-id.js';
import {fc} from '../support/check.js';

describe('ids of CRM records', () => {
  for (const [one, other, isSame] of [
    ['001D000000IRt53', '001D000000IRt53IAD', true],
    ['001D000000IRt53IAD', '001D000000IRt53', true],
    ['001D000000IRt53', '001D000000IRt53', true],
    ['001D000000IRt53', '001D000000IRt53IAE', false],
    ['001D000000IRt53', '001D000000IRt53iad', false],
    ['001D000000IRt53', '001d000000IRt53IAD', false],
    ['001D000000IRt53', '001D000000irt53', false],
    ['000000000000000', '000000000000000AAA', true],
    ['AAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAA555', true],
    ['AAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAA554', false],
    ['Aaaaaaaaaaaaaaa', 'AaaaaaaaaaaaaaaBAA', true],
    ['aaaaAaaaaaaaaaa', 'aaaaAaaaaaaaaaaQAA', true],
    ['123456789012345', '123456789012345678', false],
    ['001D000000IRt5-', '001D000000IRt5-IAD', false],
    ['789', '789', true],
    ['789', '789AAA', false],
    ['', '', true],
  ] as const) {
    it(`${one} and ${other} belong to ${isSame ? 'one record' : 'two records'}`, () => {
      expect(isSameRecord(one, other)).to.equal(isSame);
    });
  }

  it('never belong to two records and to one at the same time', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9]{15}$/);
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(isSameRecord(one, other)).to.equal(one === other);
        expect(recordKey(one)).to.equal(one);
      }),
    );
  });
});
