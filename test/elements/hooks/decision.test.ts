import {expect} from '@open-wc/testing';
import {type Decision, decisionOf, strictest} from '../../../src/elements/hooks/decision.js';
import {isChanged} from '../../../src/elements/hooks/hook-values.js';
import {HookStatusCode} from '../../../src/sdk/index.js';
import {cloneable, fc} from '../../support/check.js';

/** The status codes, from the weakest to the strictest. */
const CODES = ['Proceed', 'ProceedWithParams', 'Confirmation', 'Cancel', 'Error'] as const;

const decision = fc.record({
  status: fc.record({statusCode: fc.constantFrom(...CODES)}),
  params: fc.oneof(fc.constant(undefined), fc.string()),
}) as fc.Arbitrary<Decision>;

describe('the decision of several listeners', () => {
  it('is Proceed without a decision', () => {
    expect(strictest([])).to.deep.equal({status: {statusCode: 'Proceed'}});
  });

  it('is never weaker than one of the decisions, in any order', () => {
    fc.assert(
      fc.property(fc.array(decision, {minLength: 1, maxLength: 5}), (decisions) => {
        const rank = (one: Decision): number => CODES.indexOf(one.status.statusCode);
        expect(rank(strictest(decisions))).to.equal(Math.max(...decisions.map(rank)));
        expect(strictest([...decisions].reverse()).status.statusCode).to.equal(strictest(decisions).status.statusCode);
      }),
    );
  });

  it('keeps a status code of a newer adapter', () => {
    const unknown = {status: {statusCode: 'Postpone'}} as unknown as Decision;
    expect(strictest([{status: {statusCode: 'Cancel'}}, unknown])).to.equal(unknown);
  });

  it('knows every status code of the Hook API', () => {
    expect(Object.values(HookStatusCode)).to.have.members(CODES);
  });
});

describe('the answer of a listener', () => {
  it('is a decision, nothing, or an error, for any value', () => {
    fc.assert(
      fc.property(cloneable, (answer) => {
        let result: unknown;
        try {
          result = decisionOf('five9-hook-before-record', answer);
        } catch (error) {
          expect(error).to.have.property('errorCode', 'Generic');
          return;
        }
        if (result !== undefined) expect(typeof (result as Decision).status.statusCode).to.equal('string');
      }),
    );
  });
});

describe('a comparison of params', () => {
  it('never throws, and finds no change in a copy', () => {
    fc.assert(
      fc.property(cloneable, (value) => {
        expect(isChanged(value, structuredClone(value))).to.equal(false);
      }),
    );
  });
});
