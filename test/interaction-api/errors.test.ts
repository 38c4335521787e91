import {expect} from '@open-wc/testing';
import {ApiErrorCode, InteractionApiError, toInteractionApiError} from '../../src/interaction-api.js';
import {cloneable, fc} from '../support/check.js';
import {ERRORS} from '../suites/methods.js';

describe('an InteractionApiError', () => {
  it('is an Error with a code, a message, the method and the cause', () => {
    const cause = {errorCode: 'NoData'};
    const error = new InteractionApiError('NoData', 'There is none.', 'getCav', cause);
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({
      name: 'InteractionApiError',
      errorCode: 'NoData',
      errorMessage: 'There is none.',
      // Expect the text also in `error`, because some methods of the SDK reject with this property.
      error: 'There is none.',
      method: 'getCav',
      cause,
    });
    expect(error.message).to.contain('There is none.');
    expect(error.stack).to.be.a('string');
  });
});

describe('toInteractionApiError', () => {
  for (const {name, sent, errorCode, errorMessage} of ERRORS) {
    it(`converts ${name}`, () => {
      const error = toInteractionApiError(sent, 'getCav');
      expect(error).to.be.instanceOf(InteractionApiError);
      expect(error).to.include({errorCode, method: 'getCav', cause: sent});
      if (errorMessage) expect(error.errorMessage).to.equal(errorMessage);
    });
  }

  it('returns an InteractionApiError itself', () => {
    const error = new InteractionApiError('Aborted', 'No need', 'mute');
    expect(toInteractionApiError(error, 'getCav')).to.equal(error);
    expect(error.method).to.equal('mute');
  });

  it('returns an InteractionApiError of another copy of the bundle itself', () => {
    const foreign = Object.assign(new Error('x'), {
      name: 'InteractionApiError',
      errorCode: 'NoData',
      errorMessage: 'x',
      method: 'getCav',
    });
    expect(toInteractionApiError(foreign)).to.equal(foreign);
  });

  it('uses the fallback code if the error names none', () => {
    expect(toInteractionApiError('gone', 'getCav', 'ConnectionLost')).to.include({
      errorCode: 'ConnectionLost',
      errorMessage: 'gone',
    });
    expect(toInteractionApiError(undefined, 'getCav', 'ConnectionLost')).to.include({errorCode: 'ConnectionLost'});
    expect(toInteractionApiError({errorCode: 'NoData'}, 'getCav', 'ConnectionLost')).to.include({errorCode: 'NoData'});
  });

  it('returns a known code and a message for any value, and never throws', () => {
    const codes = [...Object.keys(ApiErrorCode), 'Timeout', 'NotSupported'];
    const sent = fc.oneof(
      cloneable,
      fc.record(
        {errorCode: cloneable, errorMessage: cloneable, message: cloneable, error: cloneable},
        {requiredKeys: []},
      ),
    );
    fc.assert(
      fc.property(sent, (cause) => {
        const error = toInteractionApiError(cause, 'getCav');
        expect(error.errorCode).to.be.oneOf(codes);
        expect(error.errorMessage).to.be.a('string').that.is.not.empty;
        expect(Object.is(error.cause, cause), 'the cause').to.be.true;
      }),
      {numRuns: 500},
    );
  });
});
